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
    """Give the grid as many columns as the widest row has, keeping the table's width."""
    grid = table.find(w("tblGrid"))
    if grid is None:
        grid = xml.element("tblGrid")
        properties = table.find(w("tblPr"))
        position = 0 if properties is None else table.index(properties) + 1
        table.insert(position, grid)
    columns = grid.findall(w("gridCol"))
    wanted = max(_width(row) for row in _rows(table))
    if wanted in (len(columns), 0):
        return
    total = sum(_number(column.get(w("w"))) for column in columns)
    for column in columns[wanted:]:
        grid.remove(column)
    for _ in range(wanted - len(columns)):
        xml.child(grid, "gridCol", w=str(total // max(len(columns), 1)))
    _scale(grid.findall(w("gridCol")), total)


def _scale(columns: list[Element], total: int) -> None:
    current = sum(_number(column.get(w("w"))) for column in columns)
    if not total or not current:
        return
    for column in columns:
        column.set(w("w"), str(_number(column.get(w("w"))) * total // current))


def _rows(table: Element) -> list[Element]:
    return [
        row for row in table.iter(w("tr")) if next(iter(row.iterancestors(w("tbl"))), None) is table
    ]


def _width(row: Element) -> int:
    cells = [
        cell for cell in row.iter(w("tc")) if next(iter(cell.iterancestors(w("tr"))), None) is row
    ]
    outside = sum(_number(xml.value(row, f"trPr/{name}")) for name in ("gridBefore", "gridAfter"))
    return outside + sum(_number(xml.value(cell, "tcPr/gridSpan")) or 1 for cell in cells)


def _number(text: str | None) -> int:
    try:
        return int(float(text or 0))
    except ValueError:
        return 0
