"""Markup that a value carries: docxtpl's rich text, the result of a macro."""

from __future__ import annotations

import re

from lxml import etree

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


def parsed(markup: str, root: str) -> xml.Element:
    """Return *markup* inside *root*, a start tag that declares what it uses."""
    name = root[1:].split(None, 1)[0].rstrip("/>")
    return xml.parse(f"{root}{_CONTROL.sub(_kept, markup)}</{name}>")


def unparsed(root: xml.Element) -> str:
    """Return the markup that `parsed` was given, as it is now."""
    text = etree.tostring(root, encoding="ascii").decode()
    inside = text[text.index(">") + 1 : text.rindex("<")]
    return _KEPT.sub(lambda found: chr(int(found[1]) - _NON_CHARACTERS), inside)


def _kept(found: re.Match[str]) -> str:
    # Marks and what is resolved later have no place in XML: they pass it as non-characters,
    # which no value can hold either.
    return chr(_NON_CHARACTERS + ord(found.group()))


_NON_CHARACTERS = 0xFDD0
_KEPT = re.compile(r"&#(6497[6-9]|649[89][0-9]|6500[0-7]);")


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
