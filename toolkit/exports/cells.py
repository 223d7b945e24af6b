"""Cells and rows of a workbook, written but for the line they stand in."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import accumulate
from typing import Any, Generic, TypeVar

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
class Group(Generic[Row]):
    """Columns side by side that show one part of a row; equal parts are written once."""

    part: Callable[[Row], Any]
    columns: Sequence[Column[Any]]


def apart(*columns: Column[Row]) -> tuple[Group[Row], ...]:
    """Return *columns* that have nothing in common."""
    return tuple(
        Group(each.shows, (Column(each.heading, each.width, _itself),)) for each in columns
    )


def together(*columns: Column[Row]) -> tuple[Group[Row], ...]:
    """Return *columns* of rows that are hardly ever equal, but can be compared as a whole."""
    return (Group(_itself, columns),)


def _itself(part: Any) -> Any:
    return part


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Rows in columns; several sheets may show them, each in lines of its own."""

    columns: Sequence[Column[Any]]
    heading: str
    rows: tuple[tuple[Row, str], ...]

    def by(self, name: Callable[[Row], str]) -> Mapping[str, Table[Row]]:
        """Return a table for each *name* that rows have, in the order of names."""
        found: dict[str, list[tuple[Row, str]]] = {}
        for each in self.rows:
            found.setdefault(name(each[0]), []).append(each)
        return {each: replace(self, rows=tuple(found[each])) for each in sorted(found)}


def placed(rows: Iterable[str]) -> Iterator[str]:
    """Yield *rows* in the lines of a sheet, from the first."""
    for line, row in enumerate(rows, start=1):
        yield row.replace(_HERE, str(line))


class Writer:
    """Writes the rows of one workbook, whose cells name its texts by number."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def table(self, groups: Sequence[Group[Row]], rows: Iterable[Row]) -> Table[Row]:
        """Return *rows* as the columns of *groups* show them, each as tall as its longest text."""
        columns = [column for group in groups for column in group.columns]
        heading = self.row(
            [column.heading for column in columns], look="heading", height=LINE_HEIGHT * 2
        )
        firsts = accumulate((len(group.columns) for group in groups), initial=0)
        written = [
            (group.part, _Parts(self, group.columns, first))
            for group, first in zip(groups, firsts, strict=False)
        ]
        table = []
        for row in rows:
            cells, lines = "", 1
            for part, known in written:
                more, tall = known[part(row)]
                cells += more
                lines = max(lines, tall)
            height = LINE_HEIGHT * min(lines, _MOST_LINES)
            table.append((row, _row(cells, len(columns), height)))
        return Table(columns, heading, tuple(table))

    def row(self, cells: Sequence[Cell], *, look: str = "", height: int = LINE_HEIGHT) -> str:
        """Return a row of *cells*, which is yet to be `placed`."""
        written = [
            self.cell(place, cell, look) for place, cell in zip(_PLACES, cells, strict=False)
        ]
        return _row("".join(written), len(cells), height)

    def cell(self, place: str, value: Cell, look: str = "") -> str:
        """Return the cell at *place*."""
        if isinstance(value, str) and value:
            number = self._texts.number(value[:_MOST_CHARACTERS])
            return f'{place}s="{STYLES[look or "text"]}" {A_TEXT}{number}</v></c>'
        return place + _other(value, look)


class _Parts(dict[Any, tuple[str, int]]):
    """The cells of each part that was written before, and how many lines they take."""

    def __init__(self, writer: Writer, columns: Sequence[Column[Any]], first: int) -> None:
        self._writer = writer
        self._columns = [
            (place, int(column.width * _CHARACTERS_TO_WIDTH), column.shows)
            for place, column in zip(_PLACES[first:], columns, strict=False)
        ]

    def __missing__(self, part: Any) -> tuple[str, int]:
        cells, lines = "", 1
        for place, width, shows in self._columns:
            value = shows(part)
            cells += self._writer.cell(place, value)
            # Not every program works out how tall a row must be.
            if isinstance(value, str) and (len(value) > width or "\t" in value):
                lines = max(lines, _wrapped(value, width))
        self[part] = found = cells, lines
        return found


def _row(cells: str, number: int, height: int) -> str:
    tall = f' ht="{height}" customHeight="1"' if height != LINE_HEIGHT else ""
    return f'<row r="{_HERE}" spans="1:{number}"{tall}>{cells}</row>'


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


# The words of a standard return in every course of it.
@functools.lru_cache(maxsize=8192)
def _wrapped(text: str, width: int) -> int:
    return len(textwrap.wrap(text, width))
