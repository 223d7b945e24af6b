"""The grid of a table, made to agree with its cells.

A loop over cells leaves other columns than the template had. Word lays a fixed table out by
its cells and LibreOffice by its grid and width, so all must agree. A table is read here as the
text it is, since parsing it takes longer than making the rest of a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_TAG = re.compile(
    r"<(?P<end>/?)w:(?P<holder>tbl|tr|tc)(?=[\s>])[^>]*>"
    r"|<w:(?P<told>tcW|gridSpan|gridBefore|gridAfter)\b[^>]*>"
)
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


@dataclass(slots=True)
class _Row:
    """A row: where it stands, the columns it takes, and the widths that its cells tell."""

    start: int
    end: int = 0
    columns: int = 0
    cells: int = 0
    widths: list[tuple[int, int, int]] = field(default_factory=list)
    """Width, and where it is written."""

    def told(self) -> list[int] | None:
        """Return the widths of the cells, unless one spans columns or does not tell its own."""
        widths = [width for width, _, _ in self.widths if width]
        is_plain = self.columns == self.cells == len(widths) == len(self.widths)
        return widths if is_plain and widths else None


def fitted(table: str, text_width: int) -> str:
    """Return the XML of a table with a grid that has the columns of its widest row.

    They get their own widths where the row tells them; columns that would together leave the
    *text_width* of the page are narrowed in proportion.
    """
    rows = [row for row in _rows(table) if not _is_structural(table[row.start : row.end])]
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


def _rows(table: str) -> list[_Row]:
    """Return the rows of the table itself, without those of tables inside it."""
    rows: list[_Row] = []
    depth = 0
    for tag in _TAG.finditer(table):
        holder = tag["holder"]
        if holder == "tbl":
            depth += -1 if tag["end"] else 1
        elif depth != 1:
            continue
        elif holder == "tr" and not tag["end"]:
            rows.append(_Row(tag.start()))
        elif holder == "tr":
            rows[-1].end = tag.end()
        elif holder == "tc" and not tag["end"]:
            rows[-1].cells += 1
            rows[-1].columns += 1
        elif tag["told"] and rows:
            _tell(rows[-1], tag)
    return rows


def _tell(row: _Row, tag: re.Match[str]) -> None:
    if tag["told"] == "tcW":
        found = _WIDTH.search(tag.group())
        start = tag.start() + (found.start(1) if found else 0)
        row.widths.append(
            (_number(found[1]) if found else 0, start, start + len(found[1]) if found else start)
        )
        return
    found = _VALUE.search(tag.group())
    number = _number(found[1]) if found else 0
    row.columns += max(number - 1, 0) if tag["told"] == "gridSpan" else number


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
            for (_, start, end), width in zip(row.widths, widths, strict=True):
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
