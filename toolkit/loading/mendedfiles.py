"""The files of a course after edits: each value is changed in the file it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.loading.editing import edited
from toolkit.loading.sources import Sources
from toolkit.loading.yamlfile import YamlFile
from toolkit.mending import Edit


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file as it was read and what it contains after edits."""

    file: YamlFile
    content: bytes


def mended_files(sources: Sources, edits: Iterable[Edit]) -> tuple[MendedFile, ...]:
    """Return the files of *sources* that *edits* change, in the order first changed.

    Raises `EditRefusedError` where an edit cannot be made.
    """
    changed: dict[str, MendedFile] = {}
    for edit in edits:
        mount = sources.mount_of(edit.at)
        own = replace(edit, at=edit.at[len(mount.at) :])
        name = mount.file.name
        before = changed[name].content if name in changed else mount.file.content
        changed[name] = MendedFile(mount.file, edited(before, (own,), name))
    return tuple(changed.values())
