"""The names of WordprocessingML and a parser that repairs nothing."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

Element = etree._Element  # noqa: SLF001 - the only name that the type has

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


# In UTF-8, and in UTF-16 of either kind.
_DOCTYPE = re.compile(rb"<!DOCTYPE|<\x00!\x00D\x00O\x00C\x00|\x00<\x00!\x00D\x00O\x00C")


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


class MarkupError(ValueError):
    """Text that is not the XML of a part; the place counts from 1."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


def parse(xml: bytes | str) -> Element:
    """Return the root of *xml*.

    Raises `MarkupError` for whatever is not well-formed, and for a document type: no part of
    a Word document has one, and entities could make a small file grow without end.
    """
    if _DOCTYPE.search(xml if isinstance(xml, bytes) else xml.encode("utf-8", "replace")):
        raise MarkupError("DOCTYPE", 1, 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise MarkupError(error.msg or "XML", line or 1, column or 1) from error
    except UnicodeError as error:
        raise MarkupError(str(error), 1, 1) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise MarkupError("DOCTYPE", 1, 1)
    return root


def serialise(root: Element) -> bytes:
    """Return *root* as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def as_text(root: Element) -> str:
    """Return *root* as a string, without a declaration."""
    return etree.tostring(root, encoding="unicode")


def element(name: str, /, **attributes: str) -> Element:
    """Return a new ``w:name`` with ``w:`` attributes."""
    made = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        made.set(w(key), value)
    return made


def child(parent: Element, name: str, /, **attributes: str) -> Element:
    """Append a new ``w:name`` to *parent* and return it."""
    made = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        made.set(w(key), value)
    return made


def value(parent: Element | None, path: str, name: str = "val") -> str | None:
    """Return the attribute *name* of the element at *path*, both without prefix, in *parent*."""
    if parent is None:
        return None
    found = parent.find("/".join(w(step) for step in path.split("/")))
    return None if found is None else found.get(w(name))


def all_text(item: Element) -> str:
    """Return all the text inside *item*."""
    return "".join(str(text) for text in item.itertext())


def text_run(text: str) -> Element:
    """Return a run that prints *text*."""
    run = element("r")
    printed = child(run, "t")
    printed.text = text
    keep_spaces(printed)
    return run


def keep_spaces(text: Element) -> None:
    """Make Word keep the spaces at the ends of a ``w:t``."""
    content = text.text or ""
    if content != content.strip():
        text.set(SPACE, "preserve")


def copied(original: Element) -> Element:
    """Return a deep copy of *original*, without the text that follows it."""
    twin = deepcopy(original)
    twin.tail = None
    return twin


def replace(old: Element, *new: Element) -> None:
    """Put *new* in the place of *old*."""
    for item in new:
        old.addprevious(item)
    remove(old)


def remove(old: Element) -> None:
    """Take *old* out of its parent."""
    parent = old.getparent()
    if parent is not None:
        parent.remove(old)
