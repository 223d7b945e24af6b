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

from toolkit.rendering import faults, marking, xml
from toolkit.rendering.tables import open_cell_properties, order_cell_properties
from toolkit.rendering.xml import Element, w
from toolkit.text import Text

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STRUCTURAL = re.compile(r"(?:\{%|\{\{|\{#)(p|tr|tc) ")
_MARKUP = re.compile(r"<[^>]*>")
_ENTITIES = (("&quot;", '"'), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&"))
_LITERALS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))


@dataclass(frozen=True, slots=True)
class Source:
    """The Jinja source of one part; each tag begins a line."""

    where: str
    text: str

    def near(self) -> dict[int, str]:
        """Return for the line of each tag the text of its paragraph, or the tag itself."""
        found = {}
        line, position = 1, 0
        for tag in TAG.finditer(self.text):
            line += self.text.count("\n", position, tag.start())
            position = tag.start()
            found[line + 1] = faults.quoted(self._around(tag))
        return found

    def _around(self, tag: re.Match[str]) -> str:
        start = max(self.text.rfind(f"<w:p{end}", 0, tag.start()) for end in (">", " "))
        end = self.text.find("</w:p>", start)
        written = tag.group().replace("\n", "", 1)
        if start < 0 or end < tag.end() or self.text.rfind("<", 0, tag.start()) < start:
            return written
        # A tag may stand in an attribute, such as an alternative text.
        words = plain(self.text[start:end].replace("\n", ""))
        return words if written in words else written


def plain(markup: str) -> str:
    """Return what a reader of the document sees of *markup*."""
    text = _MARKUP.sub("", markup)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def text_source(root: Element, where: str) -> Source:
    """Return the source of a part that prints text."""
    _refuse_endless_tags(xml.as_text(root), where)
    _refuse_crowded_tags(root, where)
    open_cell_properties(root)
    markup = xml.as_text(root).replace("\r", "")
    patched = order_cell_properties(DocxTemplate(io.BytesIO()).patch_xml(markup))
    return _source(where, patched)


def property_source(root: Element, where: str) -> Source:
    """Return the source of the document's properties, where tags are plain text."""
    return _source(where, xml.as_text(root))


def _source(where: str, markup: str) -> Source:
    return Source(where, _literal_braces(TAG.sub(_as_written, marking.as_written(markup))))


def _refuse_endless_tags(markup: str, where: str) -> None:
    """Refuse what is opened over and over and never closed: reading it would take for ever."""
    reach = 0
    for opening, closing in (("{{", "}}"), ("{%", "%}"), ("{#", "#}")):
        end = -1
        for found in re.finditer(re.escape(opening), markup):
            if end < found.start():
                end = markup.find(closing, found.start())
                end = len(markup) if end < 0 else end
            reach += end - found.start()
    if reach > _LONGEST_REACH:
        raise faults.TagError(where, reason=_NEVER_CLOSED, near=faults.NOWHERE)


_LONGEST_REACH = 10_000_000
_NEVER_CLOSED = Text(it="troppi tag non sono chiusi", en="too many tags are never closed")


def _as_written(match: re.Match[str]) -> str:
    tag = match.group()
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), *_ENTITIES):
        tag = tag.replace(entity, character)
    # A line of its own: an error in the tag is then found by its line.
    opening = 3 if tag[2:3] in "-+" and tag[2:3] else 2
    return f"{tag[:opening]}\n{tag[opening:]}"


def _literal_braces(text: str) -> str:
    for written, printed in _LITERALS:
        text = text.replace(written, f"{{{{ '{printed}' }}}}")
    return text


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
