"""What a plain script does for one course: docxtpl, openpyxl, hand-written ics, no checks.

It reads the same files with PyYAML's C loader and makes documents of the size of ours: a
course design and a grid of 1,238 values, a timetable of as many rows as there are lessons.
"""

from __future__ import annotations

import functools
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from docxtpl import DocxTemplate
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from rendering_subjects import Jinja, course, course_template, long_course, rows_template

_SIDE = Side(style="thin")
_BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


@functools.cache
def _templates() -> dict[str, bytes]:
    design = course_template(Jinja)
    return {"progetto": design, "griglia": design, "calendario": rows_template()}


def plain_dossier(path: Path, folder: Path) -> None:
    """Make three Word files, a workbook, a calendar and a list of digests in *folder*."""
    written = _read(path)
    provider = _read(path.parent / written["provider"])
    lessons = _read(path.parent / "timetable.yaml")["lessons"]
    folder.mkdir(parents=True, exist_ok=True)
    made = {"calendario.xlsx": _workbook(lessons), "calendario.ics": _calendar(lessons)}
    for name, template in _templates().items():
        values = long_course(len(lessons)) if name == "calendario" else course(len(lessons))
        made[f"{name}.docx"] = _word(template, {**values, "provider": provider["name"]})
    for name, content in made.items():
        (folder / name).write_bytes(content)
    digests = {name: sha256(content).hexdigest() for name, content in made.items()}
    (folder / "manifest.json").write_text(json.dumps(digests))


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        found: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    return found


def _word(template: bytes, values: dict[str, Any]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(values, autoescape=True)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _workbook(lessons: list[dict[str, Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    sheets = {"Lezioni": lessons}
    for lesson in lessons:
        sheets.setdefault(lesson["trainer"], []).append(lesson)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name[:31])
        sheet.append([*rows[0]])
        for row in rows:
            sheet.append([str(value) for value in row.values()])
        for cell in (cell for line in sheet.iter_rows() for cell in line):
            cell.border = _BORDER
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _calendar(lessons: list[dict[str, Any]]) -> bytes:
    events = (
        f"BEGIN:VEVENT\r\nUID:{n}@example.com\r\nDTSTART;VALUE=DATE:{lesson['date']:%Y%m%d}\r\n"
        f"SUMMARY:{lesson['unit']} {lesson['trainer']}\r\nEND:VEVENT\r\n"
        for n, lesson in enumerate(lessons)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()
