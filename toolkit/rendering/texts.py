"""Line breaks and tabs inside the text of a template."""

from __future__ import annotations

import re

from toolkit.rendering import xml
from toolkit.rendering.xml import Element, w

_BREAKS = re.compile("([\n\t])")
_OF_TAGS = re.compile(r"[{}%]")
_MARKS = {"\n": "br", "\t": "tab"}


def break_lines(root: Element) -> None:
    """Turn the newlines and tabs of a template's own text into Word's own."""
    for text in list(root.iter(w("t"))):
        content = text.text or ""
        if ("\n" in content or "\t" in content) and not _OF_TAGS.search(content):
            xml.replace(text, *_pieces(content))


def _pieces(content: str) -> list[Element]:
    pieces = []
    for part in _BREAKS.split(content):
        if part in _MARKS:
            pieces.append(xml.element(_MARKS[part]))
        elif part:
            piece = xml.element("t")
            piece.text = part
            xml.keep_spaces(piece)
            pieces.append(piece)
    return pieces
