"""Cells and rows of a workbook, written but for the line they stand in."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from operator import add
from typing import Generic, TypeVar

from toolkit.exports.workbook import A_TEXT, STYLES, Texts

Row = TypeVar("Row")
Cell = str | float | date | time | None

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LINE_HEIGHT = 15
"""Points of one line of a row."""

_MOST_CHARACTERS = 32_767
"""The longest text of a cell."""

_CHARACTERS_TO_WIDTH = 1.2
"""A width is counted in digits, which are wider than most letters."""

_MOST_LINES = 27
"""Excel rows are no taller than 409 points."""

_DAY_NUMBERED_0 = date(1899, 12, 30).toordinal()
_HERE = "\0"
"""Stands for the number of the line until a row is put into a sheet; no cell holds it."""
_PLACES = tuple(f'<c r="{letter}{_HERE}" ' for letter in LETTERS)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, its width in characters and what it shows of a row."""

    heading: str
    width: float
    shows: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Rows in columns; several sheets may show them, each in lines of its own."""

    columns: Sequence[Column[Row]]
    heading: str
    rows: tuple[tuple[Row, str], ...]

    def where(self, holds: Callable[[Row], bool]) -> Table[Row]:
        """Return the table with those of its rows for which that *holds*."""
        return replace(self, rows=tuple(each for each in self.rows if holds(each[0])))


def placed(rows: Iterable[str]) -> Iterator[str]:
    """Yield *rows* in the lines of a sheet, from the first."""
    for line, row in enumerate(rows, start=1):
        yield row.replace(_HERE, str(line))


class Writer:
    """Writes the rows of one workbook, whose cells name its texts by number."""

    def __init__(self, texts: Texts) -> None:
        self._shown = {look: _Shown(look, texts) for look in ("", "heading", "total")}

    def table(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> Table[Row]:
        """Return *rows* as *columns* show them, each as tall as its longest text."""
        heading = self.row(
            [column.heading for column in columns], look="heading", height=LINE_HEIGHT * 2
        )
        widths = [int(column.width * _CHARACTERS_TO_WIDTH) for column in columns]
        written = []
        for row in rows:
            cells = [column.shows(row) for column in columns]
            written.append((row, self.row(cells, height=LINE_HEIGHT * _lines(cells, widths))))
        return Table(columns, heading, tuple(written))

    def row(self, cells: Sequence[Cell], *, look: str = "", height: int | None = None) -> str:
        """Return a row of *cells*, which is yet to be `placed`."""
        tall = f' ht="{height}" customHeight="1"' if height not in {None, LINE_HEIGHT} else ""
        inside = "".join(map(add, _PLACES, map(self._shown[look].__getitem__, cells)))
        return f'<row r="{_HERE}" spans="1:{len(cells)}"{tall}>{inside}</row>'


class _Shown(dict[Cell, str]):
    """What a cell is, after its place, for each value that was written before.

    Equal numbers are written alike, of whatever type they are.
    """

    def __init__(self, look: str, texts: Texts) -> None:
        self._look = look
        self._texts = texts

    def __missing__(self, value: Cell) -> str:
        if isinstance(value, str) and value:
            number = self._texts.number(value[:_MOST_CHARACTERS])
            cell = f's="{STYLES[self._look or "text"]}" {A_TEXT}{number}</v></c>'
        else:
            cell = _other(value, self._look)
        self[value] = cell
        return cell


# The days, times and hours of a course return in every row.
@functools.lru_cache(maxsize=4096, typed=True)
def _other(value: Cell, look: str) -> str:
    """Return what a cell that holds no text is, after its place."""
    match value:
        case None | "":
            return f's="{STYLES[look or "text"]}"/>'
        case date():
            return f's="{STYLES["date"]}"><v>{value.toordinal() - _DAY_NUMBERED_0}</v></c>'
        case time():
            part = (value.hour * 60 + value.minute) / (24 * 60)
            return f's="{STYLES["time"]}"><v>{part:.16G}</v></c>'
        case _:
            return f's="{STYLES[look or "number"]}"><v>{value:.16G}</v></c>'


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return how many lines the longest text of a row takes; not every program works it out."""
    lines = [
        _wrapped(value, width)
        for value, width in zip(cells, widths, strict=True)
        if isinstance(value, str) and (len(value) > width or "\t" in value)
    ]
    return min(max(lines, default=1) or 1, _MOST_LINES)


# The words of a standard return in every course of it.
@functools.lru_cache(maxsize=8192)
def _wrapped(text: str, width: int) -> int:
    return len(textwrap.wrap(text, width))
