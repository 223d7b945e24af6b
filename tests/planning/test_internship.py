"""The days of the internship and of the exam."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.model.timetable import ExamDay
from toolkit.planning import plan

MONDAYS = {"monday": "9:00-13:00"}


def days(timetable):
    return [(each.day, each.hours) for each in timetable.internship]


def test_it_follows_its_units_and_ends_with_what_is_left(course, small_standard):
    timetable = plan(course(small_standard(8, internship=20.0)), seed=0)

    assert days(timetable) == [
        (date(2027, 2, 3), 6),
        (date(2027, 2, 4), 6),
        (date(2027, 2, 5), 6),
        (date(2027, 2, 8), 2),
    ]


def test_it_keeps_to_its_weekdays_and_skips_days_off(course, small_standard, errors):
    asked = course(
        small_standard(8, internship=20.0),
        internship={"days": ["thursday", "friday"], "hours_per_day": 5},
        closures=["2027-02-05"],
    )

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert [day for day, _ in days(timetable)] == [
        date(2027, 2, 4),
        date(2027, 2, 11),
        date(2027, 2, 12),
        date(2027, 2, 18),
    ]


def test_a_start_that_is_set_is_kept(course, small_standard, errors):
    asked = course(small_standard(8, internship=12.0), internship={"start": "2027-03-01"})

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert [day for day, _ in days(timetable)] == [date(2027, 3, 1), date(2027, 3, 2)]


def test_units_that_it_does_not_practise_go_on_beside_it(course, small_standard, errors):
    asked = course(
        small_standard(8, 24, internship=24.0),
        week=MONDAYS,
        internship={"after": ["URA01"], "hours_per_day": 4},
    )

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    last_of_first = max(each.day for each in timetable.lessons if each.unit == "URA01")
    assert last_of_first < timetable.internship[0].day < timetable.lessons[-1].day


def test_days_shared_with_lessons_keep_to_the_hours_of_a_day(course, small_standard, errors):
    asked = course(
        small_standard(4, 40, internship=40.0),
        internship={"after": ["URA01"], "start": "2027-02-08", "hours_per_day": 6},
    )

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    for away in timetable.internship:
        lessons = sum(each.hours for each in timetable.lessons if each.day == away.day)
        assert lessons + away.hours <= asked.edition.planning.max_hours_per_day


def test_an_evening_course_has_whole_days_of_internship(course, small_standard, errors):
    asked = course(
        small_standard(6, internship=12.0),
        week={"monday": "18:00-21:00", "tuesday": "18:00-21:00"},
        planning={"max_hours_per_day": 3, "max_hours_per_week": 6},
    )

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert days(timetable) == [(date(2027, 2, 8), 6), (date(2027, 2, 9), 6)]


def test_the_exam_is_proposed_on_a_day_of_lessons(course, small_standard):
    asked = course(small_standard(8), week=MONDAYS, closures=["2027-02-15"])

    # The last lesson is on 8 February, and 15 February is a day off.
    assert plan(asked, seed=0).exam == ExamDay(date(2027, 2, 22), is_proposed=True)


def test_the_exam_that_is_set_is_kept(course, small_standard):
    asked = course(small_standard(8), exam={"date": "2027-02-04"})

    assert plan(asked, seed=0).exam == ExamDay(date(2027, 2, 4), is_proposed=False)


@pytest.mark.parametrize("days_after", [0, 1])
def test_the_exam_is_never_on_the_last_day_of_lessons(course, small_standard, days_after):
    asked = course(small_standard(8), exam={"days_after": days_after})

    assert plan(asked, seed=0).exam == ExamDay(date(2027, 2, 3), is_proposed=True)
