"""The chart of weeks by units (cronoprogramma): one cell a week, with its hours."""

from __future__ import annotations

from datetime import date, timedelta

from toolkit.context.calendar import (
    ChartCellContext,
    ChartContext,
    ChartLegendContext,
    ChartRowContext,
    ChartWeekContext,
)
from toolkit.model.course import Course
from toolkit.model.moments import monday_of
from toolkit.model.timetable import Timetable

MAX_WEEKS = 26
"""Weeks that fit across a landscape page; a longer course has several charts."""

_BLANK = ChartCellContext(0.0, "FFFFFF")
_UNIT = "BDD7EE"
_ADDITIONAL = "C6E0B4"
_INTERNSHIP = "FFE699"
_EXAM = "F4B183"


def chart_contexts(course: Course, timetable: Timetable) -> tuple[ChartContext, ...]:
    """Return the charts in order of time; every row is in each of them."""
    mondays = _mondays(timetable)
    rows = [
        (code, title, {week: ChartCellContext(each, color) for week, each in hours.items()})
        for code, title, color, hours in _hours_by_row_and_week(course, timetable)
    ]
    charts = []
    for first in range(0, len(mondays), MAX_WEEKS):
        weeks = mondays[first : first + MAX_WEEKS]
        charts.append(
            ChartContext(
                weeks=tuple(
                    ChartWeekContext(first + n, monday) for n, monday in enumerate(weeks, start=1)
                ),
                rows=tuple(
                    # Most cells of a chart are blank.
                    ChartRowContext(code, title, tuple([row.get(week, _BLANK) for week in weeks]))
                    for code, title, row in rows
                ),
                first_day=weeks[0],
                last_day=weeks[-1] + timedelta(days=6),
            )
        )
    return tuple(charts)


def chart_legend(course: Course, timetable: Timetable) -> tuple[ChartLegendContext, ...]:
    """Return what the colours stand for, those alone that this course has."""
    rows = (
        ("unità dello standard", _UNIT, bool(course.units)),
        ("unità aggiuntive", _ADDITIONAL, bool(course.additional_units)),
        ("tirocinio curriculare", _INTERNSHIP, bool(timetable.internship)),
        ("esame finale", _EXAM, timetable.exam is not None),
    )
    return tuple(ChartLegendContext(label, color) for label, color, has in rows if has)


def _mondays(timetable: Timetable) -> list[date]:
    if not timetable.lessons:
        return []
    last = timetable.last_day
    if timetable.exam:
        last = max(last, timetable.exam.day)
    monday, found = monday_of(timetable.first_day), []
    while monday <= last:
        found.append(monday)
        monday += timedelta(days=7)
    return found


Row = tuple[str, str, str, dict[date, float]]


def _hours_by_row_and_week(course: Course, timetable: Timetable) -> list[Row]:
    hours: dict[str, dict[date, float]] = {unit.code: {} for unit in course.all_units}
    for lesson in timetable.lessons:
        by_week, monday = hours.setdefault(lesson.unit, {}), monday_of(lesson.day)
        by_week[monday] = by_week.get(monday, 0.0) + lesson.hours
    rows: list[Row] = [(unit.code, unit.title, _UNIT, hours[unit.code]) for unit in course.units]
    rows += [
        (unit.code, unit.title, _ADDITIONAL, hours[unit.code]) for unit in course.additional_units
    ]
    if timetable.internship:
        by_week = {}
        for each in timetable.internship:
            by_week[monday_of(each.day)] = by_week.get(monday_of(each.day), 0.0) + each.hours
        rows.append(("TIR", "Tirocinio curriculare", _INTERNSHIP, by_week))
    if timetable.exam:
        rows.append(("ESA", "Esame finale", _EXAM, {monday_of(timetable.exam.day): 0.0}))
    return rows
