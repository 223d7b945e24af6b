"""The table of contents: filled with the headings that a document really has.

Page numbers are known only to who lays the pages out. Word computes them when it updates
the field, so the field is marked as out of date and ``w:updateFields`` makes Word offer to
refresh all fields when the document opens; LibreOffice refreshes them when it makes the
PDF (see ``pdf``). Until then each entry shows an en dash: a guess that may be wrong by a
page would be worse in a document that is handed in. Titles and links are right at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.rendering import xml
from toolkit.rendering.headings import Heading, headings, put_bookmark
from toolkit.rendering.parts import STYLES_TYPE, Parts
from toolkit.rendering.settings import offer_refresh
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w

PAGE_UNKNOWN = "–"
_LEVELS = re.compile(r'\\o\s+"?\d-(\d)')
_BOOKMARK = "_Toc9{number:08d}"


@dataclass(frozen=True, slots=True)
class _Field:
    instruction: str
    paragraphs: tuple[Element, ...]


def fill_contents(parts: Parts) -> None:
    """Fill the first table of contents of the document, when it has one."""
    field = next(_fields(parts.main()), None)
    if field is None:
        return
    _drop_old_bookmarks(parts.main())
    levels = _LEVELS.search(field.instruction)
    listed = headings(parts, int(levels.group(1)) if levels else 3)
    styles = Styles(parts.only(STYLES_TYPE))
    entries = [_entry(heading, position, styles) for position, heading in enumerate(listed, 1)]
    if entries:
        _enclose(entries, field)
        xml.replace(field.paragraphs[0], *entries)
        for paragraph in field.paragraphs[1:]:
            xml.remove(paragraph)
    offer_refresh(parts)


def _enclose(entries: list[Element], field: _Field) -> None:
    """Begin the field in the first entry and end it in the last, where a section may end."""
    for run in reversed(_opening(field.instruction)):
        entries[0].insert(1, run)
    entries[-1].append(_mark("end"))
    section = field.paragraphs[-1].find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        entries[-1][0].append(section)


def _fields(root: Element) -> Iterator[_Field]:
    """Yield the fields that begin with ``TOC`` and the paragraphs they span."""
    depth, instruction, spanned = 0, "", list[Element]()
    for item in root.iter(w("p"), w("fldChar"), w("instrText")):
        if item.tag == w("p"):
            if depth:
                spanned.append(item)
        elif item.tag == w("instrText"):
            instruction += (item.text or "") if depth == 1 else ""
        elif item.get(w("fldCharType")) == "begin":
            depth += 1
            if depth == 1:
                instruction, spanned = "", [_paragraph(item)]
        elif item.get(w("fldCharType")) == "end" and depth:
            depth -= 1
            if not depth and instruction.split()[:1] == ["TOC"]:
                yield _Field(instruction.strip(), tuple(spanned))


def _paragraph(item: Element) -> Element:
    return next(iter(item.iterancestors(w("p"))))


def _entry(heading: Heading, position: int, styles: Styles) -> Element:
    name = _BOOKMARK.format(number=position)
    put_bookmark(heading, name)
    paragraph = xml.element("p")
    style = styles.identifier(f"toc {heading.level}")
    properties = xml.child(paragraph, "pPr")
    if style is not None:
        xml.child(properties, "pStyle", val=style)
    link = xml.child(paragraph, "hyperlink", anchor=name, history="1")
    if heading.number:
        link.append(xml.text_run(heading.number))
        link.append(_gap(style, styles))
    link.append(xml.text_run(heading.text))
    link.append(_tab())
    for run in _page_field(name):
        link.append(run)
    return paragraph


def _gap(style: str | None, styles: Styles) -> Element:
    """Return what stands between number and title: a tab when the style has a place for it."""
    for level in styles.chain(style):
        stops = [stop.get(w("val")) for stop in level.iter(w("tab"))]
        if stops:
            return _tab() if "left" in stops else xml.text_run(" ")
    return xml.text_run(" ")


def _tab() -> Element:
    run = xml.element("r")
    xml.child(run, "tab")
    return run


def _page_field(bookmark: str) -> Iterator[Element]:
    yield _mark("begin")
    yield _instruction(f" PAGEREF {bookmark} \\h ")
    yield _mark("separate")
    yield xml.text_run(PAGE_UNKNOWN)
    yield _mark("end")


def _opening(instruction: str) -> list[Element]:
    begin = _mark("begin")
    begin[0].set(w("dirty"), "true")
    return [begin, _instruction(f" {instruction} "), _mark("separate")]


def _mark(kind: str) -> Element:
    run = xml.element("r")
    xml.child(run, "fldChar", fldCharType=kind)
    return run


def _instruction(text: str) -> Element:
    run = xml.element("r")
    instruction = xml.child(run, "instrText")
    instruction.text = text
    xml.keep_spaces(instruction)
    return run


def _drop_old_bookmarks(root: Element) -> None:
    """Remove the bookmarks of a table of contents that Word made in the template."""
    old = [item for item in root.iter(w("bookmarkStart")) if _is_contents_mark(item)]
    identifiers = {item.get(w("id")) for item in old}
    ends = [item for item in root.iter(w("bookmarkEnd")) if item.get(w("id")) in identifiers]
    for item in (*old, *ends):
        xml.remove(item)


def _is_contents_mark(bookmark: Element) -> bool:
    return str(bookmark.get(w("name"))).startswith("_Toc")
