"""Lessons that stand: pinned by the course, or kept from a timetable for the planner to complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from toolkit import pipeline
from toolkit.planning import Fixed, plan
from toolkit.planning.asking import demand_of
from toolkit.planning.leastcost import least_cost
from toolkit.resources import resources

SAMPLES = Path(__file__).parents[2] / "samples"

PIN = {
    "date": "2027-02-03",
    "time": "10:00-12:00",
    "unit": "URA02",
    "room": "Aula 1",
    "trainer": "M. Neri",
}


@pytest.fixture
def standard(small_standard):
    return small_standard(12, 10, 8, prerequisites=((1, 3),), internship=12)


def test_a_pinned_lesson_stands_and_the_rest_goes_around_it(course, standard, errors):
    asked = course(standard, planning={"pinned": [PIN]})

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert [each.trainer for each in timetable.lessons if str(each.times) == "10:00-12:00"] == [
        "M. Neri"
    ]


def test_what_a_unit_waits_for_is_over_before_its_pinned_lesson(course, standard, errors):
    pin = {**PIN, "unit": "URA03", "date": "2027-02-10"}
    asked = course(standard, planning={"pinned": [pin]})

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert max(each.day for each in timetable.lessons if each.unit == "URA01") <= date(2027, 2, 10)


@pytest.mark.parametrize("kept", [0, 1, 3, 6])
def test_a_partial_timetable_is_completed(course, standard, errors, kept):
    asked = course(standard)
    whole = plan(asked, seed=0)

    timetable = plan(asked, seed=5, fixed=Fixed(whole.lessons[:kept]))

    assert errors(asked, timetable) == []
    assert timetable.lessons[:kept] == whole.lessons[:kept]


@pytest.mark.parametrize(("sample", "seed"), [("minimo", 2), ("completo", 7), ("serale", 3)])
def test_a_few_scattered_lessons_are_completed(sample, seed):
    report, whole = pipeline.scheduled(SAMPLES / sample / "course.yaml", resources())
    kept = Random(seed).sample(range(len(whole.lessons)), 5)
    some = tuple(whole.lessons[n] for n in sorted(kept))

    timetable = plan(report.course, seed=0, fixed=Fixed(some))

    assert pipeline.judged(replace(report, findings=()), timetable).errors == 0
    times = {(each.unit, each.day, each.times) for each in timetable.lessons}
    assert {(each.unit, each.day, each.times) for each in some} <= times


def test_nothing_new_is_placed_before_the_day_that_is_set(course, standard, errors):
    asked = course(standard)
    whole = plan(asked, seed=0)
    since = date(2027, 2, 4)
    past = tuple(each for each in whole.lessons if each.day < since)

    timetable = plan(asked, seed=5, fixed=Fixed(past, (), since))

    assert errors(asked, timetable) == []
    assert [each for each in timetable.lessons if each.day < since] == list(past)


def test_the_internship_keeps_to_its_weekly_hours(course, standard, errors):
    asked = course(standard, internship={"hours": 30, "hours_per_week": 8})

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert max(each.hours for each in timetable.internship) == 6


def test_no_timetable_costs_less_than_the_least(course, standard):
    # 30 hours in mornings of four: eight days of lessons, then two of internship.
    assert least_cost(demand_of(course(standard))) >= 2 * 11 + 8
