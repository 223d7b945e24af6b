"""Markup that a value carries: docxtpl's rich text, the result of a macro."""

from __future__ import annotations

import re

from toolkit.rendering import xml
from toolkit.rendering.marks import DRAWING_ID
from toolkit.rendering.xml import PIC, WP, A, R, W, w

_SPACES = {
    "w": W,
    "r": R,
    "wp": WP,
    "a": A,
    "pic": PIC,
    "w14": xml.W14,
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _SPACES.items())
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f]")
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_BLOCKS = frozenset(
    w(name) for name in ("p", "tbl", "sdt", "bookmarkStart", "bookmarkEnd", "sectPr")
)
_NEVER_IN = {
    w("p"): frozenset(w(name) for name in ("p", "tbl", "t")),
    w("r"): frozenset(w(name) for name in ("p", "tbl", "r")),
}


def fits(markup: str, before: str, after: str) -> bool:
    """Tell whether *markup* is well-formed and at home between *before* and *after*."""
    bare = _CONTROL.sub("", markup)
    try:
        root = xml.parse(f"<x {_DECLARED}>{before}{bare}{after}</x>")
    except xml.MarkupError:
        return False
    return len(root) == 1 and all(_is_at_home(item) for item in root.iter())


def _is_at_home(item: xml.Element) -> bool:
    children = {str(child.tag) for child in item}
    if item.tag == w("t"):
        return not children
    if item.tag == w("body"):
        return children <= _BLOCKS and not (item.text or "").strip()
    return children.isdisjoint(_NEVER_IN.get(str(item.tag), frozenset()))


def with_own_identifiers(markup: str) -> str:
    """Let the drawings of *markup* be numbered with all others of the document."""
    return _DRAWING.sub(rf"\g<1>{DRAWING_ID}\g<2>", markup) if "<wp:docPr" in markup else markup
