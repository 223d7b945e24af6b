"""The timetable as an Excel workbook: lessons, hours by unit, one sheet a trainer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from toolkit.exports import lessontext
from toolkit.exports.cells import Cell, Column, Group, apart, together
from toolkit.exports.sheetnames import sheet_names
from toolkit.exports.tables import Sheets
from toolkit.exports.workbook import Properties
from toolkit.model.course import AnyUnit
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Lesson, Mode, Timetable
from toolkit.wording import MODES, WEEKDAYS

_LESSONS, _HOURS, _OTHER = "Lezioni", "Ore per unità", "Tirocinio ed esame"


class _Numbered(NamedTuple):
    number: int
    lesson: Lesson


class _UnitHours(NamedTuple):
    code: str
    title: str
    figures: tuple[float, ...]
    """Its hours, in the order of their headings."""


class _OtherDay(NamedTuple):
    name: str
    day: date
    hours: float | None
    notes: str


def timetable_xlsx(scheduled: ScheduledCourse, *, stamp: datetime) -> bytes:
    """Return the workbook; *stamp*, with a time zone, is when it says it was made.

    Same arguments, same bytes. Texts stay texts, even one that begins like a formula.
    """
    course = scheduled.course
    sheets = Sheets(heading=f"{course.title} – {course.edition.code}")
    _add_sheets(sheets, scheduled)
    return sheets.as_file(
        Properties(
            title=f"Calendario didattico: {course.title}"[:255],
            subject=course.edition.code,
            author=course.provider.name[:255],
            created=stamp,
        )
    )


def _add_sheets(sheets: Sheets, scheduled: ScheduledCourse) -> None:
    in_order = (each.lesson for each in scheduled.lessons)
    numbered = map(_Numbered._make, enumerate(in_order, start=1))
    lessons = sheets.table(_lesson_groups(scheduled), numbered)
    sheets.add(_LESSONS, lessons)
    units = scheduled.course.all_units
    hours = [_UnitHours(unit.code, unit.title, _figures(unit, scheduled)) for unit in units]
    sheets.add(_HOURS, sheets.table(_HOURS_GROUPS, hours), totals=_totals(scheduled, hours))
    if others := _other_days(scheduled.timetable):
        sheets.add(_OTHER, sheets.table(_OTHER_GROUPS, others))
    by_trainer = lessons.by(attrgetter("lesson.trainer"))
    names = sheet_names(by_trainer, taken=(_LESSONS, _HOURS, _OTHER))
    for name, own in zip(names, by_trainer.values(), strict=True):
        total: list[Cell] = [None] * len(lessons.columns)
        total[1] = "Totale"
        total[_HOURS_COLUMN] = sum(each.lesson.hours for each, _ in own.rows)
        sheets.add(name, own, totals=[total])


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].it


_NUMBER: Sequence[Group[_Numbered]] = apart(Column("N.", 5, lambda each: each.number))
_DAY: Group[_Numbered] = Group(
    attrgetter("lesson.day"),
    (Column("Data", 11, lambda day: day), Column("Giorno", 10, _weekday)),
)
_TIMES: Group[_Numbered] = Group(
    attrgetter("lesson.start", "lesson.end", "lesson.break_minutes", "lesson.hours"),
    (
        Column("Inizio", 7, itemgetter(0)),
        Column("Fine", 7, itemgetter(1)),
        Column("Pausa (min)", 7, lambda times: times[2] or None),
        Column("Ore", 6, itemgetter(3)),
    ),
)
_NOTES: Group[_Numbered] = Group(
    attrgetter("lesson.assessment_minutes"), (Column("Note", 20, lessontext.notes),)
)


def _lesson_groups(scheduled: ScheduledCourse) -> Sequence[Group[_Numbered]]:
    """Return the columns of lessons; those that have a value in common stand together."""

    def title(unit: str) -> str:
        return lessontext.unit_title(unit, scheduled)

    def topic(content: tuple[str, str | None, tuple[str, ...]]) -> str:
        return lessontext.treated(*content, scheduled)

    def place(setting: tuple[Mode, str | None, str]) -> str:
        return lessontext.place(*setting[:2], scheduled.course)

    unit = (Column("Unità", 8, str), Column("Titolo dell'unità", 24, title))
    content: Sequence[Column[Any]] = (
        Column("Argomento", 38, topic),
        Column("Codici", 11, lambda content: ", ".join(content[2])),
    )
    setting: Sequence[Column[Any]] = (
        Column("Modalità", 13, lambda setting: MODES[setting[0]].it),
        Column("Aula o piattaforma", 17, place),
        Column("Formatore", 18, itemgetter(2)),
    )
    return (
        *(*_NUMBER, _DAY, _TIMES, Group(attrgetter("lesson.unit"), unit)),
        Group(attrgetter("lesson.unit", "lesson.topic", "lesson.covers"), content),
        Group(attrgetter("lesson.mode", "lesson.room", "lesson.trainer"), setting),
        _NOTES,
    )


_HOURS_COLUMN = 6

_OTHER_GROUPS: Sequence[Group[_OtherDay]] = together(
    Column("Attività", 30, lambda each: each.name),
    Column("Data", 11, lambda each: each.day),
    Column("Giorno", 11, lambda each: _weekday(each.day)),
    Column("Ore", 6, lambda each: each.hours),
    Column("Note", 30, lambda each: each.notes),
)


def _other_days(timetable: Timetable) -> Sequence[_OtherDay]:
    found = [
        _OtherDay("Tirocinio curriculare", each.day, each.hours, "")
        for each in sorted(timetable.internship, key=lambda each: each.day)
    ]
    if exam := timetable.exam:
        notes = "data proposta" if exam.is_proposed else ""
        found.append(_OtherDay("Esame finale", exam.day, None, notes))
    return found


_HOURS_HEADINGS = (
    "Durata minima",
    "Ore previste",
    "Ore in calendario",
    "Presenza",
    "di cui laboratorio",
    "FAD sincrona",
    "FAD asincrona",
)


def _figure(place: int) -> Callable[[_UnitHours], float]:
    return lambda each: each.figures[place]


_HOURS_GROUPS: Sequence[Group[_UnitHours]] = together(
    Column("Unità", 8, lambda each: each.code),
    Column("Titolo", 45, lambda each: each.title),
    *(Column(heading, 12, _figure(place)) for place, heading in enumerate(_HOURS_HEADINGS)),
)


def _figures(unit: AnyUnit, scheduled: ScheduledCourse) -> tuple[float, ...]:
    """Return the hours of *unit* in the order of the headings above."""
    given = (
        scheduled.minutes_of(unit.code),
        scheduled.minutes_of(unit.code, Mode.CLASSROOM, Mode.LABORATORY),
        scheduled.minutes_of(unit.code, Mode.LABORATORY),
        scheduled.minutes_of(unit.code, Mode.SYNCHRONOUS),
        scheduled.minutes_of(unit.code, Mode.ASYNCHRONOUS),
    )
    minimum = unit.min_hours
    return (minimum, unit.plan.hours, *(minutes / 60 for minutes in given))


def _totals(scheduled: ScheduledCourse, hours: Sequence[_UnitHours]) -> list[list[Cell]]:
    course, timetable = scheduled.course, scheduled.timetable
    units = [sum(column) for column in zip(*(each.figures for each in hours), strict=True)]
    found: list[list[Cell]] = [["Totale", "Unità di risultati di apprendimento", *units]]
    if course.internship or timetable.internship:
        limits = course.standard.internship
        given = sum(each.hours for each in timetable.internship)
        internship = (limits.min_hours if limits else 0.0, course.internship_hours, given)
        whole = [sum(pair) for pair in zip(units, internship, strict=False)]
        blank: list[Cell] = [None] * (len(units) - len(internship))
        found.append(["", "Tirocinio curriculare", *internship, *blank])
        found.append(["", "Totale del percorso", *whole, *blank])
    return found
