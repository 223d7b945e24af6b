"""The words of a paragraph as a reader sees them, and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toolkit.rendering import xml
from toolkit.rendering.xml import MC, W, w

Element = Any
Look = tuple[int, tuple[tuple[str, str], ...]]
"""How many characters look alike, and the properties written for them."""

_PROPERTIES = ("rStyle", "b", "i", "u", "strike", "color", "highlight", "sz", "vertAlign")
"""What people change with the buttons of Word; the rest is noise of programs."""

_ON = {None, "1", "true", "on"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "\u25a1"}
_NOTES = {w("footnoteReference"): "\u2020", w("endnoteReference"): "\u2021"}
_OBJECTS = {w("drawing"), w("pict"), w("object"), f"{{{MC}}}AlternateContent"}
"""Pictures, shapes and text boxes; Word writes most of them in two ways, one for older programs."""
_FILLED_IN = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "DATE", "TIME", "SAVEDATE")
"""Fields whose result the program that opens a document writes, not a person."""


def style_names(root: Element) -> dict[str, str]:
    """Return the name of each style by id, in small letters."""
    return {
        str(style.get(w("styleId"))): (xml.value(style, "name") or "").lower()
        for style in root.iter(w("style"))
    }


def text_and_looks(paragraph: Element, styles: Mapping[str, str]) -> tuple[str, tuple[Look, ...]]:
    """Return the words of *paragraph* and, run by run, how they look."""
    words: list[str] = []
    looks: list[Look] = []
    for text, properties in _runs(paragraph):
        words.append(text)
        look = _look(properties, styles)
        if looks and looks[-1][1] == look:
            looks[-1] = (looks[-1][0] + len(text), look)
        elif text:
            looks.append((len(text), look))
    return "".join(words), tuple(looks)


def _runs(paragraph: Element) -> Iterator[tuple[str, Element | None]]:
    """Yield the text of each run that is read; what was deleted with revisions is not."""
    fields: list[_Field] = []
    for run in paragraph.iter(w("r")):
        if any(_is_skipped(each) for each in run.iterancestors()):
            continue
        if own_paragraph(run) is not paragraph:
            # A text box is read as a whole, where it stands.
            continue
        text = "".join(_text(each, fields) for each in run)
        yield text, run.find(w("rPr"))


class _Field:
    """A field being read: its instruction, then its result."""

    def __init__(self) -> None:
        self.instruction = ""
        self.in_result = False

    @property
    def is_filled_in(self) -> bool:
        return _is_filled_in(self.instruction)


def _text(element: Element, fields: list[_Field]) -> str:
    if element.tag == w("fldChar"):
        _follow(element.get(w("fldCharType")), fields)
        return ""
    if element.tag == w("instrText"):
        if fields:
            fields[-1].instruction += element.text or ""
        return ""
    if any(field.is_filled_in or not field.in_result for field in fields):
        return ""
    if element.tag == w("t"):
        return element.text or ""
    if element.tag in _OBJECTS:
        return "\ufffc" + _words_inside(element)
    if element.tag in _NOTES:
        return _NOTES[element.tag]
    if isinstance(element.tag, str) and element.tag.startswith(f"{{{W}}}"):
        return _CHARACTERS.get(element.tag.removeprefix(f"{{{W}}}"), "")
    return ""


def _words_inside(element: Element) -> str:
    """Return the words of a text box: once, though it may be written in two ways."""
    first = element[0] if element.tag == f"{{{MC}}}AlternateContent" and len(element) else element
    return "".join(each.text or "" for each in first.iter(w("t")))


def _follow(kind: str | None, fields: list[_Field]) -> None:
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        fields[-1].in_result = True
    elif kind == "end" and fields:
        fields.pop()


def _is_skipped(element: Element) -> bool:
    if element.tag == w("fldSimple"):
        return _is_filled_in(element.get(w("instr")) or "")
    return element.tag in {w("del"), w("moveFrom")}


def _is_filled_in(instruction: str) -> bool:
    return (instruction.split() or [""])[0] in _FILLED_IN


def own_paragraph(run: Element) -> Element | None:
    """Return the paragraph that *run* stands in; a text box has paragraphs of its own."""
    return next((each for each in run.iterancestors() if each.tag == w("p")), None)


def _look(properties: Element | None, styles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    if properties is None:
        return ()
    found = []
    for name in _PROPERTIES:
        each = properties.find(w(name))
        if each is None:
            continue
        value = each.get(w("val"))
        if name == "rStyle":
            value = styles.get(value or "", value)
        elif name in {"b", "i", "strike"}:
            if value not in _ON:
                continue
            value = "on"
        found.append((name, value or ""))
    return tuple(found)
