"""The cells of a template's tables, once docxtpl has put its spans, merges and colours in."""

from __future__ import annotations

import re

from toolkit.rendering import xml
from toolkit.rendering.xml import Element, w

_CELL_ORDER = {
    name: position
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
_CELL_TAG = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b")
_PROPERTIES = re.compile(r"(<w:tcPr(?: [^>]*)?>)(.*?)(</w:tcPr>)", re.DOTALL)
# An attribute may hold a tag of the template, with quotes of its own.
_CHILD = re.compile(
    r'<w:(\w+)(?:\s+[\w:]+="(?:\{\{.*?\}\}|\{%.*?%\}|[^"])*")*\s*(?:/>|>.*?</w:\1>)', re.DOTALL
)


def open_cell_properties(root: Element) -> None:
    """Give every cell with a tag for its properties some that docxtpl can write into."""
    for cell in root.iter(w("tc")):
        if not _CELL_TAG.search(xml.all_text(cell)):
            continue
        properties = cell.find(w("tcPr"))
        if properties is None:
            properties = cell.makeelement(w("tcPr"))
            cell.insert(0, properties)
        if len(properties) == 0:
            # Written with an end tag, which docxtpl looks for.
            properties.text = ""


def order_cell_properties(source: str) -> str:
    """Put the properties of each cell that a tag wrote into Word's order."""
    return _PROPERTIES.sub(_ordered, source)


def _ordered(found: re.Match[str]) -> str:
    opening, content, closing = found.groups()
    children = list(_CHILD.finditer(content))
    if "{" not in content or _CHILD.sub("", content).strip():
        return found.group()
    ordered = sorted(children, key=lambda child: _CELL_ORDER.get(child[1], len(_CELL_ORDER)))
    return opening + "".join(child.group() for child in ordered) + closing
