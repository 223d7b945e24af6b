"""The grid of a table, made to agree with its cells.

A loop over cells leaves other columns than the template had. Word lays a fixed table out by
its cells and LibreOffice by its grid and width, so all must agree. A table is read here as the
text it is, since parsing it takes longer than making the rest of a document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from toolkit.frozen import frozen

_TABLE = re.compile(r"<(/?)w:tbl[\s>][^>]*>?")
_ROW_END = "</w:tr>"
_CELL_WIDTH = re.compile(r'(<w:tcW\b[^>]*?\bw:w=")([^"]*)')
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


@frozen
class _Row:
    """A row: where in the table it stands, and how many columns its cells take."""

    table: str
    start: int
    end: int
    columns: int

    @property
    def text(self) -> str:
        return self.table[self.start : self.end]

    def told(self) -> list[int] | None:
        """Return the widths of the cells, unless one spans columns or does not tell its own."""
        widths = list(map(_number, self._cut()[2::3]))
        is_told = len(widths) == self.columns == _cells(self.table, self.start, self.end)
        return widths if is_told and widths and all(widths) else None

    def widened(self, widths: Sequence[int]) -> Iterator[Edit]:
        """Yield what gives each cell another of *widths*."""
        ends = list(accumulate(map(len, self._cut()), initial=self.start))
        return zip(ends[2::3], ends[3::3], map(str, widths), strict=True)

    def _cut(self) -> list[str]:
        """Return the row in pieces, every third of them a width."""
        # To split is many times as fast as to look at each cell in turn.
        return _CELL_WIDTH.split(self.text)


def fitted(table: str, text_width: int) -> str:
    """Return the XML of a table with a grid that has the columns of its widest row.

    They get their own widths where the row tells them; columns that would together leave the
    *text_width* of the page are narrowed in proportion.
    """
    rows = _rows(_without_inner(table), _columns)
    return _fitted(table, [row for row in rows if not _is_structural(row.text)], text_width)


def fitted_simple(table: str, text_width: int) -> str:
    """Fit a table that surely has no table inside, no cell over several columns and no tag."""
    return _fitted(table, list(_rows(table, _cells)), text_width)


def _fitted(table: str, rows: Sequence[_Row], text_width: int) -> str:
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
    if table.count("</w:tbl>") == 1:
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


def _rows(table: str, columns: Callable[[str, int, int], int]) -> Iterator[_Row]:
    position = 0
    while (end := table.find(_ROW_END, position)) >= 0:
        # The properties of a row, whose names begin alike, come after it.
        start = table.find("<w:tr", position)
        yield _Row(table, start, end, columns(table, start, end))
        position = end + len(_ROW_END)


def _cells(table: str, start: int, end: int) -> int:
    return table.count("</w:tc>", start, end)


def _columns(table: str, start: int, end: int) -> int:
    """Return how many columns a row takes."""
    columns, row = _cells(table, start, end), table[start:end]
    if "<w:grid" not in row:
        return columns
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
            yield from row.widened(widths)


def _edited(table: str, edits: Iterable[Edit]) -> str:
    pieces, position = [], 0
    for start, end, text in sorted(edits):
        pieces += [table[position:start], text]
        position = end
    return "".join((*pieces, table[position:]))


def _width(column: str) -> int:
    found = _WIDTH.search(column)
    return _number(found[1]) if found else 0


# The cells of a table have few widths.
@lru_cache(maxsize=1024)
def _number(text: str) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return 0
