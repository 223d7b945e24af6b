"""The headings of a document as its table of contents lists them."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.rendering import xml
from toolkit.rendering.numbering import Numbering
from toolkit.rendering.parts import NUMBERING_TYPE, STYLES_TYPE, Parts
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading's paragraph, level (from 1), number as printed, and text."""

    paragraph: Element
    level: int
    number: str
    text: str


def headings(parts: Parts, deepest: int) -> tuple[Heading, ...]:
    """Return the headings down to level *deepest*, in order, without those in text boxes."""
    styles = Styles(parts.only(STYLES_TYPE))
    numbering = Numbering(parts.only(NUMBERING_TYPE), styles)
    found = []
    for paragraph in parts.main().iter(w("p")):
        number = numbering.number(paragraph)
        level = styles.heading_level(paragraph)
        text = printed_text(paragraph)
        boxed = next(iter(paragraph.iterancestors(w("txbxContent"))), None) is not None
        if level is not None and level <= deepest and text and not boxed:
            found.append(Heading(paragraph, level, number, text))
    return tuple(found)


def printed_text(paragraph: Element) -> str:
    """Return the text of a paragraph; tabs and line breaks count as spaces."""
    pieces = []
    for item in paragraph.iter(w("t"), w("tab"), w("br"), w("noBreakHyphen")):
        if item.tag == w("t"):
            pieces.append(item.text or "")
        elif item.tag == w("noBreakHyphen"):
            pieces.append("-")
        elif _is_printed(item):
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _is_printed(mark: Element) -> bool:
    run = mark.getparent()
    return run is not None and run.tag == w("r")


def put_bookmark(heading: Heading, name: str) -> None:
    """Enclose a heading's content in a bookmark; its id is given when ids are made unique."""
    paragraph = heading.paragraph
    start = xml.element("bookmarkStart", id=name, name=name)
    end = xml.element("bookmarkEnd", id=name)
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)
