"""The members that documents of one template have alike, but for pictures and a style."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.rendering.archive import Archive, archive
from toolkit.rendering.blueprint import Blueprint
from toolkit.rendering.drawings import IMAGE, Image
from toolkit.rendering.finishing import Finishing
from toolkit.rendering.media import Album
from toolkit.rendering.package import relationships_name

_REMEMBERED = 16
_RELATIONSHIP = r'<Relationship\b[^>]*?\bId="{}"[^>]*?/>'
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What sets a document's common members apart from the template's own."""

    unseen: tuple[Image, ...]
    pictures: tuple[tuple[str, str], ...]
    """Part and relationship of each picture of the data."""
    has_placeholders: bool


class Variants:
    """Archives of the common members; those wanted lately are remembered."""

    def __init__(self, blueprint: Blueprint) -> None:
        self._blueprint = blueprint
        self._known: dict[_Wish, Archive] = {}

    def archive(self, finishing: Finishing, album: Album) -> Archive:
        """Return the archive that one finished document is completed from."""
        wish = self._wish(finishing, album)
        if not (wish.unseen or wish.pictures or wish.has_placeholders):
            return self._blueprint.archive
        known = self._known.get(wish)
        if known is None:
            members = dict(self._blueprint.members)
            if wish.has_placeholders and self._blueprint.styled is not None:
                members.update([self._blueprint.styled])
            known = archive(with_pictures(members, wish.unseen, wish.pictures, album))
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[wish] = known
        return known

    def archive_of(
        self, members: Mapping[str, bytes], finishing: Finishing, album: Album
    ) -> Archive:
        """Return an archive of other members than the template's, such as a guest brings."""
        wish = self._wish(finishing, album)
        rendered = {program.part for program in self._blueprint.programs}
        others = {name: content for name, content in members.items() if name not in rendered}
        return archive(with_pictures(others, wish.unseen, wish.pictures, album))

    def _wish(self, finishing: Finishing, album: Album) -> _Wish:
        drawings = self._blueprint.drawings
        pictures = {
            (drawings.drawings[number].part, album.shown[drawings.drawings[number].name])
            for number in finishing.replaced
        }
        return _Wish(
            drawings.unseen(finishing.seen, finishing.replaced),
            tuple(sorted((part, shown.relationship) for part, shown in pictures)),
            finishing.has_placeholders and self._blueprint.styled is not None,
        )


def with_pictures(
    members: Mapping[str, bytes],
    unseen: tuple[Image, ...],
    pictures: tuple[tuple[str, str], ...],
    album: Album,
) -> dict[str, bytes]:
    """Return *members* without the pictures *unseen*, with those of the data."""
    changed = dict(members)
    for image in unseen:
        pattern = _RELATIONSHIP.format(re.escape(image.relationship)).encode()
        name = relationships_name(image.part)
        changed[name] = re.sub(pattern, b"", changed[name])
    for image in unseen:
        if not any(_shows(changed, name, image.target) for name in changed):
            changed.pop(image.target, None)
    for part, relationship in pictures:
        target, content = album.files[relationship]
        _relate(changed, part, relationship, target)
        _declare(changed, target)
        changed[target] = content
    return changed


def _shows(members: Mapping[str, bytes], name: str, target: str) -> bool:
    """Tell whether a relationship of the part *name* leads to *target*."""
    if not name.endswith(".rels"):
        return False
    folder = posixpath.dirname(posixpath.dirname(name))
    found = re.findall(rb'\bTarget="([^"]*)"', members[name])
    return any(
        posixpath.normpath(posixpath.join("/", folder, each.decode())).lstrip("/") == target
        for each in found
    )


def _relate(members: dict[str, bytes], part: str, relationship: str, target: str) -> None:
    name = relationships_name(part)
    relative = posixpath.relpath(target, posixpath.dirname(part) or ".")
    item = f'<Relationship Id="{relationship}" Type="{IMAGE}" Target="{relative}"/>'
    empty = f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
    content = members.get(name, empty)
    if content.rstrip().endswith(b"/>"):
        content = empty
    members[name] = content.replace(b"</Relationships>", f"{item}</Relationships>".encode())


_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _declare(members: dict[str, bytes], target: str) -> None:
    """Declare the media type of a picture, once."""
    extension = target.rpartition(".")[2]
    override = f'<Override PartName="/{target}" ContentType="image/{extension}"/>'.encode()
    if override not in members[_TYPES]:
        members[_TYPES] = members[_TYPES].replace(b"</Types>", override + b"</Types>")
