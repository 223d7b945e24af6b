"""A Word document as plain text that a person can read and a test can compare."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


@cache
def dumped(content: bytes) -> str:
    """Return properties, running headers and the body: headings, paragraphs and table rows."""
    document = docx.Document(BytesIO(content))
    core = document.core_properties
    parts = [f"title: {core.title}", f"subject: {core.subject}", f"author: {core.author}", ""]
    for name in ("header", "footer"):
        running = getattr(document.sections[-1], name)
        parts += [f"{name}: {text}" for each in running.paragraphs if (text := _text(each))]
    for block in _blocks(document.element.body, document):
        parts += ["", *_told(block)]
    return "\n".join(parts) + "\n"


def records(content: bytes, *headings: str) -> list[dict[str, str]]:
    """Return the rows of the tables whose header has *headings*, each cell under its heading.

    Rows with fewer cells, such as totals and the names of months, are left out.
    """
    return [
        dict(zip(header, row, strict=True))
        for header, *rows in _tables(content)
        if set(headings) <= set(header)
        for row in rows
        if len(row) == len(header)
    ]


@cache
def _tables(content):
    document = docx.Document(BytesIO(content))
    blocks = _blocks(document.element.body, document)
    return [[_cells(row) for row in block.rows] for block in blocks if isinstance(block, Table)]


def _blocks(body, parent):
    for child in body.iterchildren():
        if child.tag == qn("w:p"):
            yield Paragraph(child, parent)
        elif child.tag == qn("w:tbl"):
            yield Table(child, parent)
        elif child.tag == qn("w:sdt"):
            yield from _blocks(child.find(qn("w:sdtContent")), parent)


def _told(block):
    if isinstance(block, Table):
        return ["| " + " | ".join(_cells(row)) + " |" for row in block.rows]
    text = _text(block)
    if not text:
        return []
    names = list(_style_names(block.style))
    if level := next((int(n.split()[-1]) for n in names if n.startswith("Heading")), 0):
        return [f"{'#' * level} {text}"]
    if names[0].lower().startswith("list"):
        return [f"- {text}"]
    return [text]


def _style_names(style):
    """Yield the name of *style* and of those it is based on."""
    while style is not None:
        yield style.name
        style = style.base_style


def _cells(row):
    return [
        " / ".join(text for each in _blocks(cell, row) for text in _told(each))
        for cell in row._tr.iterchildren(qn("w:tc"))
    ]


def _text(paragraph):
    """Return the text of a paragraph, that of fields and links included."""
    pieces = []
    for node in paragraph._p.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if node.getparent().tag != qn("w:r"):
            continue
        pieces.append(node.text or "" if node.tag == qn("w:t") else " ")
    return "".join(pieces).strip()
