"""The day of the final examination: the one that the course sets, or the first that suits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from toolkit.model.course import Course
from toolkit.model.timetable import ExamDay

_LOOK_AHEAD = 366


def exam_day(course: Course, last: date) -> ExamDay:
    """Return the day of the exam of a course whose last activity is on *last*.

    Without a date of its own it is the first day of lessons, by weekday and not off, that
    leaves the days asked for; it may be after the course's end, which binds training only.
    """
    if course.edition.exam.date:
        return ExamDay(course.edition.exam.date, is_proposed=False)
    earliest = _later(last, max(course.edition.exam.days_after, 1))
    return ExamDay(next(_teaching_days(course, earliest), earliest), is_proposed=True)


def _teaching_days(course: Course, first: date) -> Iterator[date]:
    off = {each.day for each in course.days_off}
    for number in range(_LOOK_AHEAD):
        day = _later(first, number)
        if course.edition.week.on(day) and day not in off:
            yield day


def _later(day: date, days: int) -> date:
    """Return the day so many *days* after *day*, or the last one that a calendar has."""
    return day + min(timedelta(days=days), date.max - day)
