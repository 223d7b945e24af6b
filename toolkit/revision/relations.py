"""The links and pictures that elements bring along from one part of a package to another's."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any

from toolkit.rendering import xml
from toolkit.rendering.package import relationships_name
from toolkit.rendering.xml import R

Element = Any

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONSHIPS = f"{_PACKAGE}/relationships"
_TYPES = f"{_PACKAGE}/content-types"
_CONTENT_TYPES = "[Content_Types].xml"
_LINK, _IMAGE = f"{R}/hyperlink", f"{R}/image"


class CannotMoveError(Exception):
    """An element refers to something that cannot come along."""


class Relations:
    """What one part of the target refers to, with what comes from a part of the source."""

    def __init__(
        self,
        source: Mapping[str, bytes],
        target: Mapping[str, bytes],
        source_part: str,
        target_part: str,
        others: Iterable[Relations] = (),
    ) -> None:
        self.source, self.target = source, target
        self.source_part, self.target_part = source_part, target_part
        self.path = relationships_name(target_part)
        self.root = _root(target, self.path)
        self.theirs = {
            str(each.get("Id")): each for each in _root(source, relationships_name(source_part))
        }
        self.others = tuple(others)
        self.media: dict[str, bytes] = {}
        self.known: dict[str, str] = {}

    def moved(self, identifier: str) -> str:
        """Return the id in the target of what the source calls *identifier*.

        Raises `CannotMoveError` for what is neither a link nor a picture.
        """
        if identifier not in self.known:
            self.known[identifier] = self._added(self.theirs.get(identifier))
        return self.known[identifier]

    def _added(self, theirs: Element | None) -> str:
        if theirs is None:
            raise CannotMoveError
        kind, target = str(theirs.get("Type")), str(theirs.get("Target"))
        is_external = theirs.get("TargetMode") == "External"
        if kind == _IMAGE and not is_external:
            target = self._picture(target)
        elif kind != _LINK:
            raise CannotMoveError
        taken = {str(each.get("Id")) for each in self.root}
        new_id = next(each for n in range(1, 1 << 20) if (each := f"rId{n}") not in taken)
        mode = {"TargetMode": "External"} if is_external else {}
        attributes = {"Id": new_id, "Type": kind, "Target": target, **mode}
        self.root.append(self.root.makeelement(f"{{{_RELATIONSHIPS}}}Relationship", attributes))
        return new_id

    def _picture(self, target: str) -> str:
        folder = posixpath.dirname(self.source_part)
        name = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        content = self.source.get(name)
        if content is None:
            raise CannotMoveError
        taken = {*self.target, *self.media, *(name for each in self.others for name in each.media)}
        suffix = posixpath.splitext(name)[1].lower()
        names = (f"word/media/modifica{n}{suffix}" for n in range(1, 1 << 20))
        new_name = next(each for each in names if each not in taken)
        self.media[new_name] = content
        return posixpath.relpath(new_name, posixpath.dirname(self.target_part))

    def members(self) -> dict[str, bytes]:
        """Return the members that changed or came along."""
        if not self.known:
            return {}
        changed = {self.path: xml.serialise(self.root), **self.media}
        if self.media:
            changed[_CONTENT_TYPES] = self._content_types()
        return changed

    def _content_types(self) -> bytes:
        root = xml.parse(self.target[_CONTENT_TYPES])
        theirs = xml.parse(self.source[_CONTENT_TYPES])
        tag = f"{{{_TYPES}}}Default"
        known = {str(each.get("Extension")).lower() for each in root.iter(tag)}
        wanted = {posixpath.splitext(name)[1].lstrip(".") for name in self.media}
        for each in theirs.iter(tag):
            extension = str(each.get("Extension")).lower()
            if extension in wanted - known:
                root.insert(0, xml.copied(each))
                known.add(extension)
        if wanted - known:
            raise CannotMoveError
        return xml.serialise(root)


def _root(members: Mapping[str, bytes], path: str) -> Element:
    content = members.get(path)
    if content is None:
        return xml.parse(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
    return xml.parse(content)
