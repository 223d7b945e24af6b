"""The months of the course, for the printable month view: what every day has, in words."""

from __future__ import annotations

import functools
from calendar import Calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from toolkit.context.calendar import LessonContext, MonthContext, MonthDayContext
from toolkit.context.lessons import times_of_day
from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.text import written


def month_contexts(
    lessons: tuple[LessonContext, ...], course: Course, timetable: Timetable
) -> tuple[MonthContext, ...]:
    """Return each month that has lessons, internship or the exam, in order."""
    by_month = {
        month: tuple(each)
        for month, each in groupby(lessons, key=lambda lesson: lesson.date.replace(day=1))
    }
    entries = _entries(lessons, timetable)
    months = sorted({day.replace(day=1) for day in entries})
    reasons = {
        each.day: each.reason.it for each in course.days_off if each.day.replace(day=1) in months
    }
    cells: dict[date | None, MonthDayContext] = {
        day: _cell(day, entries.get(day, ()), reasons.get(day, "")) for day in {*entries, *reasons}
    }
    return tuple(
        MonthContext(
            first_day=month,
            lessons=by_month.get(month, ()),
            hours=sum(lesson.hours for lesson in by_month.get(month, ())),
            weeks=_weeks(month, cells),
        )
        for month in months
    )


def _entries(
    lessons: Sequence[LessonContext], timetable: Timetable
) -> Mapping[date, Sequence[str]]:
    """Return what each day has, in order of time; every test and the exam among them."""
    entries: dict[date, list[str]] = defaultdict(list)
    for lesson in lessons:
        times = times_of_day(lesson.start, lesson.end)
        test = ", verifica" if lesson.notes else ""
        entries[lesson.date].append(f"{times} {lesson.unit_code} {_short_place(lesson)}{test}")
    for day in timetable.internship:
        entries[day.day].append(f"Tirocinio, {_hours(day.hours)}")
    if exam := timetable.exam:
        entries[exam.day].append(f"Esame finale{' (proposta)' if exam.is_proposed else ''}")
    return entries


def _weeks(
    month: date, cells: Mapping[date | None, MonthDayContext]
) -> tuple[tuple[MonthDayContext, ...], ...]:
    return tuple(
        tuple([cells.get(day, free) for day, free in week])
        for week in _calendar(month.year, month.month)
    )


@functools.lru_cache(maxsize=64)
def _calendar(year: int, month: int) -> list[list[tuple[date | None, MonthDayContext]]]:
    """Return the weeks of a month: each of its days with what is printed where it has nothing."""
    return [
        [(day, _FREE[day.day]) if day.month == month else (None, _FREE[0]) for day in week]
        for week in Calendar().monthdatescalendar(year, month)
    ]


def _cell(day: date, entries: Sequence[str], reason: str) -> MonthDayContext:
    """Return the cell of *day*; a day off says why, for who cannot tell it by its shade."""
    told = (f"{reason[:1].upper()}{reason[1:]}",) if reason else ()
    return MonthDayContext(day=day.day, entries=(*told, *entries), is_off=bool(reason))


_FREE = tuple(MonthDayContext(day=day, entries=(), is_off=False) for day in range(32))
"""The cells of days that have nothing, which are most; the first is a day of another month."""


def _hours(hours: float) -> str:
    return f"{written(hours, 'it')} {'ora' if hours == 1 else 'ore'}"


def _short_place(lesson: LessonContext) -> str:
    return "FAD" if lesson.is_distance else str(lesson.place)
