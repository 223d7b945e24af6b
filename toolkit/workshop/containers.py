"""Where blocks open and close in the document: in one paragraph, cell, row or table."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from toolkit.rendering.xml import Element, w
from toolkit.text import Text
from toolkit.workshop.blocks import Block
from toolkit.workshop.slips import Slip, slip
from toolkit.workshop.statements import statement_of
from toolkit.workshop.tags import Tag

_OUTER = {"tr": "tbl", "tc": "tr"}

WRAPPERS = {
    w("hyperlink"): Text(it="un collegamento", en="a link"),
    w("ins"): Text(it="una revisione", en="a tracked change"),
    w("moveTo"): Text(it="una revisione", en="a tracked change"),
    w("sdt"): Text(it="un controllo contenuto", en="a content control"),
    w("sdtContent"): Text(it="un controllo contenuto", en="a content control"),
    w("fldSimple"): Text(it="un campo", en="a field"),
    w("smartTag"): Text(it="uno smart tag", en="a smart tag"),
    w("txbxContent"): Text(it="una casella di testo", en="a text box"),
}
"""What Word puts around text inside a paragraph, as people call it."""
_SOMETHING = Text(it="un altro elemento", en="another element")


@dataclass(frozen=True, slots=True)
class Fields:
    """Where fields of Word begin and end in a part, by the position of their marks."""

    positions: tuple[int, ...]
    depths: tuple[int, ...]
    """How many are open after each mark."""

    def open_at(self, position: int) -> int:
        """Return how many fields are open at a position of the part."""
        passed = bisect(self.positions, position)
        return self.depths[passed - 1] if passed else 0


_STEPS = {"begin": 1, "end": -1}


def fields_in(root: Element) -> Fields:
    """Return the fields of a part."""
    marks = [
        (position, _STEPS.get(str(item.get(w("fldCharType"))), 0))
        for position, item in enumerate(root.iter())
        if item.tag == w("fldChar")
    ]
    depths = accumulate(step for _, step in marks)
    return Fields(tuple(position for position, _ in marks), tuple(depths))


def misplaced(block: Block, fields: Fields) -> Iterator[Slip]:
    """Yield what is wrong with where a block's tags stand; one slip a block."""
    first, *others = block.tags
    if not isinstance(first, Tag):
        return
    for other in others:
        if not (isinstance(other, Tag) and _stands_well(first) and _stands_well(other)):
            continue
        if found := _between(first, other, block.word, fields):
            yield found
            return


def _stands_well(tag: Tag) -> bool:
    """Tell whether nothing is wrong with the tag itself that explains where it stands."""
    outer = _OUTER.get(tag.scope)
    is_inside = outer is None or next(tag.passage.element.iterancestors(w(outer)), None) is not None
    return tag.word == statement_of(tag) and is_inside


def _between(first: Tag, other: Tag, word: str, fields: Fields) -> Slip | None:
    if first.scope != other.scope and "r" not in (first.scope, other.scope):
        opening, closing = _written(first), _written(other)
        values = {"word": other.word, "opening": opening, "closing": closing}
        return Slip("mixed-scopes", other.at(), values)
    one, two = container(first), container(other)
    if one is not two and not (_is_inline(first) and one.getparent() is two.getparent()):
        return _apart(first, other, word)
    wrapper = _unshared_wrapper(first, other)
    if wrapper is not None:
        return slip("block-cuts", other.at(), word=word, what=WRAPPERS.get(wrapper, _SOMETHING))
    depths = [fields.open_at(each.order()[0]) for each in (first, other)]
    if first.passage.is_paragraph and depths[0] != depths[1]:
        return slip("block-cuts-field", first.at(), word=word)
    if one is not two:
        return slip("block-across-paragraphs", first.at(), word=word, end=other.word)
    return None


def container(tag: Tag) -> Element:
    """Return what a tag stands in once what it takes out is gone."""
    element = tag.passage.element
    if not tag.passage.is_paragraph or _is_inline(tag):
        return element
    if tag.scope == "p":
        return _parent(element)
    return next(element.iterancestors(w(_OUTER[tag.scope])), element)


def _apart(first: Tag, other: Tag, word: str) -> Slip:
    """Return the slip for two tags in different containers: cells, rows, tables or parts of text."""
    where = other.passage.where()
    one, two = (_nearest_cell(tag) for tag in (first, other))
    are_cells = one is not None and two is not None and one is not two
    kind = "block-across-containers"
    if are_cells and first.scope not in _OUTER:
        kind = "block-across-cells"
    return slip(kind, first.at(), word=word, end=other.word, where=where)


def _nearest_cell(tag: Tag) -> Element | None:
    return next(tag.passage.element.iterancestors(w("tc")), None)


def _is_inline(tag: Tag) -> bool:
    return not tag.is_structural


def _written(tag: Tag) -> str:
    return f"{{%{tag.scope}"


def _unshared_wrapper(first: Tag, other: Tag) -> str | None:
    """Return the name of an element around one of two inline tags and not around the other."""
    if not (_is_inline(first) and first.passage.is_paragraph and other.passage.is_paragraph):
        return None
    one, two = (_wrappers(tag) for tag in (first, other))
    if [str(item.tag) for item in one] == [str(item.tag) for item in two]:
        return None
    shared = [item for item in one if item in two]
    return next(str(item.tag) for item in (*one, *two) if item not in shared)


def _wrappers(tag: Tag) -> list[Element]:
    source = tag.passage.sources[tag.start]
    return wrappers(source, tag.passage.element)


def wrappers(source: Element, paragraph: Element) -> list[Element]:
    """Return the elements between a text and its paragraph, its run apart, inner first."""
    found = []
    for item in source.iterancestors():
        if item is paragraph:
            break
        if item.tag != w("r"):
            found.append(item)
    return found


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent
