"""The grid of a table, made to agree with its cells.

A loop over cells leaves other columns than the template had. Word lays a fixed table out by
its cells and LibreOffice by its grid and width, so all must agree.
"""

from __future__ import annotations

import re

from toolkit.rendering import xml
from toolkit.rendering.fragments import parsed, unparsed
from toolkit.rendering.xml import Element, w

_STRUCTURAL = re.compile(r"\{%\s*tr\s|\{#tr\s")
_LOOSE = re.compile(r"\{[%{]\s*tc\s|\{%\s*(?:colspan|hm)\b")


def fitted(table: str, text_width: int, root: str) -> str:
    """Return the XML of a table, from a part that begins with *root*, with a grid that fits."""
    holder = parsed(table, root)
    for item in holder:
        fit_grid(item, text_width)
    return unparsed(holder)


def fit_grids(root: Element) -> None:
    """Fit every table of a template in which no tag adds, widens or takes out cells."""
    for table in root.iter(w("tbl")):
        if not any(_LOOSE.search(xml.all_text(text)) for text in table.iter(w("tc"))):
            fit_grid(table, text_width(table))


def text_widths(root: Element) -> tuple[int, ...]:
    """Return for each table the width between the margins of its section."""
    return tuple(text_width(table) for table in root.iter(w("tbl")))


def text_width(table: Element) -> int:
    """Return the width between the margins of the section the table is in; 0 if unknown.

    A section's properties stand at its end: in its last paragraph, or last in the body.
    """
    sections = (next(block.iter(w("sectPr")), None) for block in table.itersiblings())
    section = next((each for each in sections if each is not None), None)
    if section is None:
        return 0
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 0
    sides = _number(margins.get(w("left"))) + _number(margins.get(w("right")))
    return max(_number(size.get(w("w"))) - sides, 0)


def fit_grid(table: Element, text_width: int) -> None:
    """Give the grid the columns of the widest row, at their own widths where it tells them.

    Columns that would together leave the text area of the page are narrowed in proportion.
    """
    rows = [row for row in _rows(table) if not _STRUCTURAL.search(xml.all_text(row))]
    if not rows:
        return
    grid = _grid(table)
    columns = [_number(column.get(w("w"))) for column in grid.findall(w("gridCol"))]
    widest = max(rows, key=_width)
    told = _told_widths(widest)
    if told is not None and told != columns:
        fitted = _narrowed(told, text_width)
        _set_grid(grid, fitted)
        _set_width(table, sum(fitted))
        if fitted != told:
            _set_cells(table, fitted)
    elif told is None and _width(widest) not in (len(columns), 0):
        total, wanted = sum(columns), _width(widest)
        _set_grid(grid, [total // wanted] * wanted)


def _grid(table: Element) -> Element:
    grid = table.find(w("tblGrid"))
    if grid is None:
        grid = xml.element("tblGrid")
        properties = table.find(w("tblPr"))
        table.insert(0 if properties is None else table.index(properties) + 1, grid)
    return grid


def _told_widths(row: Element) -> list[int] | None:
    """Return the widths of the row's cells, unless one spans columns or does not tell its own."""
    widths = [_number(xml.value(cell, "tcPr/tcW", "w")) for cell in _cells(row)]
    return None if not widths or 0 in widths or len(widths) != _width(row) else widths


def _narrowed(widths: list[int], limit: int) -> list[int]:
    total = sum(widths)
    return widths if total <= limit or not limit else [width * limit // total for width in widths]


def _set_width(table: Element, width: int) -> None:
    told = table.find(f"{w('tblPr')}/{w('tblW')}")
    if told is not None and told.get(w("type")) == "dxa":
        told.set(w("w"), str(width))


def _set_grid(grid: Element, widths: list[int]) -> None:
    for column in grid.findall(w("gridCol")):
        grid.remove(column)
    for width in widths:
        xml.child(grid, "gridCol", w=str(width))


def _set_cells(table: Element, widths: list[int]) -> None:
    for row in _rows(table):
        if _told_widths(row) is not None and len(_cells(row)) == len(widths):
            for cell, width in zip(_cells(row), widths, strict=True):
                cell.find(f"{w('tcPr')}/{w('tcW')}").set(w("w"), str(width))  # type: ignore[union-attr]


def _rows(table: Element) -> list[Element]:
    return [
        row for row in table.iter(w("tr")) if next(iter(row.iterancestors(w("tbl"))), None) is table
    ]


def _width(row: Element) -> int:
    outside = sum(_number(xml.value(row, f"trPr/{name}")) for name in ("gridBefore", "gridAfter"))
    return outside + sum(_number(xml.value(cell, "tcPr/gridSpan")) or 1 for cell in _cells(row))


def _cells(row: Element) -> list[Element]:
    return [
        cell for cell in row.iter(w("tc")) if next(iter(cell.iterancestors(w("tr"))), None) is row
    ]


def _number(text: str | None) -> int:
    try:
        return int(float(text or 0))
    except ValueError:
        return 0
