"""What `rendering.py` renders: a course design of some 13 pages, a letter, and long tables."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import docx
from docx.document import Document
from docx.shared import Pt, RGBColor

FIELDS = tuple(f"field_{number}" for number in range(15))
UNIT_FIELDS = ("code", "title", "competence", "hours", "presence", "laboratory", "distance")
LESSON_FIELDS = ("date", "weekday", "hours", "unit", "trainer", "room", "mode")
CRITERIA = tuple(f"criterion_{number}" for number in range(5))

_WORDS = [
    "accogliere",
    "la",
    "clientela",
    "organizzare",
    "le",
    "prenotazioni",
    "gestire",
    "i",
    "reclami",
    "&",
    "le",
    "richieste",
    "dei",
    "fornitori",
    "redigere",
    "documenti",
    "in",
    "lingua",
    "straniera",
    "verificare",
    "le",
    "scorte",
    "di",
    "magazzino",
    "società",
    "qualità",
    "più",
    "attività",
    "perché",
    "“servizio”",
    "caffè",
]


def course(seed: int, *, is_alike: bool = True) -> dict[str, Any]:
    """Return the data of one course.

    As in life, courses of one standard share its words and its unit sheets, and a timetable
    says the same few things over and over; else no two values are the same.
    """
    draw = random.Random(seed)
    shared = random.Random(1) if is_alike else draw

    def words(count: int, source: random.Random = draw) -> str:
        return " ".join(source.choice(_WORDS) for _ in range(count))

    units = [
        {name: words(3, shared) for name in UNIT_FIELDS}
        | {"topics": [{"name": words(8, shared)} for _ in range(48)]}
        | {name: words(6, shared) for name in CRITERIA}
        for _ in range(13)
    ]
    trainers = [words(2) for _ in range(8)]
    lessons = [{name: words(2) for name in LESSON_FIELDS} for _ in range(60)]
    if is_alike:
        lessons = [_lesson(draw, number + seed % 50, units, trainers) for number in range(60)]
    return {
        "title": words(4),
        "provider": words(3),
        "fields": {name: words(5) for name in FIELDS},
        "units": units,
        "lessons": lessons,
    }


def _lesson(
    draw: random.Random, after: int, units: list[dict[str, Any]], trainers: list[str]
) -> dict[str, str]:
    day = date(2027, 1, 11) + timedelta(days=after)
    return {
        "date": f"{day:%d/%m/%Y}",
        "weekday": f"{day:%A}",
        "hours": draw.choice(("9:00–13:00", "14:00–18:00")),
        "unit": draw.choice(units)["code"],
        "trainer": draw.choice(trainers),
        "room": draw.choice(("Aula 1", "Laboratorio", "FAD")),
        "mode": draw.choice(("in presenza", "sincrona")),
    }


VALUES = 2 + len(FIELDS) + 13 * (len(UNIT_FIELDS) + 48 + 1 + len(CRITERIA)) + 60 * 7
"""How many values a course design prints."""


class Jinja:
    """Tags of docxtpl and of this engine."""

    @staticmethod
    def value(path: str) -> str:
        return f"{{{{ {path} }}}}"

    @staticmethod
    def rows(table: Any, fields: tuple[str, ...], items: str, item: str) -> None:
        opening = table.add_row().cells
        opening[0].text = f"{{%tr for {item} in {items} %}}"
        for cell, name in zip(table.add_row().cells, fields, strict=True):
            cell.text = f"{{{{ {item}.{name} }}}}"
        table.add_row().cells[0].text = "{%tr endfor %}"

    @staticmethod
    def paragraphs(document: Document, items: str, item: str, write: Callable[[str], None]) -> None:
        document.add_paragraph(f"{{%p for {item} in {items} %}}")
        write(item)
        document.add_paragraph("{%p endfor %}")


class Carbone:
    """Tags of carbone, which repeats what stands between ``[i]`` and ``[i+1]``."""

    @staticmethod
    def value(path: str) -> str:
        return f"{{d.{path}}}"

    @staticmethod
    def rows(table: Any, fields: tuple[str, ...], items: str, _item: str) -> None:
        for step in ("i", "i+1"):
            for cell, name in zip(table.add_row().cells, fields, strict=True):
                cell.text = f"{{d.{items}[{step}].{name}}}"

    @staticmethod
    def paragraphs(
        _document: Document, items: str, _item: str, write: Callable[[str], None]
    ) -> None:
        write(f"{items}[i]")
        write(f"{items}[i+1]")


def course_template(tags: type[Jinja | Carbone]) -> bytes:
    """Return the template of a course design."""
    document = docx.Document()
    document.add_heading(tags.value("title"), 0)
    document.add_paragraph(tags.value("provider"))
    table = document.add_table(0, 2, style="Table Grid")
    for name in FIELDS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, tags.value(f"fields.{name}")

    tags.paragraphs(document, "units", "unit", lambda path: _unit_sheet(document, tags, path))
    document.add_page_break()
    lessons = document.add_table(1, len(LESSON_FIELDS), style="Table Grid")
    for cell, name in zip(lessons.rows[0].cells, LESSON_FIELDS, strict=True):
        cell.text = name
    tags.rows(lessons, LESSON_FIELDS, "lessons", "lesson")
    document.add_page_break()
    grid = document.add_table(1, 1 + len(CRITERIA), style="Table Grid")
    tags.rows(grid, ("title", *CRITERIA), "units", "unit")
    return _saved(document)


def _unit_sheet(document: Document, tags: type[Jinja | Carbone], path: str) -> None:
    document.add_heading(tags.value(f"{path}.title"), 1)
    sheet = document.add_table(0, 2, style="Table Grid")
    for name in UNIT_FIELDS[:1] + UNIT_FIELDS[2:]:
        cells = sheet.add_row().cells
        cells[0].text, cells[1].text = name, tags.value(f"{path}.{name}")
    tags.paragraphs(
        document,
        f"{path}.topics",
        "topic",
        lambda at: document.add_paragraph(tags.value(f"{at}.name"), style="List Bullet"),
    )


def letter_template() -> bytes:
    """Return the template of a page with five values."""
    document = docx.Document()
    for name in FIELDS[:5]:
        document.add_paragraph(f"{name}: {Jinja.value(f'fields.{name}')}")
    return _saved(document)


def rows_template() -> bytes:
    """Return the template of one long table."""
    document = docx.Document()
    table = document.add_table(1, len(LESSON_FIELDS), style="Table Grid")
    Jinja.rows(table, LESSON_FIELDS, "lessons", "lesson")
    return _saved(document)


def long_course(rows: int) -> dict[str, Any]:
    """Return a course with that many lessons."""
    lessons = course(0)["lessons"]
    return {"lessons": [lessons[number % len(lessons)] for number in range(rows)]}


def _formatted(document: Document) -> None:
    """Format what is printed as people do in Word, run by run: most of a real part is this."""
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [paragraph for cell in cells for paragraph in cell.paragraphs]
    for paragraph in (*document.paragraphs, *paragraphs):
        paragraph.paragraph_format.space_after = Pt(2)
        for run in paragraph.runs:
            run.font.name, run.font.size = "Calibri", Pt(9)
            run.font.color.rgb = RGBColor(0x22, 0x22, 0x22)


def _saved(document: Document) -> bytes:
    _formatted(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
