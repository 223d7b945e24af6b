"""The timetable as an Excel workbook: lessons, hours by unit, one sheet a trainer."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from toolkit.exports import lessontext
from toolkit.exports.cells import Cell, Column
from toolkit.exports.sheetnames import sheet_names
from toolkit.exports.tables import Sheets
from toolkit.exports.workbook import Properties
from toolkit.model.course import AnyUnit
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Lesson, Mode, Timetable
from toolkit.wording import MODES, WEEKDAYS

_LESSONS, _HOURS, _OTHER = "Lezioni", "Ore per unità", "Tirocinio ed esame"


@dataclass(frozen=True, slots=True)
class _Lesson:
    number: int
    lesson: Lesson
    title: str
    topic: str
    place: str


@dataclass(frozen=True, slots=True)
class _OtherDay:
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
    lessons = sheets.table(_LESSON_COLUMNS, _numbered(scheduled))
    sheets.add(_LESSONS, lessons)
    units = scheduled.course.all_units
    figures = {unit.code: _figures(unit, scheduled) for unit in units}
    hours = sheets.table(_hours_columns(figures), units)
    sheets.add(_HOURS, hours, totals=_totals(scheduled, figures))
    if others := _other_days(scheduled.timetable):
        sheets.add(_OTHER, sheets.table(_OTHER_COLUMNS, others))
    trainers = sorted({each.lesson.trainer for each in scheduled.lessons})
    names = sheet_names(trainers, taken=(_LESSONS, _HOURS, _OTHER))
    for trainer, name in zip(trainers, names, strict=True):
        own = lessons.where(functools.partial(_is_of, trainer))
        total: list[Cell] = [None] * len(_LESSON_COLUMNS)
        total[1] = "Totale"
        total[_HOURS_COLUMN] = sum(each.lesson.hours for each, _ in own.rows)
        sheets.add(name, own, totals=[total])


def _is_of(trainer: str, each: _Lesson) -> bool:
    return each.lesson.trainer == trainer


def _numbered(scheduled: ScheduledCourse) -> tuple[_Lesson, ...]:
    return tuple(
        _Lesson(
            number=number,
            lesson=each.lesson,
            title=lessontext.unit_title(each.lesson, scheduled),
            topic=lessontext.treated(each.lesson, scheduled),
            place=lessontext.place(each.lesson, scheduled.course),
        )
        for number, each in enumerate(scheduled.lessons, start=1)
    )


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].it


_LESSON_COLUMNS: tuple[Column[_Lesson], ...] = (
    Column("N.", 5, lambda each: each.number),
    Column("Data", 11, lambda each: each.lesson.day),
    Column("Giorno", 10, lambda each: _weekday(each.lesson.day)),
    Column("Inizio", 7, lambda each: each.lesson.start),
    Column("Fine", 7, lambda each: each.lesson.end),
    Column("Pausa (min)", 7, lambda each: each.lesson.break_minutes or None),
    Column("Ore", 6, lambda each: each.lesson.hours),
    Column("Unità", 8, lambda each: each.lesson.unit),
    Column("Titolo dell'unità", 24, lambda each: each.title),
    Column("Argomento", 38, lambda each: each.topic),
    Column("Codici", 11, lambda each: ", ".join(each.lesson.covers)),
    Column("Modalità", 13, lambda each: MODES[each.lesson.mode].it),
    Column("Aula o piattaforma", 17, lambda each: each.place),
    Column("Formatore", 18, lambda each: each.lesson.trainer),
    Column("Note", 20, lambda each: lessontext.notes(each.lesson)),
)

_HOURS_COLUMN = 6

_OTHER_COLUMNS: tuple[Column[_OtherDay], ...] = (
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


Figures = Mapping[str, tuple[float, ...]]
"""The hours of each unit, by its code."""


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


def _hours_columns(figures: Figures) -> tuple[Column[AnyUnit], ...]:
    def figure(n: int) -> Callable[[AnyUnit], float]:
        return lambda unit: figures[unit.code][n]

    return (
        Column("Unità", 8, lambda unit: unit.code),
        Column("Titolo", 45, lambda unit: unit.title),
        *(Column(heading, 12, figure(n)) for n, heading in enumerate(_HOURS_HEADINGS)),
    )


def _totals(scheduled: ScheduledCourse, figures: Figures) -> list[list[Cell]]:
    course, timetable = scheduled.course, scheduled.timetable
    units = [sum(column) for column in zip(*figures.values(), strict=True)]
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
