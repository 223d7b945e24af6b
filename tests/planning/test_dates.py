"""Days that catch a planner out: the year's end, Easter, the hour that is missing, 29 February."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit.planning import plan

EVERY_DAY = dict.fromkeys(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), "9:00-13:00"
)


def lesson_days(timetable):
    return [lesson.day for lesson in timetable.lessons]


def test_a_course_across_new_year_rests_on_its_holidays(course, small_standard, errors):
    across = course(small_standard(40), start="2027-12-20", closures=["2027-12-27..2027-12-31"])

    timetable = plan(across, seed=0)

    assert errors(across, timetable) == []
    assert lesson_days(timetable) == [
        *(date(2027, 12, day) for day in (20, 21, 22, 23, 24)),
        *(date(2028, 1, day) for day in (3, 4, 5, 7, 10)),
    ]


def test_the_week_across_new_year_is_one_week(course, small_standard, errors):
    planning = {"max_hours_per_week": 10}
    across = course(small_standard(40), start="2026-12-28", planning=planning)

    timetable = plan(across, seed=0)

    assert errors(across, timetable) == []
    # ISO week 53 of 2026 runs from 28 December to 3 January; 1 January is a holiday.
    first_week = [each for each in timetable.lessons if each.day <= date(2027, 1, 3)]
    assert sum(lesson.hours for lesson in first_week) == 10


def test_easter_monday_has_no_lessons(course, small_standard, errors):
    easter = course(small_standard(16), start="2027-03-25", week=EVERY_DAY)

    timetable = plan(easter, seed=0)

    assert errors(easter, timetable) == []
    assert lesson_days(timetable) == [date(2027, 3, day) for day in (25, 26, 27, 30)]


@pytest.mark.parametrize("sunday", [date(2027, 3, 14), date(2027, 10, 31)])
def test_days_on_which_the_clocks_change_are_as_long_as_others(course, small_standard, sunday):
    clocks = course(small_standard(4), start=sunday.isoformat(), week={"sunday": "0:00-4:00"})

    (lesson,) = plan(clocks, seed=0).lessons

    assert (lesson.day, lesson.hours, str(lesson.times)) == (sunday, 4, "0:00-4:00")


def test_29_february_is_a_day_like_any_other(course, small_standard, errors):
    leap = course(small_standard(12), start="2028-02-28")

    timetable = plan(leap, seed=0)

    assert errors(leap, timetable) == []
    assert lesson_days(timetable) == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]


def test_the_patron_saints_day_has_no_lessons(course, small_standard):
    provider = {"patron_saint": "02-03"}

    timetable = plan(course(small_standard(12), provider=provider), seed=0)

    assert lesson_days(timetable) == [date(2027, 2, day) for day in (1, 2, 4)]


def test_a_course_at_the_end_of_the_calendar_still_has_an_end(course, small_standard):
    last = course(small_standard(4), start="9999-12-01", exam={"days_after": 0})

    timetable = plan(last, seed=0)

    assert lesson_days(timetable) == [date(9999, 12, 1)]


def test_an_exam_beyond_the_last_day_there_is_falls_on_it(course, small_standard):
    last = course(small_standard(4), start="9999-12-28", exam={"days_after": 30})

    assert plan(last, seed=0).exam.day == date(9999, 12, 31)
