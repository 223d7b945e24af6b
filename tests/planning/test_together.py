"""Courses that share trainers and rooms, laid out together: no clash, the same every time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from toolkit.errors import NoTimetableError
from toolkit.planning import (
    NoPlaceError,
    a_few_rounds,
    plan,
    plan_together,
    plan_well,
    taken_by,
)


@pytest.fixture
def three(course, small_standard):
    standard = small_standard(12, 10, 8, prerequisites=((1, 2),), laboratory=(3,), internship=12)
    return [course(standard, code=f"ED-{n}", start=f"2027-02-0{n}") for n in (1, 2, 3)]


def test_courses_planned_together_keep_every_rule_and_do_not_clash(three, errors, clashes):
    laid = plan_together(three, seed=0)

    for each, timetable in zip(three, laid.timetables, strict=True):
        assert errors(each, timetable) == []
    assert clashes(zip(three, laid.timetables, strict=True)) == []


def test_courses_planned_each_alone_would_clash(three, clashes):
    assert clashes((each, plan(each, seed=0)) for each in three)


def test_together_the_same_inputs_and_seed_give_the_same_timetables(three):
    assert plan_together(three, seed=3) == plan_together(three, seed=3)


def test_improving_never_makes_the_whole_worse(three, clashes):
    costs = []

    def going(progress):
        costs.append(progress.cost)
        return progress.rounds < 40

    laid = plan_together(three, seed=0, going=going)

    assert costs == sorted(costs, reverse=True)
    assert laid.progress.cost == costs[-1]
    assert laid.progress.least <= laid.progress.cost
    assert clashes(zip(three, laid.timetables, strict=True)) == []


def test_a_course_planned_around_another_leaves_it_what_it_has(three, errors, clashes):
    first, second, _ = three
    before = plan(first, seed=0)

    after = plan(second, seed=0, taken=taken_by([(first, before)]))

    assert errors(second, after) == []
    assert clashes([(first, before), (second, after)]) == []


def test_where_what_is_shared_does_not_suffice_one_has_no_place(course, small_standard):
    rooms = [{"name": "Aula 1", "capacity": 20}]
    last = {"provider": {"rooms": rooms}, "end": "2027-02-12"}
    both = [course(small_standard(24), code=code, **last) for code in ("UNO", "DUE")]

    with pytest.raises(NoPlaceError) as error:
        plan_together(both, seed=0)

    assert isinstance(error.value, NoTimetableError)
    assert "DUE non trova posto" in error.value.say("it") or "UNO" in error.value.say("it")


def test_one_course_is_improved_as_long_as_asked(real_standard, course):
    asked = course(real_standard, distance={"hours": "maximum"})

    soon = plan_well(asked, seed=0, going=lambda _: False)
    later = plan_well(asked, seed=0, going=a_few_rounds)

    assert later.progress.cost <= soon.progress.cost
    assert later.progress.least == soon.progress.least <= later.progress.cost


def test_an_ordinary_course_is_planned_without_the_solver():
    command = (
        "import sys; from pathlib import Path; from toolkit import pipeline;"
        "from toolkit.resources import resources; from toolkit.pipeline import laid_out;"
        "report = pipeline.check(Path('samples/completo/course.yaml'), resources());"
        "laid_out(report); sys.exit('ortools' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
