"""Line breaks and tabs inside values."""

from __future__ import annotations

import re

from toolkit.rendering import xml
from toolkit.rendering.xml import Element, w

_BREAKS = re.compile("([\n\t])")
_MARKS = {"\n": "br", "\t": "tab"}


def break_lines(root: Element) -> None:
    """Turn the newlines and tabs of printed text into Word's own, and keep outer spaces."""
    for text in list(root.iter(w("t"))):
        content = text.text or ""
        if "\n" in content or "\t" in content:
            xml.replace(text, *_pieces(content))
        else:
            xml.keep_spaces(text)


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
