"""Replanning where everything must give way: many changes rather than no answer."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.model.succession import identified
from toolkit.model.variation import Variation
from toolkit.planning import plan
from toolkit.planning.replanning import replan
from toolkit.resolve.varying import varied

SINCE = dt.date(2027, 2, 2)


@pytest.fixture
def chain(course, small_standard):
    """Seven units of a morning each, every one after the one before, then the internship."""
    waits = tuple((number, number + 1) for number in range(1, 7))
    asked = course(small_standard(*[4] * 7, prerequisites=waits, internship=12.0))
    return asked, identified(plan(asked, seed=0))


def units(timetable):
    return [each.unit for each in timetable.lessons]


def test_a_lesson_that_leaves_its_time_pushes_on_all_that_wait_for_it(chain, errors):
    asked, before = chain
    second = before.lessons[1]
    barred = frozenset({(second.unit, second.id)})

    after = replan(asked, before, since=SINCE, barred=barred)

    assert errors(asked, after.timetable) == []
    assert units(after.timetable) == units(before)
    assert after.timetable.lessons[0] == before.lessons[0]
    assert after.timetable.lessons[1].day > second.day


def test_a_day_that_is_lost_pushes_on_lessons_and_internship(chain, errors):
    asked, before = chain
    now = varied(
        asked, (Variation.model_validate({"date": "2027-02-01", "cancelled": str(SINCE)}),)
    )

    after = replan(now, before, since=SINCE).timetable

    assert errors(now, after) == []
    assert units(after) == units(before)
    assert after.lessons[-1].day > before.lessons[-1].day
