"""A template's tree made ready: what Word notes about its own editing out, marks in.

Everything that depends on the template alone is done here, once: the grids of tables, the
breaks inside its own text, the paragraphs that number and head the document, the drawings and
bookmarks that loops will copy.
"""

from __future__ import annotations

from lxml import etree

from toolkit.rendering import marking, marks, xml
from toolkit.rendering.comments import drop_comments
from toolkit.rendering.drawing_places import prepare_drawings
from toolkit.rendering.drawings import Drawings
from toolkit.rendering.outline import Outline
from toolkit.rendering.outlining import prepare_contents
from toolkit.rendering.parts import Parts
from toolkit.rendering.properties import date_properties_later, forget_past
from toolkit.rendering.settings import forget_editing
from toolkit.rendering.texts import break_lines
from toolkit.rendering.xml import WP, w


def prepare(parts: Parts) -> tuple[Outline | None, Drawings]:
    """Prepare every part; return what its finisher has to know."""
    drop_comments(parts)
    forget_past(parts)
    forget_editing(parts)
    date_properties_later(parts)
    for _, root in parts.texts():
        _drop_notes(root)
        break_lines(root)
    # Drawings last: what is put around them must not stand in a heading's way.
    outline = prepare_contents(parts)
    drawings = prepare_drawings(parts)
    for _, root in parts.texts():
        _number_later(root)
    return outline, drawings


def _drop_notes(root: xml.Element) -> None:
    """Remove what Word notes about its own editing: it splits tags and copies ids."""
    for item in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        _drop(item)
    for item in list(root.iter(w("proofErr"), w("lastRenderedPageBreak"))):
        xml.remove(item)
    for node in root.iter():
        for key in [key for key in node.attrib if _is_noise(str(key))]:
            del node.attrib[key]


def _drop(item: xml.Element) -> None:
    """Remove a comment, not the text that follows it."""
    parent, before = item.getparent(), item.getprevious()
    if parent is None:
        return
    if item.tail and before is not None:
        before.tail = (before.tail or "") + item.tail
    elif item.tail:
        parent.text = (parent.text or "") + item.tail
    item.tail = None
    parent.remove(item)


def _is_noise(attribute: str) -> bool:
    return attribute.startswith((w("rsid"), f"{{{xml.W14}}}paraId", f"{{{xml.W14}}}textId"))


def _number_later(root: xml.Element) -> None:
    for drawing in root.iter(f"{{{WP}}}docPr"):
        marking.number_later(drawing)
    for name, letter in _NUMBERED.items():
        for item in list(root.iter(w(name))):
            marking.enclose(item, item, letter)
    for identifier in list(root.iter(w("id"))):
        holder = identifier.getparent()
        if holder is not None and holder.tag == w("sdtPr"):
            marking.enclose(identifier, identifier, marks.CONTROL)


_NUMBERED = {"bookmarkStart": marks.BOOKMARK, "bookmarkEnd": marks.BOOKMARK_END}
