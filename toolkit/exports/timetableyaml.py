"""Writing a ``timetable.yaml`` that is pleasant to read and to edit."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import yaml

from toolkit.loading.remarks import NO_REMARKS, Remarks
from toolkit.model.course import Course
from toolkit.model.moments import monday_of
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Timetable
from toolkit.model.timetablefile import short_code
from toolkit.model.variation import Variation
from toolkit.text import written
from toolkit.wording import WEEKDAYS

_HEADER = """\
# Calendario didattico del corso {code}: {title}.
#
# Una riga per lezione. Si può modificare a mano: «percorso check» controlla il risultato e
# «percorso build» ne fa i documenti. I giorni della settimana, a destra, sono commenti.
#
#   time     l'orario; break_minutes sono i minuti di pausa al suo interno
#   mode     classroom (aula), laboratory (laboratorio), synchronous o asynchronous (FAD)
#   covers   le conoscenze (C01) e abilità (A01) dell'unità trattate nella lezione
#   assessment_minutes   la verifica di fine unità, al termine dell'ultima lezione
#   hours    le ore di tirocinio; i decimali vogliono il punto: 7.5
#   pinned: true   percorso replan non sposta la lezione
#   id       con questo i calendari riconoscono la lezione anche se si sposta: non si cambia
"""

_WORDS = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ.'’°()/-]*+(?: [\wÀ-ÿ.'’°()/-]++)*+", re.ASCII)
"""Words that stand without quotes."""

_NOT_TEXTS = frozenset(["yes", "no", "true", "false", "on", "off", "null"])
"""What other readers of YAML take for something else."""


def header_of(course: Course) -> str:
    """Return what the file of a timetable of *course* begins with."""
    return _HEADER.format(code=course.edition.code, title=" ".join(course.title.split()))


def as_yaml(timetable: Timetable, *, course: Course, remarks: Remarks = NO_REMARKS) -> str:
    """Return *timetable* as the text of a file; weeks are counted from its first one.

    Lessons stay in the order given, each with the *remarks* made about it. What is read back
    from the text is equal to *timetable*.
    """
    head = "".join(f"# {each}\n" for each in remarks.head)
    parts = [header_of(course), f"\n{head}course: {_scalar(timetable.course)}\n"]
    if timetable.revision:
        parts.append(f"revision: {timetable.revision}  # quante volte è cambiato\n")
    parts.extend(_lessons(timetable, remarks))
    if timetable.internship:
        parts.append("\ninternship:\n")
        parts.extend(map(_internship_day, timetable.internship))
    if timetable.exam:
        parts.append(f"\n{_exam(timetable.exam)}")
    if timetable.cancelled:
        parts.append("\ncancelled:  # i calendari scaricati le tolgono\n")
        parts.extend(map(_lesson, timetable.cancelled))
    if timetable.variations:
        parts.append("\nvariations:  # perché il calendario è cambiato\n")
        parts.extend(f"  - {_flow(_variation(each))}\n" for each in timetable.variations)
    return "".join(parts)


def _lessons(timetable: Timetable, remarks: Remarks) -> Iterator[str]:
    if not timetable.lessons:
        yield "\nlessons: []\n"
        return
    yield "\nlessons:\n"
    first = monday_of(timetable.first_day)
    for n, (monday, week) in enumerate(
        groupby(timetable.lessons, lambda each: monday_of(each.day))
    ):
        lessons = tuple(week)
        if n:
            yield "\n"
        yield _week(lessons, number=(monday - first).days // 7 + 1)
        for lesson in lessons:
            name = (lesson.unit, lesson.id)
            yield from (f"  # {each}\n" for each in remarks.above.get(name, ()))
            yield _lesson(lesson, remarks.beside.get(name, ""))


def _week(lessons: Sequence[Lesson], *, number: int) -> str:
    days = [lesson.day for lesson in lessons]
    first, last = written(min(days), "it"), written(max(days), "it")
    period = first if first == last else f"{first} – {last}"
    return f"  # settimana {number}: {period}\n"


def _lesson(lesson: Lesson, remark: str = "") -> str:
    return f"  - {_flow(_entries(lesson))}{_comment(lesson.day, remark)}"


def _variation(variation: Variation) -> Iterator[tuple[str, str]]:
    yield "date", variation.date.isoformat()
    lists: tuple[tuple[str, Sequence[object]], ...] = (
        ("absent", variation.absent),
        ("room_closed", variation.room_closed),
        ("cancelled", variation.cancelled),
    )
    for key, values in lists:
        if values:
            yield key, f"[{', '.join(_scalar(str(value)) for value in values)}]"


def _entries(lesson: Lesson) -> Iterator[tuple[str, str]]:
    yield "date", lesson.day.isoformat()
    yield "time", str(lesson.times)
    if lesson.break_minutes:
        yield "break_minutes", str(lesson.break_minutes)
    yield "unit", _scalar(lesson.unit)
    yield "mode", lesson.mode.value
    if lesson.room is not None:
        yield "room", _scalar(lesson.room)
    yield "trainer", _scalar(lesson.trainer)
    if lesson.covers:
        codes = (_scalar(short_code(code, lesson.unit)) for code in lesson.covers)
        yield "covers", f"[{', '.join(codes)}]"
    if lesson.assessment_minutes:
        yield "assessment_minutes", str(lesson.assessment_minutes)
    if lesson.topic is not None:
        yield "topic", _scalar(lesson.topic)
    if lesson.is_pinned:
        yield "pinned", "true"
    if lesson.id is not None:
        # Digits need no quotes here: `loading` leaves every scalar the text it is.
        yield "id", lesson.id if lesson.id.isdigit() else _scalar(lesson.id)


def _internship_day(each: InternshipDay) -> str:
    entries = (("date", each.day.isoformat()), ("hours", f"{each.hours:g}"))
    return f"  - {_flow(entries)}{_comment(each.day)}"


def _exam(exam: ExamDay) -> str:
    entries = [("date", exam.day.isoformat())]
    if exam.is_proposed:
        entries.append(("proposed", "true"))
    return f"exam: {_flow(entries)}{_comment(exam.day)}"


def _flow(entries: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in entries) + "}"


def _comment(day: date, remark: str = "") -> str:
    weekday = WEEKDAYS[day.weekday()].it
    return f"  # {weekday}; {remark}\n" if remark else f"  # {weekday}\n"


def _scalar(text: str) -> str:
    """Return *text* as YAML has it inside brackets, in quotes only where it needs them."""
    # Codes and names are of this kind, and writing a document of YAML for each takes long.
    if _WORDS.fullmatch(text) and text.lower() not in _NOT_TEXTS:
        return text
    listed = yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=sys.maxsize)
    return listed.removeprefix("[").removesuffix("]\n")
