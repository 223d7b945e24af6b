"""Tables of a workbook: typed cells, a frozen header, filters, a layout for the printer."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")
Cell = str | float | date | time | None

_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "heading": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#1F3864",
        "border": 1,
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
    },
    "text": {"border": 1, "text_wrap": True, "valign": "top"},
    "number": {"border": 1, "valign": "top", "align": "center"},
    "date": {"border": 1, "valign": "top", "align": "center", "num_format": "dd/mm/yyyy"},
    "time": {"border": 1, "valign": "top", "align": "center", "num_format": "hh:mm"},
    "total": {"border": 1, "bold": True, "bg_color": "#D9E2F3", "valign": "top", "align": "center"},
}

_MOST_CHARACTERS = 32_767
"""The longest text of a cell; XlsxWriter leaves out a longer one."""

_LINE_HEIGHT = 15
"""Points of one line of a row."""

_CHARACTERS_TO_WIDTH = 1.2
"""A width is counted in digits, which are wider than most letters."""

_MOST_LINES = 27
"""Excel rows are no taller than 409 points."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, its width in characters and what it shows of a row."""

    heading: str
    width: float
    shows: Callable[[Row], Cell]


class Sheets:
    """Adds sheets to a workbook of XlsxWriter, all with one look."""

    def __init__(self, workbook: Any, *, heading: str) -> None:
        self._workbook = workbook
        self._heading = heading
        self._formats = {
            name: workbook.add_format(properties) for name, properties in _FORMATS.items()
        }

    def add(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row],
        *,
        totals: Sequence[Sequence[Cell]] = (),
    ) -> None:
        """Add the sheet *name* with a header, *rows* and, below the filters' reach, *totals*."""
        sheet = self._workbook.add_worksheet(name)
        for n, column in enumerate(columns):
            sheet.set_column(n, n, column.width)
            sheet.write_string(0, n, column.heading, self._formats["heading"])
        for line, row in enumerate(rows, start=1):
            sheet.set_row(line, _LINE_HEIGHT * _lines(row, columns))
            for n, column in enumerate(columns):
                self._write(sheet, line, n, column.shows(row))
        for line, total in enumerate(totals, start=len(rows) + 1):
            for n, value in enumerate(total):
                self._write(sheet, line, n, value, look="total")
        sheet.set_row(0, _LINE_HEIGHT * 2)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        self._print_setup(sheet, name)

    def _write(self, sheet: Any, line: int, n: int, value: Cell, *, look: str = "") -> None:
        formats = self._formats
        match value:
            case None | "":
                sheet.write_blank(line, n, None, formats[look or "text"])
            case str():
                sheet.write_string(line, n, value[:_MOST_CHARACTERS], formats[look or "text"])
            case date():
                sheet.write_datetime(line, n, value, formats["date"])
            case time():
                sheet.write_datetime(line, n, value, formats["time"])
            case _:
                sheet.write_number(line, n, value, formats[look or "number"])

    def _print_setup(self, sheet: Any, name: str) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        sheet.set_header(f"&L{_in_margin(self._heading)}&R{_in_margin(name)}")
        sheet.set_footer("&CPagina &P di &N")


def _lines(row: Row, columns: Sequence[Column[Row]]) -> int:
    """Return how many lines the longest text of *row* takes; not every program works it out."""
    lines = [
        len(textwrap.wrap(value, int(column.width * _CHARACTERS_TO_WIDTH)))
        for column in columns
        if isinstance(value := column.shows(row), str)
    ]
    return min(max(lines, default=1) or 1, _MOST_LINES)


def _in_margin(text: str) -> str:
    """Return *text* for a header or footer, where an ampersand begins a code."""
    return text[:80].replace("&", "&&")
