"""``timetable.yaml``: the timetable as people read and edit it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from toolkit.model.moments import Day, TimeRange
from toolkit.model.numbers import Amount, Hours
from toolkit.model.record import Record
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Mode, Timetable
from toolkit.model.variation import Variation
from toolkit.model.words import Line, YesNo, listed

Codes = Annotated[
    tuple[Line, ...],
    BeforeValidator(listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""Codes of knowledge and skills; one alone needs no list."""


LessonId = Annotated[
    Line, WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string"}]})
]
"""A number or a word: what a lesson is known by within its unit."""


class WrittenLesson(Record):
    """One lesson of the file."""

    date: Day
    """Il giorno, per esempio 2027-01-11."""
    time: TimeRange
    """L'orario, pausa compresa, per esempio 9:00-13:00."""
    break_minutes: Annotated[Amount, Field(le=24 * 60)] = 0
    """I minuti di pausa, che non sono lezione."""
    unit: Line
    """Il codice dell'unità, per esempio URA01 o AGG01."""
    mode: Mode
    """classroom: aula; laboratory: laboratorio; synchronous, asynchronous: FAD."""
    room: Line | None = None
    """Il nome dell'aula; assente per la FAD."""
    trainer: Line
    """Il nome del formatore."""
    covers: Codes = ()
    """Conoscenze e abilità trattate: C01, A02 … dell'unità della lezione."""
    assessment_minutes: Annotated[Amount, Field(le=24 * 60)] = 0
    """I minuti della verifica di fine unità, al termine dell'ultima lezione."""
    topic: Line | None = None
    """L'argomento, se i codici non bastano."""
    pinned: YesNo = False
    """true se percorso replan non deve spostarla."""
    id: LessonId | None = None
    """Con che cosa i calendari riconoscono la lezione anche se si sposta: non si cambia."""

    @property
    def lesson(self) -> Lesson:
        """The lesson, its codes in full."""
        return lesson_of(dict(self))


def lesson_of(values: Mapping[str, Any]) -> Lesson:
    """Return the lesson whose keys have these *values*, its codes in full."""
    unit = values["unit"]
    return Lesson(
        day=values["date"],
        times=values["time"],
        break_minutes=values["break_minutes"],
        unit=unit,
        mode=values["mode"],
        room=values["room"],
        trainer=values["trainer"],
        covers=full_codes(values["covers"], unit),
        topic=values["topic"],
        assessment_minutes=values["assessment_minutes"],
        id=values["id"],
        is_pinned=values["pinned"],
    )


class WrittenInternshipDay(Record):
    """One day of internship of the file."""

    date: Day
    """Il giorno."""
    hours: Hours
    """Le ore di tirocinio del giorno."""


class WrittenExam(Record):
    """The final examination of the file."""

    date: Day
    """Il giorno dell'esame."""
    proposed: YesNo = False
    """true se la data è solo proposta."""


class TimetableFile(Record):
    """The whole file."""

    course: Line
    """Il codice del corso a cui il calendario appartiene."""
    lessons: tuple[WrittenLesson, ...] = ()
    """Le lezioni, in ordine di tempo."""
    internship: tuple[WrittenInternshipDay, ...] = ()
    """I giorni di tirocinio."""
    exam: WrittenExam | None = None
    """L'esame finale."""
    revision: Amount = 0
    """Quante volte il calendario è cambiato: i calendari scaricati si aggiornano."""
    cancelled: tuple[WrittenLesson, ...] = ()
    """Le lezioni annullate, che i calendari scaricati devono togliere."""
    variations: tuple[Variation, ...] = ()
    """Perché il calendario è cambiato."""

    @property
    def timetable(self) -> Timetable:
        """The timetable, in the order of the file."""
        return Timetable(
            course=self.course,
            lessons=tuple(each.lesson for each in self.lessons),
            internship=tuple(InternshipDay(each.date, each.hours) for each in self.internship),
            exam=ExamDay(self.exam.date, self.exam.proposed) if self.exam else None,
            revision=self.revision,
            cancelled=tuple(each.lesson for each in self.cancelled),
            variations=self.variations,
        )


# The lessons of a unit name the same few codes, and so do the courses of a standard.
@functools.lru_cache(maxsize=4096)
def full_codes(codes: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """Return the codes of items from those that a lesson of *unit* gives them."""
    return tuple(full_code(code, unit) for code in codes)


def full_code(code: str, unit: str) -> str:
    """Return the code of an item from the short one that a lesson of *unit* gives it."""
    return code if "-" in code else f"{unit}-{code}"


def short_code(code: str, unit: str) -> str:
    """Return the code of an item as a lesson of *unit* writes it: ``C01`` for ``URA04-C01``."""
    short = code.removeprefix(f"{unit}-")
    return short if full_code(short, unit) == code else code
