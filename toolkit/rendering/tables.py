"""What loops leave behind that Word would call a damaged document."""

from __future__ import annotations

from toolkit.rendering import xml
from toolkit.rendering.xml import Element, w

_NEEDS_PARAGRAPH = ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment")
_PROPERTIES = frozenset({w("tblPr"), w("tblGrid"), w("tblPrEx"), w("trPr"), w("tcPr")})


# The children of w:tcPr come in a fixed order.
_CELL_ORDER = {
    w(name): position
    for position, name in enumerate(
        [
            "cnfStyle",
            "tcW",
            "gridSpan",
            "hMerge",
            "vMerge",
            "tcBorders",
            "shd",
            "noWrap",
            "tcMar",
            "textDirection",
            "tcFitText",
            "vAlign",
            "hideMark",
            "headers",
            "cellIns",
            "cellDel",
            "cellMerge",
            "tcPrChange",
        ]
    )
}


def mend_tables(root: Element) -> None:
    """Remove rows without cells and tables without rows; close every cell with a paragraph.

    The properties of each cell are put into Word's order, since docxtpl writes a span, a
    merge or a colour wherever it finds room.
    """
    for row in list(root.iter(w("tr"))):
        if row.find(w("tc")) is None and next(row.iter(w("tc")), None) is None:
            xml.remove(row)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            xml.remove(table)
        else:
            _fit_grid(table)
    for cell in root.iter(w("tc")):
        _order_properties(cell)
    _close_with_paragraphs(root)


def _order_properties(cell: Element) -> None:
    stray = [item for item in cell if item.tag in _CELL_ORDER]
    properties = cell.find(w("tcPr"))
    if properties is None:
        if not stray:
            return
        properties = xml.element("tcPr")
        cell.insert(0, properties)
    places = [_place(item) for item in properties]
    if stray or places != sorted(places):
        properties.extend(sorted((*properties, *stray), key=_place))


def _place(item: Element) -> int:
    return _CELL_ORDER.get(str(item.tag), len(_CELL_ORDER))


def _close_with_paragraphs(root: Element) -> None:
    for name in _NEEDS_PARAGRAPH:
        for holder in root.iter(w(name)):
            blocks = [item for item in holder if item.tag not in _PROPERTIES]
            if not blocks or (name == "tc" and blocks[-1].tag == w("tbl")):
                xml.child(holder, "p")


def _fit_grid(table: Element) -> None:
    """Give the grid the columns of the widest row, at their own widths where it tells them.

    A loop over cells leaves other columns than the template had. Word lays a fixed table
    out by its cells and LibreOffice by its grid and width, so all must agree; columns that
    would together leave the text area of the page are narrowed in proportion.
    """
    grid = _grid(table)
    columns = [_number(column.get(w("w"))) for column in grid.findall(w("gridCol"))]
    widest = max(_rows(table), key=_width)
    told = _told_widths(widest)
    if told is not None and told != columns:
        fitted = _narrowed(told, _text_width(table))
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


def _text_width(table: Element) -> int:
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
