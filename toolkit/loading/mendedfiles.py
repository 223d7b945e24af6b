"""The files of a course after edits: each value is changed in the file it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from toolkit.loading.editing import edited
from toolkit.loading.sources import Sources
from toolkit.mending import Edit

Contents = Mapping[str, bytes]
"""What files contain, by the name that messages call them."""

UNCHANGED: Contents = MappingProxyType({})


def mended_files(
    sources: Sources, edits: Iterable[Edit], contents: Contents = UNCHANGED
) -> Contents:
    """Return *contents* with the files of *sources* that *edits* change.

    A file that *contents* does not have is as it was read. Raises `EditRefusedError`
    where an edit cannot be made.
    """
    changed = dict(contents)
    for edit in edits:
        mount = sources.mount_of(edit.at)
        own = replace(edit, at=edit.at[len(mount.at) :])
        name = mount.file.name
        changed[name] = edited(changed.get(name, mount.file.content), (own,), name)
    return changed
