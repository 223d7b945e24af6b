"""The table of contents of a template, and the paragraphs that it may list: found and marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.rendering import marking, marks, xml
from toolkit.rendering.numbering import Numbering
from toolkit.rendering.outline import Entry, Numbered, Outline
from toolkit.rendering.parts import NUMBERING_TYPE, STYLES_TYPE, Parts
from toolkit.rendering.settings import offer_refresh
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w

_LEVELS = re.compile(r'\\o\s+"?\d-(\d)')
_DECLARATIONS = re.compile(r' xmlns:\w+="[^"]*"')


@dataclass(frozen=True, slots=True)
class _Field:
    instruction: str
    paragraphs: tuple[Element, ...]


def prepare_contents(parts: Parts) -> Outline | None:
    """Mark the first table of contents and what is counted for it; offer to refresh it."""
    field = next(_fields(parts.main()), None)
    if field is None or len({item.getparent() for item in field.paragraphs}) != 1:
        return None
    offer_refresh(parts)
    _drop_old_bookmarks(parts.main())
    styles = Styles(parts.only(STYLES_TYPE))
    numbering = Numbering(parts.only(NUMBERING_TYPE), styles)
    levels = _LEVELS.search(field.instruction)
    paragraphs = _marked(parts.main(), styles, numbering, int(levels[1]) if levels else 3)
    marking.enclose(field.paragraphs[0], field.paragraphs[-1], marks.CONTENTS)
    section = field.paragraphs[-1].find(f"{w('pPr')}/{w('sectPr')}")
    return Outline(
        field.instruction,
        "" if section is None else _DECLARATIONS.sub("", xml.as_text(section)),
        paragraphs,
        tuple(_entry(level, styles) for level in range(1, 10)),
        numbering.lists,
    )


def _marked(
    root: Element, styles: Styles, numbering: Numbering, deepest: int
) -> tuple[Numbered, ...]:
    """Mark the headings down to level *deepest*, and all that is counted with them."""
    found = list(_numbered(root, styles, numbering, deepest))
    lists = numbering.lists.instances
    counted = {lists[each.instance] for _, each in found if each.level and each.instance}
    kept = [
        (paragraph, each)
        for paragraph, each in found
        if each.level or lists[each.instance] in counted
    ]
    for number, (paragraph, _) in enumerate(kept):
        after_properties = 0 if paragraph.find(w("pPr")) is None else 1
        marking.enclose_content(paragraph, after_properties, marks.HEADING, number)
    return tuple(each for _, each in kept)


def _numbered(
    root: Element, styles: Styles, numbering: Numbering, deepest: int
) -> Iterator[tuple[Element, Numbered]]:
    for paragraph in root.iter(w("p")):
        instance, position = numbering.place(paragraph) or ("", 0)
        level = styles.heading_level(paragraph) or 0
        if next(iter(paragraph.iterancestors(w("txbxContent"))), None) is not None:
            level = 0
        listed = level if level <= deepest else 0
        if instance or listed:
            yield paragraph, Numbered(listed, instance, position)


def _entry(level: int, styles: Styles) -> Entry:
    style = styles.identifier(f"toc {level}")
    for each in styles.chain(style):
        stops = [stop.get(w("val")) for stop in each.iter(w("tab"))]
        if stops:
            return Entry(style or "", "left" in stops)
    return Entry(style or "", has_tab=False)


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


def _drop_old_bookmarks(root: Element) -> None:
    """Remove the bookmarks of a table of contents that Word made in the template."""
    old = [item for item in root.iter(w("bookmarkStart")) if _is_contents_mark(item)]
    identifiers = {item.get(w("id")) for item in old}
    ends = [item for item in root.iter(w("bookmarkEnd")) if item.get(w("id")) in identifiers]
    for item in (*old, *ends):
        xml.remove(item)


def _is_contents_mark(bookmark: Element) -> bool:
    return str(bookmark.get(w("name"))).startswith("_Toc")
