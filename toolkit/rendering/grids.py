"""The grid of a table, made to agree with its cells.

A loop over cells leaves other columns than the template had. Word lays a fixed table out by
its cells and LibreOffice by its grid and width, so all must agree. A table is read here as the
text it is, since parsing it takes longer than making the rest of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TABLE = re.compile(r"<(/?)w:tbl[\s>][^>]*>?")
_ROW_END = "</w:tr>"
_CELL_WIDTH = re.compile(r"<w:tcW\b[^>]*>")
_SPAN = re.compile(r"<w:grid(Span|Before|After)\b[^>]*>")
_WIDTH = re.compile(r'\bw:w="([^"]*)"')
_VALUE = re.compile(r'\bw:val="([^"]*)"')
_GRID = re.compile(r"<w:tblGrid\b[^>]*/>|<w:tblGrid\b.*?</w:tblGrid>", re.DOTALL)
_COLUMN = re.compile(r"<w:gridCol\b[^>]*>")
_PROPERTIES = re.compile(
    r"<w:tbl(?:\s[^>]*)?>(?:<w:tblPr\b[^>]*/>|<w:tblPr\b.*?</w:tblPr>)?", re.DOTALL
)
_TABLE_WIDTH = re.compile(r"<w:tblW\b[^>]*>")
_MARKUP = re.compile(r"<[^>]*>")
_STRUCTURAL = re.compile(r"\{%\s*tr\s|\{#tr\s")

Edit = tuple[int, int, str]
Told = tuple[int, int, int]
"""A width, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: where it stands, and how many cells it has and columns these take."""

    start: int
    text: str
    cells: int
    columns: int

    def told(self) -> list[int] | None:
        """Return the widths of the cells, unless one spans columns or does not tell its own."""
        if self.columns != self.cells:
            return None
        widths = [width for width, _, _ in self.widths()]
        return widths if len(widths) == self.cells and widths and all(widths) else None

    def widths(self) -> Iterator[Told]:
        """Yield the width that each cell tells, and where it is written."""
        for told in _CELL_WIDTH.finditer(self.text):
            found = _WIDTH.search(told.group())
            start = self.start + told.start() + (found.start(1) if found else 0)
            yield (
                _number(found[1]) if found else 0,
                start,
                start + len(found[1]) if found else start,
            )


def fitted(table: str, text_width: int) -> str:
    """Return the XML of a table with a grid that has the columns of its widest row.

    They get their own widths where the row tells them; columns that would together leave the
    *text_width* of the page are narrowed in proportion.
    """
    rows = [row for row in _rows(_without_inner(table)) if not _is_structural(row.text)]
    if not rows:
        return table
    head = table[: rows[0].start]
    grid = _GRID.search(head)
    columns = [_width(each) for each in _COLUMN.findall(grid.group())] if grid else []
    widest = max(rows, key=lambda row: row.columns)
    told = widest.told()
    if told is not None and told != columns:
        widths = _narrowed(told, text_width)
        edits = list(_new_width(head, sum(widths)))
        if widths != told:
            edits += _new_cells(rows, widths)
        return _edited(table, [_new_grid(head, grid, widths), *edits])
    if told is None and widest.columns not in (len(columns), 0):
        even = [sum(columns) // widest.columns] * widest.columns
        return _edited(table, [_new_grid(head, grid, even)])
    return table


def _without_inner(table: str) -> str:
    """Return *table* with blanks in place of the tables inside it: all else stays where it is."""
    if _count(table, "w:tbl") == 1:
        return table
    pieces, position, depth = [], 0, 0
    for tag in _TABLE.finditer(table):
        depth += -1 if tag[1] else 1
        if (depth, tag[1]) == (2, ""):
            pieces.append(table[position : tag.start()])
            position = tag.start()
        elif (depth, tag[1]) == (1, "/"):
            pieces.append(" " * (tag.end() - position))
            position = tag.end()
    return "".join((*pieces, table[position:]))


def _rows(table: str) -> Iterator[_Row]:
    position = 0
    for piece in table.split(_ROW_END)[:-1]:
        # One of these is not there.
        start = max(piece.find("<w:tr>"), piece.find("<w:tr "))
        text = piece[start:]
        cells = _count(text, "w:tc")
        yield _Row(position + start, text, cells, cells + _spanned(text))
        position += len(piece) + len(_ROW_END)


def _count(markup: str, element: str) -> int:
    # A template is written anew when it is compiled: what follows a name is one space.
    return markup.count(f"<{element}>") + markup.count(f"<{element} ")


def _spanned(row: str) -> int:
    """Return how many columns a row takes besides one a cell."""
    if "<w:grid" not in row:
        return 0
    columns = 0
    for span in _SPAN.finditer(row):
        found = _VALUE.search(span.group())
        number = _number(found[1]) if found else 0
        columns += max(number - 1, 0) if span[1] == "Span" else number
    return columns


def _is_structural(row: str) -> bool:
    return "{" in row and _STRUCTURAL.search(_MARKUP.sub("", row)) is not None


def _narrowed(widths: list[int], limit: int) -> list[int]:
    total = sum(widths)
    return widths if total <= limit or not limit else [width * limit // total for width in widths]


def _new_grid(head: str, grid: re.Match[str] | None, widths: Iterable[int]) -> Edit:
    written = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    whole = f"<w:tblGrid>{written}</w:tblGrid>"
    if grid is not None:
        return grid.start(), grid.end(), whole
    properties = _PROPERTIES.match(head)
    position = properties.end() if properties else len(head)
    return position, position, whole


def _new_width(head: str, width: int) -> Iterator[Edit]:
    told = _TABLE_WIDTH.search(head)
    if told is not None and 'w:type="dxa"' in told.group():
        found = _WIDTH.search(head, told.start(), told.end())
        if found is not None:
            yield found.start(1), found.end(1), str(width)


def _new_cells(rows: Iterable[_Row], widths: list[int]) -> Iterator[Edit]:
    for row in rows:
        told = row.told()
        if told is not None and len(told) == len(widths):
            for (_, start, end), width in zip(row.widths(), widths, strict=True):
                yield start, end, str(width)


def _edited(table: str, edits: Iterable[Edit]) -> str:
    pieces, position = [], 0
    for start, end, text in sorted(edits):
        pieces += [table[position:start], text]
        position = end
    return "".join((*pieces, table[position:]))


def _width(column: str) -> int:
    found = _WIDTH.search(column)
    return _number(found[1]) if found else 0


def _number(text: str) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return 0
