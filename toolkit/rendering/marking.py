"""Marks while a template is still a tree: processing instructions, which Word never writes."""

from __future__ import annotations

import re

from lxml import etree

from toolkit.rendering.marks import DRAWING_ID, STAMP_SPOT, START, STOP
from toolkit.rendering.xml import Element

_NAME = "percorso"
_INSTRUCTION = re.compile(rf"<\?{_NAME} ([^?]+)\?>")
_IN_ATTRIBUTE = f"{_NAME}-drawing"
_AS_TEXT = f"{_NAME}-stamp"


def enclose(first: Element, last: Element, letter: str, number: int = 0) -> None:
    """Begin a region before *first* and end it after *last*, its sibling."""
    first.addprevious(etree.ProcessingInstruction(_NAME, f"{letter}{number}"))
    closing = etree.ProcessingInstruction(_NAME, "/")
    closing.tail, last.tail = last.tail, None
    last.addnext(closing)


def enclose_content(holder: Element, position: int, letter: str, number: int) -> None:
    """Make a region of the children of *holder* from *position* on."""
    holder.insert(position, etree.ProcessingInstruction(_NAME, f"{letter}{number}"))
    holder.append(etree.ProcessingInstruction(_NAME, "/"))


def number_later(drawing: Element) -> None:
    """Let the finisher number a drawing."""
    drawing.set("id", _IN_ATTRIBUTE)


def date_later(moment: Element) -> None:
    """Let the finisher write when the document was made."""
    moment.text = _AS_TEXT


def as_written(markup: str) -> str:
    """Return the XML of a tree with its instructions turned into marks."""
    marked = _INSTRUCTION.sub(rf"{START}\1{STOP}", markup)
    return marked.replace(f'"{_IN_ATTRIBUTE}"', f'"{DRAWING_ID}"').replace(_AS_TEXT, STAMP_SPOT)
