"""From the XML of a part to the source of its Jinja template.

The language is docxtpl's, and docxtpl itself turns ``{{ }}``, ``{%p``, ``{%tr``, ``{%tc``,
``{{r``, ``{% colspan``, ``{% cellbg``, ``{% vm %}`` and ``{% hm %}`` into plain Jinja. Here
stands what it lacks: faults told instead of text dropped, and tags as the author wrote them.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from docxtpl import DocxTemplate

from toolkit.rendering import faults, xml
from toolkit.rendering.xml import Element, w
from toolkit.text import Text

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRUCTURAL = re.compile(r"(?:\{%|\{\{|\{#)(p|tr|tc) ")
_MARKUP = re.compile(r"<[^>]*>")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_SEPARATED = re.compile(r"\n<w:p([ >])")
_ENTITIES = (("&quot;", '"'), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&"))
_LITERALS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


@dataclass(frozen=True, slots=True)
class Source:
    """The Jinja source of one part; each paragraph begins a line."""

    where: str
    text: str

    def near(self, line: int) -> Text:
        """Return the end of a message that points at a line, counted from 1."""
        lines = self.text.split("\n")
        if not 0 < line <= len(lines):
            return faults.NOWHERE
        # A tag may stand in an attribute, such as an alternative text.
        return faults.near(plain(lines[line - 1]) or " ".join(TAG.findall(lines[line - 1])))

    def line_of(self, position: int) -> int:
        """Return the line of a position in the text."""
        return self.text.count("\n", 0, position) + 1


def plain(markup: str) -> str:
    """Return what a reader of the document sees of *markup*."""
    text = _MARKUP.sub("", markup)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def text_source(root: Element, where: str) -> Source:
    """Return the source of a part that prints text."""
    _clean(root)
    _refuse_crowded_tags(root, where)
    patched = _docxtpl().patch_xml(xml.as_text(root).replace("\r", ""))
    lines = _PARAGRAPH.sub(r"\n<w:p\1", patched.replace("\n", " "))
    return Source(where, _literal_braces(TAG.sub(_as_written, lines)))


def property_source(root: Element, where: str) -> Source:
    """Return the source of the document's properties, where tags are plain text."""
    text = xml.as_text(root).replace("\n", " ")
    return Source(where, _literal_braces(TAG.sub(_as_written, text)))


def joined(markup: str) -> str:
    """Return rendered *markup* without the line breaks that separated its paragraphs."""
    return _SEPARATED.sub(r"<w:p\1", markup)


def control_characters(markup: str) -> str:
    r"""Return *markup* with docxtpl's ``\a`` (new paragraph) and ``\f`` (new page) resolved."""
    return str(_docxtpl().resolve_listing(markup)) if _has_listing(markup) else markup


def _docxtpl() -> DocxTemplate:
    return DocxTemplate(io.BytesIO())


def _has_listing(markup: str) -> bool:
    return "\a" in markup or "\f" in markup


def _as_written(match: re.Match[str]) -> str:
    tag = match.group()
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), *_ENTITIES):
        tag = tag.replace(entity, character)
    return tag


def _literal_braces(text: str) -> str:
    for written, printed in _LITERALS:
        text = text.replace(written, f"{{{{ '{printed}' }}}}")
    return text


def _clean(root: Element) -> None:
    """Remove what Word notes about its own editing: it splits tags and copies ids."""
    for name in ("proofErr", "lastRenderedPageBreak"):
        for mark in list(root.iter(w(name))):
            xml.remove(mark)
    for node in root.iter():
        for key in [key for key in node.attrib if _is_noise(str(key))]:
            del node.attrib[key]


def _is_noise(attribute: str) -> bool:
    return attribute.startswith((w("rsid"), f"{{{xml.W14}}}paraId", f"{{{xml.W14}}}textId"))


def _refuse_crowded_tags(root: Element, where: str) -> None:
    """Refuse a paragraph, row or cell from which docxtpl would silently drop something.

    ``{%p`` replaces its whole paragraph, ``{%tr`` its row, ``{%tc`` its cell: whatever
    else they hold never reaches the document.
    """
    for holder in root.iter(w("p"), w("tr"), w("tc")):
        kind = str(holder.tag).rpartition("}")[2]
        text = "".join(_own_texts(holder))
        tags = TAG.findall(text)
        alone = len(tags) == 1 and not TAG.sub("", text).strip()
        if not alone and any(_structural(tag) == kind for tag in tags):
            reason = _CROWDED.filled(kind=kind)
            raise faults.TagError(where, reason=reason, near=faults.near(text))
        if kind == "p":
            _refuse_misplaced_tags(holder, tags, where)


def _refuse_misplaced_tags(paragraph: Element, tags: list[str], where: str) -> None:
    for tag in tags:
        kind = _structural(tag)
        if kind not in ("tr", "tc"):
            continue
        if next(iter(paragraph.iterancestors(w(kind))), None) is None:
            reason = _OUTSIDE.filled(kind=kind)
            raise faults.TagError(where, reason=reason, near=faults.near(tag))


_CROWDED = Text(
    it="«{{%{kind}» toglie tutto il paragrafo, la riga o la cella in cui si trova, quindi deve "
    "starci da solo",
    en="“{{%{kind}” takes out the whole paragraph, row or cell it is in, so it must stand there "
    "alone",
)
_OUTSIDE = Text(it="«{{%{kind}» sta solo in una tabella", en="“{{%{kind}” belongs in a table only")


def _own_texts(holder: Element) -> list[str]:
    kind = holder.tag
    return [
        text.text or ""
        for text in holder.iter(w("t"))
        if next(iter(text.iterancestors(kind)), None) is holder
    ]


def _structural(tag: str) -> str:
    found = _STRUCTURAL.match(tag)
    return found.group(1) if found else ""
