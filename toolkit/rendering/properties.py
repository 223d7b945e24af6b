"""The document's properties: its own dates, nothing about the template's past."""

from __future__ import annotations

from lxml import etree

from toolkit.rendering import marking, xml
from toolkit.rendering.parts import CORE_TYPE, Parts

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DCTERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_DC = "http://purl.org/dc/elements/1.1/"
_CORE_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_PAST = (f"{{{_CP}}}revision", f"{{{_CP}}}lastModifiedBy", f"{{{_CP}}}lastPrinted")
_COUNTS = frozenset(
    [
        "TotalTime",
        "Pages",
        "Words",
        "Characters",
        "CharactersWithSpaces",
        "Lines",
        "Paragraphs",
        "Template",
    ]
)


def date_properties_later(parts: Parts) -> None:
    """Let the finisher say when the document was made."""
    root = _core(parts)
    for name in ("created", "modified"):
        item = root.find(f"{{{_DCTERMS}}}{name}")
        if item is None:
            item = etree.SubElement(root, f"{{{_DCTERMS}}}{name}")
        item.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        marking.date_later(item)


def forget_past(parts: Parts) -> None:
    """Remove who edited the template, how often, how long it is and how it looks."""
    for item in parts.relationships(""):
        if str(item.get("Type")).endswith("/metadata/thumbnail"):
            parts.drop(parts.target("", item))
            xml.remove(item)
    for name in parts.of_type(CORE_TYPE):
        for item in [item for item in parts.tree(name) if item.tag in _PAST]:
            xml.remove(item)
    for name in parts.of_type(_APP_TYPE):
        for item in list(parts.tree(name)):
            if str(item.tag).removeprefix(_APP) in _COUNTS:
                xml.remove(item)


def _core(parts: Parts) -> xml.Element:
    names = parts.of_type(CORE_TYPE)
    if names:
        return parts.tree(names[0])
    prefixes = {"cp": _CP, "dc": _DC, "dcterms": _DCTERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=prefixes)
    parts.add("docProps/core.xml", root, CORE_TYPE)
    parts.relate("", _CORE_RELATIONSHIP, "docProps/core.xml")
    return root
