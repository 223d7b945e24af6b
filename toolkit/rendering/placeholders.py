"""Values that nobody has given yet: found by their marks, printed so that people find them.

A value still to be given reaches the document as its text between two private-use
characters. Here each becomes ``[text]`` in the character style ``Segnaposto``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.rendering import xml
from toolkit.rendering.faults import NOWHERE, ForbiddenCharacterError
from toolkit.rendering.parts import STYLES_TYPE, Parts
from toolkit.rendering.xml import Element, w

STYLE = "Segnaposto"
OPEN, CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_STRAY = re.compile(f"[{OPEN}{CLOSE}]")
# The children of w:rPr come in a fixed order; the style is the first.
_STYLE_XML = (
    f'<w:style xmlns:w="{xml.W}" w:type="character" w:customStyle="1" w:styleId="{STYLE}">'
    f'<w:name w:val="{STYLE}"/><w:uiPriority w:val="1"/><w:qFormat/>'
    '<w:rPr><w:color w:val="7F3F00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/></w:rPr>'
    "</w:style>"
)


def has_mark(text: str | None) -> bool:
    """Tell whether *text* holds a mark of a value still to be given."""
    return text is not None and (OPEN in text or CLOSE in text)


def print_placeholders(parts: Parts, marked: Sequence[str]) -> None:
    """Turn every marked value in the parts *marked* into bracketed runs of their own."""
    found = False
    for name in marked:
        root = parts.tree(name)
        for text in [item for item in root.iter(w("t")) if has_mark(item.text)]:
            run = text.getparent()
            if run is not None and run.tag == w("r"):
                _split(run)
                found = True
        _bracket(root, f"{parts.where}:{name}")
    if found:
        _ensure_style(parts)


def _bracket(root: Element, where: str) -> None:
    """Turn the marks that remain in *root* (attributes, properties) into plain brackets."""
    for node in root.iter():
        if has_mark(node.text):
            node.text = _bracketed(node.text or "", where)
        if has_mark(node.tail):
            node.tail = _bracketed(node.tail or "", where)
        for key, content in node.attrib.items():
            if has_mark(str(content)):
                node.set(key, _bracketed(str(content), where))


def _bracketed(text: str, where: str) -> str:
    printed = _MARKED.sub(lambda found: f"[{' '.join(found.group(1).split())}]", text)
    if _STRAY.search(printed):
        shown = _STRAY.sub("�", printed)[:60]
        raise ForbiddenCharacterError(where, value=shown, character="U+E000", near=NOWHERE)
    return printed


def _split(run: Element) -> None:
    """Replace *run* by runs of which each is a placeholder or has none."""
    properties = run.find(w("rPr"))
    marked = _marked_properties(properties)
    runs: list[Element] = []
    for item in list(run):
        if item.tag == w("rPr"):
            continue
        if item.tag != w("t") or not has_mark(item.text):
            run.remove(item)
            runs.append(_plain_run(properties, item))
            continue
        # Odd pieces stood between the two marks.
        for position, piece in enumerate(_MARKED.split(item.text or "")):
            if position % 2:
                runs.append(xml.text_run(f"[{' '.join(piece.split())}]", marked))
            elif piece:
                runs.append(xml.text_run(piece, properties))
    xml.replace(run, *runs)


def _plain_run(properties: Element | None, content: Element) -> Element:
    run = xml.element("r")
    if properties is not None:
        run.append(xml.copied(properties))
    run.append(content)
    return run


def _marked_properties(properties: Element | None) -> Element:
    marked = xml.element("rPr") if properties is None else xml.copied(properties)
    for style in marked.findall(w("rStyle")):
        marked.remove(style)
    marked.insert(0, xml.element("rStyle", val=STYLE))
    return marked


def _ensure_style(parts: Parts) -> None:
    styles = parts.only(STYLES_TYPE)
    if styles is None:
        return
    known = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    if STYLE not in known:
        styles.append(xml.parse(_STYLE_XML))
