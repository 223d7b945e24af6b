"""Courses that have no timetable: what is said of each, in hours, names and dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from toolkit.loading import read_yaml
from toolkit.planning import ImpossibleError, ShortagesError, plan

CASES: Any = read_yaml(Path(__file__).parent / "shortages.yaml").data

ENOUGH_IF_LATER = (
    "the end is too early",
    "the end is before the start",
    "closures leave too few days",
    "a week allows too few hours",
    "a day allows too few hours",
    "only holidays are left before the end",
)


@pytest.fixture(params=CASES, ids=lambda name: name.replace(" ", "-"))
def case(request):
    return CASES[request.param]


@pytest.fixture
def asked(course, small_standard):
    """Return the course that a case describes, with what else is given."""

    def make(case, **more):
        given = case.get("standard", {})
        standard = small_standard(
            *map(float, case["hours"]),
            prerequisites=tuple(
                (int(first), int(then)) for first, then in given.get("prerequisites", [])
            ),
            laboratory=tuple(int(number) for number in given.get("laboratory", [])),
            internship=float(given.get("internship", 0)),
        )
        return course(standard, **{**case["course"], **more})

    return make


def test_what_is_short_is_said_in_both_languages(asked, case):
    with pytest.raises(ShortagesError) as raised:
        plan(asked(case), seed=0)

    assert raised.value.exit_code == 5
    assert raised.value.say("it").splitlines() == case["it"]
    assert raised.value.say("en").splitlines() == case["en"]
    assert [list(each.at) for each in raised.value.shortages] == case["at"]


@pytest.mark.parametrize("name", ENOUGH_IF_LATER)
def test_the_end_that_is_named_is_enough(asked, name):
    (line,) = CASES[name]["en"]
    end = line.partition("Move the end to ")[2][:10]

    plan(asked(CASES[name], end=end), seed=0)


@pytest.mark.parametrize("name", ENOUGH_IF_LATER)
def test_a_day_earlier_is_not(asked, name):
    (line,) = CASES[name]["en"]
    end = dt.date.fromisoformat(line.partition("Move the end to ")[2][:10])

    with pytest.raises(ShortagesError):
        plan(asked(CASES[name], end=end - dt.timedelta(days=1)), seed=0)


def test_what_no_count_explains_is_proved_impossible(course, small_standard):
    # 8 hours of lessons and one day of internship are more than a shared week allows.
    standard = small_standard(4, 4, internship=12.0)
    tight = course(standard, end="2027-02-05", planning={"max_hours_per_week": 10})

    with pytest.raises(ImpossibleError) as raised:
        plan(tight, seed=0)

    assert raised.value.exit_code == 5
    assert raised.value.say("it") == (
        "Nessun calendario è possibile: contate una per una le ore bastano, ma insieme i vincoli "
        "non lasciano posto per tutte. Al tentativo migliore mancano: tirocinio, 12 h. Allarga le "
        "fasce o le disponibilità di queste unità, o sposta la fine."
    )
