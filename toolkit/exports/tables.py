"""Tables of a workbook: typed cells, a frozen header, filters, a layout for the printer."""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar
from xml.sax.saxutils import escape

from toolkit.exports.workbook import A_TEXT, HEADER, STYLES, Properties, Sheet, Texts, as_file

Row = TypeVar("Row")
Cell = str | float | date | time | None

_MOST_CHARACTERS = 32_767
"""The longest text of a cell."""

_LINE_HEIGHT = 15
"""Points of one line of a row."""

_CHARACTERS_TO_WIDTH = 1.2
"""A width is counted in digits, which are wider than most letters."""

_MOST_LINES = 27
"""Excel rows are no taller than 409 points."""

_DAY_NUMBERED_0 = date(1899, 12, 30).toordinal()
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, its width in characters and what it shows of a row."""

    heading: str
    width: float
    shows: Callable[[Row], Cell]


class Sheets:
    """Collects the sheets of a workbook, all with one look."""

    def __init__(self, *, heading: str) -> None:
        self._heading = heading
        self._texts = Texts()
        self._shown = {look: _TextCells(look, self._texts) for look in ("", "heading", "total")}
        self._sheets: list[Sheet] = []

    def add(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row],
        *,
        totals: Sequence[Sequence[Cell]] = (),
    ) -> None:
        """Add the sheet *name* with a header, *rows* and, below the filters' reach, *totals*."""
        last = _LETTERS[len(columns) - 1]
        written = "".join(self._rows(columns, rows, totals))
        reach = f"A1:{last}{1 + len(rows) + len(totals)}"
        filtered = f"A1:{last}{max(len(rows), 1) + 1}"
        is_first = not self._sheets
        xml = "".join(
            (
                _before(reach, is_first=is_first),
                _widths(tuple(column.width for column in columns)),
                f"<sheetData>{written}</sheetData>",
                f'<autoFilter ref="{filtered}"/>',
                _print_setup(self._heading, name),
            )
        )
        absolute = f"$A$1:${last}${max(len(rows), 1) + 1}"
        self._sheets.append(Sheet(name, absolute, xml))

    def as_file(self, properties: Properties) -> bytes:
        """Return the bytes of the workbook."""
        return as_file(self._sheets, self._texts, properties)

    def _rows(
        self,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row],
        totals: Sequence[Sequence[Cell]],
    ) -> Iterator[str]:
        headings = [column.heading for column in columns]
        widths = [int(column.width * _CHARACTERS_TO_WIDTH) for column in columns]
        yield self._row(1, headings, look="heading", height=_LINE_HEIGHT * 2)
        for line, row in enumerate(rows, start=2):
            cells = [column.shows(row) for column in columns]
            yield self._row(line, cells, height=_LINE_HEIGHT * _lines(cells, widths))
        for line, total in enumerate(totals, start=len(rows) + 2):
            yield self._row(line, total, look="total")

    def _row(
        self, line: int, cells: Sequence[Cell], *, look: str = "", height: int | None = None
    ) -> str:
        shown = self._shown[look]
        written = "".join(
            [
                f'<c r="{letter}{line}" {shown[value]}'
                if isinstance(value, str) and value
                else f'<c r="{letter}{line}" {_other(value, look)}'
                for letter, value in zip(_LETTERS, cells, strict=False)
            ]
        )
        tall = f' ht="{height}" customHeight="1"' if height not in {None, _LINE_HEIGHT} else ""
        return f'<row r="{line}" spans="1:{len(cells)}"{tall}>{written}</row>'


class _TextCells(dict[str, str]):
    """What a cell is, after its place, for each text that was written before."""

    def __init__(self, look: str, texts: Texts) -> None:
        self._style = STYLES[look or "text"]
        self._texts = texts

    def __missing__(self, text: str) -> str:
        number = self._texts.number(text[:_MOST_CHARACTERS])
        cell = self[text] = f's="{self._style}" {A_TEXT}{number}</v></c>'
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


@functools.lru_cache(maxsize=64)
def _widths(columns: tuple[float, ...]) -> str:
    # A margin of five pixels, of which a digit takes seven.
    widths = (
        f'<col min="{n}" max="{n}" width="{(int(width * 7 + 5) / 7 * 256 // 1) / 256:.16G}" '
        'customWidth="1"/>'
        for n, width in enumerate(columns, start=1)
    )
    return f"<cols>{''.join(widths)}</cols>"


def _before(reach: str, *, is_first: bool) -> str:
    main = "http://schemas.openxmlformats.org"
    selected = ' tabSelected="1"' if is_first else ""
    return (
        f'{HEADER}<worksheet xmlns="{main}/spreadsheetml/2006/main" '
        f'xmlns:r="{main}/officeDocument/2006/relationships">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{reach}"/><sheetViews><sheetView{selected} workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15"/>'
    )


def _print_setup(heading: str, name: str) -> str:
    header = escape(f"&L{_in_margin(heading)}&R{_in_margin(name)}")
    return (
        '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
        f"<headerFooter><oddHeader>{header}</oddHeader>"
        "<oddFooter>&amp;CPagina &amp;P di &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _in_margin(text: str) -> str:
    """Return *text* for a header or footer, where an ampersand begins a code."""
    return text[:80].replace("&", "&&")
