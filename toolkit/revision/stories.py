"""A Word document as the paragraphs and tables that a person reads, part by part.

What Word writes of itself is not read: the table of contents, page numbers, revision marks,
how text is cut into runs. A document that was only opened and saved again reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from toolkit.errors import TemplateError, UnreadableError
from toolkit.rendering import xml
from toolkit.rendering.package import read_members
from toolkit.rendering.xml import MarkupError, w
from toolkit.revision.looks import Look, style_names, text_and_looks
from toolkit.text import Text

Element = Any
"""An element of lxml, which is only handed on here."""

BODY = "word/document.xml"


class UnreadableDocumentError(UnreadableError):
    """A file is not a Word document that can be read."""

    message = Text(
        it="non è un documento Word leggibile (.docx): aprilo e salvalo di nuovo con Word.",
        en="this is not a Word document that can be read (.docx): open and save it again in Word.",
    )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words, the name of its style and how its words look."""

    element: Element
    text: str
    style: str
    looks: tuple[Look, ...]

    @property
    def key(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with what stands in it."""

    element: Element
    blocks: tuple[Block, ...]

    @property
    def key(self) -> str:
        return "\n".join(block.key for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    element: Element
    cells: tuple[Cell, ...]

    @property
    def key(self) -> str:
        return "\t".join(cell.key for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its rows in order."""

    element: Element
    rows: tuple[Row, ...]

    @property
    def key(self) -> str:
        return "\n".join(row.key for row in self.rows)


Block = Paragraph | Table


@dataclass(frozen=True)
class WordDocument:
    """The members of a package, with the parts that people read."""

    members: Mapping[str, bytes]
    roots: Mapping[str, Element] = field(repr=False)
    """The root of each part that people read, by name: the body first."""

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """The name of each style by its id: ids change with the language of Word."""
        content = self.members.get("word/styles.xml")
        return style_names(xml.parse(content)) if content else {}

    @cached_property
    def program(self) -> str:
        """The program that wrote the document, without its version: ``Microsoft``."""
        content = self.members.get("docProps/app.xml", b"")
        named = re.search(rb"<Application>\s*([^\s/<]+)", content)
        return named[1].decode("utf-8", "replace") if named else ""

    @cached_property
    def stories(self) -> Mapping[str, tuple[Block, ...]]:
        """The paragraphs and tables of each part, in reading order, empty paragraphs left out."""
        return {
            part: tuple(each for each in _blocks(_container(root), self.styles) if each.key.strip())
            for part, root in self.roots.items()
        }

    @property
    def keys(self) -> Mapping[str, str]:
        """All the words of each part."""
        return {
            part: "\n".join(block.key for block in blocks) for part, blocks in self.stories.items()
        }

    def story(self, part: str | None) -> tuple[Block, ...]:
        """Return the paragraphs and tables of *part*; none of a part there is not."""
        return self.stories.get(part or "", ())


def read_document(content: bytes, where: str) -> WordDocument:
    """Return the document whose file has that *content*; messages call it *where*.

    Raises `UnreadableDocumentError`.
    """
    try:
        members = read_members(content, where)
        roots = {name: xml.parse(members[name]) for name in _read_parts(members)}
    except (TemplateError, MarkupError) as error:
        raise UnreadableDocumentError(where) from error
    if BODY not in roots:
        raise UnreadableDocumentError(where)
    return WordDocument(members, roots)


def _read_parts(members: Mapping[str, bytes]) -> Iterator[str]:
    if BODY in members:
        yield BODY
    for name in sorted(members):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            yield name


def _container(root: Element) -> Element:
    body = root.find(w("body"))
    return root if body is None else body


def _blocks(parent: Element, styles: Mapping[str, str]) -> Iterator[Block]:
    for child in parent:
        if child.tag == w("p"):
            paragraph = _paragraph(child, styles)
            # The table of contents is filled in by whichever program opens the document.
            if not paragraph.style.startswith("toc "):
                yield paragraph
        elif child.tag == w("tbl"):
            yield Table(child, tuple(_row(each, styles) for each in _inside(child, "tr")))
        elif child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from _blocks(content, styles)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, styles)


_WRAPPERS = {w("customXml"), w("smartTag"), w("ins"), w("moveTo")}
"""What may stand around paragraphs and rows without being one."""


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Yield the children called *name*, through what may stand around them."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            yield from () if content is None else _inside(content, name)
        elif child.tag in _WRAPPERS:
            yield from _inside(child, name)


def _row(element: Element, styles: Mapping[str, str]) -> Row:
    cells = (Cell(each, tuple(_blocks(each, styles))) for each in _inside(element, "tc"))
    return Row(element, tuple(cells))


def _paragraph(element: Element, styles: Mapping[str, str]) -> Paragraph:
    identifier = xml.value(element, "pPr/pStyle") or ""
    text, looks = text_and_looks(element, styles)
    return Paragraph(element, text, styles.get(identifier, identifier.lower()), looks)
