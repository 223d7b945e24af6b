"""A Word document while it is being finished: parts, relationships, content types.

The one mutable value of the package: each rendering makes its own and forgets it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from lxml import etree

from toolkit.rendering import xml
from toolkit.rendering.faults import DamagedDocumentError
from toolkit.rendering.package import relationships_name
from toolkit.rendering.xml import Element

CONTENT_TYPES = "[Content_Types].xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE = _WORD_TYPE + "document.main+xml"
HEADER_TYPE = _WORD_TYPE + "header+xml"
STYLES_TYPE = _WORD_TYPE + "styles+xml"
SETTINGS_TYPE = _WORD_TYPE + "settings+xml"
NUMBERING_TYPE = _WORD_TYPE + "numbering+xml"
COMMENTS_TYPE = _WORD_TYPE + "comments+xml"
TEXT_TYPES = tuple(
    _WORD_TYPE + kind
    for kind in ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
)

_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_REL = f"{{{_RELS}}}Relationship"


class Parts:
    """The parts of one document, parsed when they are first asked for."""

    def __init__(self, members: Mapping[str, bytes], where: str) -> None:
        self.where = where
        self._members = dict(members)
        self._trees: dict[str, Element] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def tree(self, name: str) -> Element:
        """Return the root of a part; changes to it are kept."""
        if name not in self._trees:
            try:
                self._trees[name] = xml.parse(self._members[name])
            except (xml.MarkupError, KeyError) as error:
                where = f"{self.where}:{name}"
                raise DamagedDocumentError(where, reason=str(error)) from error
        return self._trees[name]

    def put(self, name: str, root: Element) -> None:
        """Make *root* the content of the part *name*."""
        self._members.setdefault(name, b"")
        self._trees[name] = root

    def members(self) -> dict[str, bytes]:
        """Return every part as bytes."""
        changed = {name: xml.serialise(root) for name, root in self._trees.items()}
        return self._members | changed

    def content_type(self, name: str) -> str:
        """Return the media type of a part, or an empty string."""
        defaults: dict[str, str] = {}
        for item in self.tree(CONTENT_TYPES):
            if item.tag == _CT + "Override" and item.get("PartName") == "/" + name:
                return str(item.get("ContentType"))
            if item.tag == _CT + "Default":
                defaults[str(item.get("Extension")).lower()] = str(item.get("ContentType"))
        return defaults.get(name.rpartition(".")[2].lower(), "")

    def of_type(self, *content_types: str) -> tuple[str, ...]:
        """Return the names of the parts of these media types, the main document first."""
        names = (name for name in self._members if name != CONTENT_TYPES)
        found = [name for name in names if self.content_type(name) in content_types]
        return tuple(sorted(found, key=lambda name: (self.content_type(name) != MAIN_TYPE, name)))

    def only(self, content_type: str) -> Element | None:
        """Return the root of the one part of a media type, if there is one."""
        names = self.of_type(content_type)
        return self.tree(names[0]) if names else None

    def main(self) -> Element:
        """Return the root of the main document."""
        return self.tree(self.of_type(MAIN_TYPE)[0])

    def texts(self) -> Iterator[tuple[str, Element]]:
        """Yield name and root of each part that prints text, the main document first."""
        for name in self.of_type(*TEXT_TYPES):
            yield name, self.tree(name)

    def add(self, name: str, content: bytes | Element, content_type: str) -> None:
        """Add a part, or replace it."""
        if isinstance(content, bytes):
            self._members[name] = content
            self._trees.pop(name, None)
        else:
            self.put(name, content)
        if self.content_type(name) != content_type:
            types = self.tree(CONTENT_TYPES)
            attributes = {"PartName": "/" + name, "ContentType": content_type}
            etree.SubElement(types, _CT + "Override", attributes)

    def drop(self, name: str) -> None:
        """Take a part out, with its relationships and its content type."""
        for gone in (name, relationships_name(name)):
            self._members.pop(gone, None)
            self._trees.pop(gone, None)
        for item in self.tree(CONTENT_TYPES).findall(_CT + "Override"):
            if item.get("PartName") == "/" + name:
                xml.remove(item)

    def relationships(self, name: str) -> tuple[Element, ...]:
        """Return the relationships that start at a part."""
        path = relationships_name(name)
        return tuple(self.tree(path).iter(_REL)) if path in self else ()

    def relate(self, name: str, kind: str, target: str) -> str:
        """Return the id of a relationship from *name* to the part *target*, made if need be."""
        for item in self.relationships(name):
            if item.get("Type") == kind and self.target(name, item) == target:
                return str(item.get("Id"))
        path = relationships_name(name)
        if path not in self:
            self.put(path, xml.parse(f'<Relationships xmlns="{_RELS}"/>'))
        taken = {item.get("Id") for item in self.relationships(name)}
        identifier = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        relative = posixpath.relpath(target, posixpath.dirname(name) or ".")
        attributes = {"Id": identifier, "Type": kind, "Target": relative}
        etree.SubElement(self.tree(path), _REL, attributes)
        return identifier

    def target(self, name: str, relationship: Element) -> str:
        """Return the part that a relationship of *name* points to."""
        return posixpath.normpath(
            posixpath.join("/", posixpath.dirname(name), str(relationship.get("Target")))
        ).lstrip("/")

    def relationship_parts(self) -> tuple[str, ...]:
        """Return the names of all relationship parts."""
        return tuple(sorted(name for name in self._members if name.endswith(".rels")))
