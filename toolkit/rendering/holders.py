"""Tables, rows and cells that a loop or a condition may leave without what Word wants in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from jinja2 import nodes

from toolkit.rendering import marks

Spot = tuple[nodes.TemplateData, int]

_PROPERTIES = frozenset({"w:tblPr", "w:tblGrid", "w:tblPrEx", "w:trPr", "w:tcPr"})
_NEEDS_PARAGRAPH = frozenset(
    f"w:{name}" for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote")
)


@dataclass(slots=True, eq=False)
class Holder:
    """An element that is open: the block it began in, and what is sure to be in it."""

    name: str
    block: int
    start: Spot
    number: int = 0
    """Of a table: its place among those of the part, from 1."""
    has_sure_child: bool = False
    ends_well: bool = False
    has_loose_cells: bool = False
    is_simple: bool = True
    """Of a table: the template has no table inside it and no cell over several columns."""

    @property
    def is_region(self) -> bool:
        return self.name == marks.START


@dataclass(slots=True)
class Edits:
    """Marks to be put into the template's own text, once all of it was seen."""

    _at: dict[int, list[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(list))
    _nodes: dict[int, nodes.TemplateData] = field(default_factory=dict)

    def enclose(self, start: Spot, end: Spot, letter: str, number: int = 0) -> None:
        """Make a region of what stands between two spots."""
        self._insert(start, marks.mark(letter, number))
        self._insert(end, marks.END)

    def _insert(self, spot: Spot, mark: str) -> None:
        node, offset = spot
        self._nodes[id(node)] = node
        edits = self._at[id(node)]
        edits.append((offset, len(edits), mark))

    def apply(self) -> None:
        """Write the marks into the nodes."""
        for key, edits in self._at.items():
            node = self._nodes[key]
            pieces, position = [], 0
            for offset, _, mark in sorted(edits):
                pieces += [node.data[position:offset], mark]
                position = offset
            node.data = "".join((*pieces, node.data[position:]))


def closed_well(edits: Edits, holder: Holder, parent: Holder | None, end: Spot, block: int) -> None:
    """Note what *holder* was, and mark it if it may lack something."""
    is_whole = holder.block == block
    if is_whole and holder.name == "w:tr":
        if not holder.has_sure_child:
            edits.enclose(holder.start, end, marks.ROW)
    elif is_whole and holder.name == "w:tbl":
        if holder.has_loose_cells:
            letter = marks.SIMPLE_TABLE if holder.is_simple else marks.TABLE
            edits.enclose(holder.start, end, letter, holder.number)
        elif not holder.has_sure_child:
            edits.enclose(holder.start, end, marks.TABLE)
    elif is_whole and holder.name in _NEEDS_PARAGRAPH and not holder.ends_well:
        edits.enclose(holder.start, end, marks.HOLDER)
    if parent is not None:
        _tell(parent, holder, is_whole=is_whole)


def _tell(parent: Holder, child: Holder, *, is_whole: bool) -> None:
    """Tell the holder around what it is sure to have."""
    is_sure = is_whole and child.block == parent.block
    if child.name == marks.START:
        parent.has_sure_child |= child.has_sure_child
        parent.has_loose_cells |= child.has_loose_cells
        parent.ends_well = child.ends_well or parent.ends_well
        return
    if parent.is_region:
        parent.has_sure_child |= is_sure
    if (parent.name, child.name) in _COUNTED:
        parent.has_sure_child |= is_sure and (child.name == "w:tc" or child.has_sure_child)
        parent.has_loose_cells |= child.has_loose_cells or (child.name == "w:tc" and not is_sure)
    if child.name == "w:tbl":
        parent.ends_well = False
    elif child.name not in _PROPERTIES and is_sure:
        parent.ends_well = True


_COUNTED = frozenset({("w:tbl", "w:tr"), ("w:tr", "w:tc")})
