"""The timetable in a terminal: whatever the grouping, every lesson is there once."""

from __future__ import annotations

import json

import pytest

from toolkit.exports.agenda import GROUPINGS, agenda
from toolkit.exports.monthgrid import month_grids
from toolkit.exports.timetablejson import as_json
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Timetable


@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_lesson_is_listed_once_within_a_hundred_columns(
    by: str, lang: str, course: Course, timetable: Timetable
) -> None:
    lines = agenda(ScheduledCourse(course, timetable), by, lang).splitlines()  # type: ignore[arg-type]
    told = [line for line in lines if line.startswith("  ") and "-" in line[17:] and ":" in line]

    assert len(told) == len(timetable.lessons)
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("lang", ["it", "en"])
def test_the_grid_of_months_has_every_lesson_and_keeps_to_the_width(
    lang: str, course: Course, timetable: Timetable
) -> None:
    grid = month_grids(ScheduledCourse(course, timetable), lang)  # type: ignore[arg-type]

    for lesson in timetable.lessons:
        assert str(lesson.times) in grid
    assert max(map(len, grid.splitlines())) <= 100


def test_the_groups_add_up_to_the_total(course: Course, timetable: Timetable) -> None:
    content = json.loads(as_json(ScheduledCourse(course, timetable)))

    assert content["hours"] == sum(each["hours"] for each in content["lessons"]) == 17
    assert [each["date"] for each in content["internship"]] == ["2027-01-25", "2027-01-26"]
    assert content["exam"] == {"date": "2027-02-05", "proposed": True}
