"""The passages of a template: every piece of text that may hold tags, with its place.

A passage is a paragraph, an alternative text, the instruction of a field or a property of
the document. Its characters remember the element they come from, so that a fault can be
pointed at in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from toolkit.rendering import xml
from toolkit.rendering.parts import CORE_TYPE, STYLES_TYPE, TEXT_TYPES, Parts
from toolkit.rendering.places import Place, paragraphs_with_places
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w
from toolkit.text import Text

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_DESCRIBED = f"{{{xml.WP}}}docPr"


_PROPERTIES = {
    "title": Text(it="titolo", en="title"),
    "subject": Text(it="oggetto", en="subject"),
    "creator": Text(it="autore", en="author"),
    "keywords": Text(it="parole chiave", en="keywords"),
    "description": Text(it="commenti", en="comments"),
}


class Kind(Enum):
    """What a passage is in its document."""

    PARAGRAPH = Text(it="", en="")
    ALTERNATIVE = Text(it="testo alternativo", en="alternative text")
    FIELD = Text(it="campo", en="field")
    PROPERTY = Text(it="proprietà «{name}»", en="property “{name}”")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, where it stands, and the element of each of its characters."""

    part: str
    number: int
    kind: Kind
    place: Place
    text: str
    element: Element
    """The paragraph; the element with the attribute or the text of other kinds."""
    sources: tuple[Element, ...] = field(repr=False)
    order: tuple[int, ...] = field(repr=False)
    """For each character the position of its element in the part."""

    @property
    def is_paragraph(self) -> bool:
        return self.kind is Kind.PARAGRAPH

    def where(self) -> Text:
        """Return its place in words."""
        words = self.place.words()
        if self.is_paragraph:
            return words
        tag = str(self.element.tag).rpartition("}")[2]
        name = _PROPERTIES.get(tag, tag)
        kind = self.kind.value.filled(name=name)
        return Text(it=f"{words.it}, {kind.it}", en=f"{words.en}, {kind.en}")

    def at(self, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """Return the path of a stretch of its text."""
        stop = len(self.text) if end is None else end
        return (self.part, str(self.number), str(start), str(stop))

    def order_of(self, offset: int) -> tuple[int, int]:
        """Return what sorts a character among all of its part."""
        return (self.order[offset], offset) if self.order else (0, offset)


def passages(parts: Parts) -> tuple[Passage, ...]:
    """Return every passage of a template, the main document first."""
    styles = Styles(parts.only(STYLES_TYPE))
    found = [
        passage for part in parts.of_type(*TEXT_TYPES) for passage in _in_text(parts, part, styles)
    ]
    for part in parts.of_type(CORE_TYPE):
        found += _in_properties(parts, part)
    return tuple(found)


def _in_text(parts: Parts, part: str, styles: Styles) -> Iterator[Passage]:
    positions = {item: position for position, item in enumerate(parts.tree(part).iter())}
    number = 0
    for paragraph, place in paragraphs_with_places(parts, part, styles):
        # What Word shows where it cannot draw a shape repeats the shape's own text.
        if next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue
        for kind, element, text, sources in _of_paragraph(paragraph):
            order = tuple(positions[item] for item in sources)
            yield Passage(part, number, kind, place, text, element, sources, order)
            number += 1


_Piece = tuple[Kind, Element, str, tuple[Element, ...]]


def _of_paragraph(paragraph: Element) -> Iterator[_Piece]:
    text, sources = "", list[Element]()
    others: list[_Piece] = []
    for item in _own(paragraph):
        piece = _SPACES.get(str(item.tag), "") if item.tag != w("t") else item.text or ""
        if item.tag == _DESCRIBED and item.get("descr"):
            others.append(_single(Kind.ALTERNATIVE, item, str(item.get("descr"))))
        elif item.tag == w("instrText") and item.text:
            others.append(_single(Kind.FIELD, item, item.text))
        elif piece and _is_printed(item):
            text += piece
            sources += [item] * len(piece)
    yield Kind.PARAGRAPH, paragraph, text, tuple(sources)
    yield from others


def _single(kind: Kind, item: Element, text: str) -> _Piece:
    return kind, item, text, (item,) * len(text)


def _is_printed(item: Element) -> bool:
    # A w:tab of the paragraph's properties is a tab stop.
    holder = item.getparent()
    return holder is not None and holder.tag == w("r")


def _own(paragraph: Element) -> Iterator[Element]:
    """Yield what stands in *paragraph* and in no other paragraph inside it."""
    for child in paragraph:
        if child.tag == w("p") or child.tag == _FALLBACK:
            continue
        yield child
        yield from _own(child)


def _in_properties(parts: Parts, part: str) -> Iterator[Passage]:
    place = Place(part)
    for number, item in enumerate(parts.tree(part)):
        if item.text:
            sources = (item,) * len(item.text)
            order = (number,) * len(item.text)
            yield Passage(part, number, Kind.PROPERTY, place, item.text, item, sources, order)
