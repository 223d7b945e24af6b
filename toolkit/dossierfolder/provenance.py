"""What stands in a dossier's folder, from what it was made, and how to know it again.

It is kept beside the documents, hidden, and replaced together with them. The manifest is
for people and for other programs; this is what percorso needs to tell at once, without
reading the documents, whether somebody changed one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.contents import content_of
from toolkit.dossierfolder.names import HIDDEN, PROVENANCE, under_way_folders
from toolkit.model.dossier import digest

FORMAT = 1


class Look(NamedTuple):
    """By what a file is known again without reading it: bytes, nanoseconds, its number."""

    size: int
    modified: int
    inode: int


NO_LOOK = Look(-1, -1, -1)


class Output(NamedTuple):
    """One file in the folder: what was generated under its name, and how it looked then.

    Of a document that somebody *edited*, *sha256* is what was generated before the edit.
    """

    file: str
    document: str
    sha256: str
    look: Look
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """The files of a dossier and what they were made from.

    *facts* are what else the documents depend on: the caller's, kept and compared by it.
    """

    facts: Mapping[str, Any]
    outputs: tuple[Output, ...]

    def as_json(self) -> bytes:
        """Return the text of the file."""
        content = {"format": FORMAT, "facts": self.facts, "outputs": self.outputs}
        return json.dumps(content, ensure_ascii=False).encode()


def provenance_of(folder: Path | str) -> Provenance | None:
    """Return what is recorded of the dossier in *folder*; None where nothing usable is."""
    text = content_of(f"{folder}{os.sep}{HIDDEN}{os.sep}{PROVENANCE}")
    try:
        return _read(json.loads(text)) if text else None
    except (ValueError, KeyError, TypeError):
        return None


def _read(content: Any) -> Provenance | None:
    if content["format"] != FORMAT:
        return None
    outputs = tuple(
        Output(file, document, sha256, Look(*look), edited)
        for file, document, sha256, look, edited in content["outputs"]
    )
    return Provenance(dict(content["facts"]), outputs)


def outputs_of(folder: Path) -> dict[str, Output]:
    """Return what was generated under each name in *folder*, even by a run that was cut off."""
    before = provenance_of(folder)
    found = {each.file: each for each in before.outputs} if before else {}
    for under_way in under_way_folders(folder):
        coming = provenance_of(under_way)
        # What is still there has not got its name yet.
        for each in coming.outputs if coming else ():
            if not (under_way / each.file).exists():
                found[each.file] = each
    return found


def generated_digests(folder: Path) -> frozenset[str]:
    """Return the digest of everything percorso may have put under the names in *folder*."""
    known = map(provenance_of, (folder, *under_way_folders(folder)))
    return frozenset(each.sha256 for one in known if one for each in one.outputs)


def changed_outputs(folder: str, outputs: tuple[Output, ...]) -> Iterator[tuple[Output, bool]]:
    """Yield each output that is no longer as it was written, with whether it is missing.

    The size, the time and the number of the file are compared first, its bytes only where
    they differ: a copied folder is not a changed one.
    """
    for output in outputs:
        path = f"{folder}{os.sep}{output.file}"
        try:
            found = os.stat(path)  # noqa: PTH116 — thousands a second
        except OSError:
            yield output, True
            continue
        look = (found.st_size, found.st_mtime_ns, found.st_ino)
        if look != output.look and not _is_still(path, output):
            yield output, False


def _is_still(path: str, output: Output) -> bool:
    content = content_of(path)
    return content is not None and digest(content) == output.sha256
