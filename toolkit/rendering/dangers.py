"""What makes Word fetch or run something when it opens a document.

None of it belongs into a template that may come from outside. Each kind has a name, by which
a program that knows its templates may allow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from toolkit.rendering.faults import DamagedDocumentError, DangerError, OutsideLinkError
from toolkit.rendering.parts import TEXT_TYPES, Parts
from toolkit.rendering.xml import Element, w
from toolkit.text import Text

LINKED_IMAGES, ATTACHED_TEMPLATE = "linked-images", "attached-template"
OLE, DDE, LINKED_TEXT = "ole", "dde", "linked-text"
CONTROLS, CHUNKS, OTHER_LINKS = "controls", "chunks", "other-links"
MACROS = "macros"

DANGERS: Mapping[str, Text] = MappingProxyType(
    {
        LINKED_IMAGES: Text(it="un'immagine collegata", en="a linked picture"),
        ATTACHED_TEMPLATE: Text(it="un modello allegato", en="an attached template"),
        OLE: Text(it="un oggetto OLE", en="an OLE object"),
        DDE: Text(it="un campo DDE", en="a DDE field"),
        LINKED_TEXT: Text(
            it="un campo che inserisce un altro file", en="a field that inserts another file"
        ),
        CONTROLS: Text(it="un controllo ActiveX", en="an ActiveX control"),
        CHUNKS: Text(it="un pezzo di un altro formato", en="a chunk of another format"),
        OTHER_LINKS: Text(it="un collegamento esterno", en="an outside link"),
        MACROS: Text(it="macro", en="macros"),
    }
)
"""What a program may allow, by name."""

_HYPERLINK = "/hyperlink"
_OUTSIDE = {"image": LINKED_IMAGES, "attachedTemplate": ATTACHED_TEMPLATE, "oleObject": OLE}
_INSIDE = {
    "oleObject": OLE,
    "control": CONTROLS,
    "activeXControlBinary": CONTROLS,
    "aFChunk": CHUNKS,
    "vbaProject": MACROS,
    "keyMapCustomizations": MACROS,
}
_FIELDS = {
    "DDE": DDE,
    "DDEAUTO": DDE,
    "LINK": OLE,
    "EMBED": OLE,
    "CONTROL": CONTROLS,
    "MACROBUTTON": MACROS,
    "INCLUDE": LINKED_TEXT,
    "INCLUDETEXT": LINKED_TEXT,
    "INCLUDEPICTURE": LINKED_IMAGES,
    "IMPORT": LINKED_IMAGES,
    "DATABASE": LINKED_TEXT,
    "RD": LINKED_TEXT,
}


def refuse_dangers(parts: Parts, allowed: frozenset[str]) -> None:
    """Raise `OutsideLinkError` or `DangerError` for the first danger that is not allowed."""
    for path in parts.relationship_parts():
        owner = path.replace("_rels/", "").removesuffix(".rels")
        for item in parts.relationships(owner):
            _refuse_relationship(parts, owner, item, allowed)
    for part in parts.of_type(*TEXT_TYPES):
        for instruction in _instructions(parts.tree(part)):
            words = instruction.split(None, 1)
            danger = _FIELDS.get(words[0].upper()) if words else None
            _refuse(f"{parts.where}:{part}", danger, allowed)


def _refuse_relationship(parts: Parts, owner: str, item: Element, allowed: frozenset[str]) -> None:
    kind, target = str(item.get("Type")), str(item.get("Target"))
    name = kind.rpartition("/")[2]
    if item.get("TargetMode") == "External":
        if not kind.endswith(_HYPERLINK) and _OUTSIDE.get(name, OTHER_LINKS) not in allowed:
            raise OutsideLinkError(f"{parts.where}:{owner}", target=target)
    elif parts.target(owner, item) not in parts:
        raise DamagedDocumentError(parts.where, reason=f"{owner}: {target}")
    else:
        _refuse(f"{parts.where}:{owner}", _INSIDE.get(name), allowed)


def _refuse(where: str, danger: str | None, allowed: frozenset[str]) -> None:
    if danger is not None and danger not in allowed:
        raise DangerError(where, what=DANGERS[danger])


def _instructions(root: Element) -> Iterator[str]:
    """Yield what each field does; the text of one may be scattered over many runs."""
    for simple in root.iter(w("fldSimple")):
        yield str(simple.get(w("instr")))
    written: list[str] = []
    for item in root.iter(w("fldChar"), w("instrText")):
        if item.tag == w("instrText"):
            if written:
                written[-1] += item.text or ""
        elif item.get(w("fldCharType")) == "begin":
            written.append("")
        elif written:
            # The instruction is over where the result begins, or the field ends.
            yield written[-1]
            if item.get(w("fldCharType")) == "end":
                written.pop()
    yield from written
