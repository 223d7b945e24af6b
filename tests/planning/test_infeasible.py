"""Courses that have no timetable: what is said of each, and that its remedies do.

Each case has one known cause, those of `several.yaml` more than one.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import NoTimetableError
from toolkit.loading import read_yaml
from toolkit.model.moments import TimeRange
from toolkit.model.timetable import Lesson, Mode
from toolkit.planning import Fixed, ImpossibleError, ShortagesError, explained, plan

CASES: dict[str, Any] = {
    f"{file.stem}: {name}": case
    for file in sorted((Path(__file__).parent / "infeasible").glob("*.yaml"))
    for name, case in read_yaml(file).data.items()
}


@pytest.fixture(scope="module", params=CASES, ids=lambda name: name.replace(" ", "-"))
def case(request):
    return CASES[request.param]


@pytest.fixture(scope="module")
def asked(case, course, small_standard):
    """The course that a case describes."""
    given = case.get("standard", {})
    standard = small_standard(
        *map(float, case["hours"]),
        prerequisites=tuple(
            (int(first), int(then)) for first, then in given.get("prerequisites", [])
        ),
        laboratory=tuple(int(number) for number in given.get("laboratory", [])),
        internship=float(given.get("internship", 0)),
    )
    return course(standard, **case["course"])


@pytest.fixture(scope="module")
def reason(asked):
    """Why the course has no timetable."""
    with pytest.raises(NoTimetableError) as raised:
        plan(asked, seed=0)
    return explained(asked, raised.value)


def remedies(reason):
    found = reason.shortages if isinstance(reason, ShortagesError) else [reason]
    return [remedy for each in found for remedy in each.remedies]


def test_the_reason_is_said_in_both_languages(case, reason):
    assert reason.exit_code == 5
    assert reason.say("it").splitlines() == case["it"]
    assert reason.say("en").splitlines() == case["en"]


def test_the_reason_stands_where_the_cause_is(case, reason):
    found = reason.shortages if isinstance(reason, ShortagesError) else [reason]

    assert [list(each.at) for each in found] == case["at"]


def test_what_no_count_finds_is_proved(case, reason):
    clashes = any("Nessun calendario è possibile" in line for line in case["it"])

    assert isinstance(reason, ImpossibleError if clashes else ShortagesError)


def test_every_remedy_gives_a_timetable_that_keeps_every_rule(reason, errors):
    for remedy in remedies(reason):
        for changed in remedy.courses:
            timetable = plan(changed, seed=0)

            assert errors(changed, timetable) == []


def test_a_day_before_the_end_that_is_named_is_not_enough(asked, reason):
    for remedy in remedies(reason):
        (changed, *_) = remedy.courses
        if changed.edition.end != asked.edition.end and "fine" in remedy.words.it:
            end = changed.edition.end - dt.timedelta(days=1)
            edition = changed.edition.model_copy(update={"end": end})

            with pytest.raises(NoTimetableError):
                plan(replace(changed, edition=edition), seed=0)


def test_remedies_go_together_with_what_stands(course, small_standard, errors):
    trainers = [
        {"name": "R. Bianchi", "expert": True, "max_hours": 4},
        {"name": "L. Verdi", "expert": True, "teaches": {"fantasia/prova": ["URA01"]}},
    ]
    asked = course(small_standard(8, 4), end="2027-02-12", provider={"trainers": trainers})
    lesson = Lesson(
        dt.date(2027, 2, 1),
        TimeRange.read("9:00-11:00"),
        0,
        "URA01",
        Mode.CLASSROOM,
        "Aula 1",
        "R. Bianchi",
        covers=("URA01-C01",),
    )
    fixed = Fixed((lesson,))

    with pytest.raises(ShortagesError) as raised:
        plan(asked, seed=0, fixed=fixed)
    reason = explained(asked, raised.value, fixed=fixed)

    assert remedies(reason)
    for remedy in remedies(reason):
        for changed in remedy.courses:
            assert errors(changed, plan(changed, seed=0, fixed=fixed)) == []


def test_there_are_forty_courses_at_least():
    assert len(CASES) >= 40
