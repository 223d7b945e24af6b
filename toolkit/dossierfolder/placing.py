"""Under which name each new document goes, so that nobody's work is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.dossierfolder.names import is_new_version, new_versions
from toolkit.dossierfolder.originals import original_of
from toolkit.dossierfolder.provenance import generated_digests
from toolkit.model.dossier import Document, digest
from toolkit.writing import NotAFileInTheWayError

if TYPE_CHECKING:
    from toolkit.revision.merging import Merged


class Edited(Enum):
    """What to do where somebody edited a document since it was generated."""

    BESIDE = "beside"
    """Write the new one beside it, as «… (nuova versione)»."""
    OVERWRITE = "overwrite"
    """Write over it, keeping a dated copy."""
    MERGE = "merge"
    """Carry the edits over into the new one, keeping a dated copy; where both changed the same
    place, leave it and write the new one beside it, with the other edits in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with the name it gets on disk, or the place it has already.

    Where *is_there*, the very document stands under *name* already, and is not written again:
    programs that copy folders elsewhere have nothing to copy. Where *is_kept*, what stands
    there is somebody's work and stays. Where *needs_copy*, it is written over, and copied
    first. Where edits were carried over, *merged* is what is written instead of the document.
    """

    document: Document
    name: str
    is_there: bool = False
    is_kept: bool = False
    needs_copy: bool = False
    merged: Merged | None = None

    @property
    def content(self) -> bytes:
        """What is written under *name*."""
        return self.merged.content if self.merged else self.document.content


def placed(folder: Path, documents: tuple[Document, ...], edited: Edited) -> Iterator[Placed]:
    """Yield where each document goes in *folder*; of an edited one both places."""
    known = generated_digests(folder)
    for document in documents:
        there = _digest_at(folder / document.name)
        if there is None or there in known or there == document.sha256:
            yield Placed(document, document.name, is_there=there == document.sha256)
        elif edited is Edited.OVERWRITE:
            yield Placed(document, document.name, needs_copy=True)
        else:
            own = {*known, document.sha256}
            yield from _beside(folder, document, own, _merged(folder, document, edited))


def _beside(
    folder: Path, document: Document, own: set[str], merged: Merged | None
) -> Iterator[Placed]:
    if merged and not merged.conflicts:
        yield Placed(document, document.name, needs_copy=True, merged=merged)
        return
    yield Placed(document, document.name, is_kept=True)
    is_new = document.sha256 not in generated_digests(folder)
    if is_new or merged or has_new_version(folder, document.name):
        free = (name for name in new_versions(document.name) if not is_edited(folder / name, own))
        yield Placed(document, next(free), merged=merged)


def _merged(folder: Path, document: Document, edited: Edited) -> Merged | None:
    """Return *document* with somebody's edits, if they are to be carried over and can be."""
    if edited is not Edited.MERGE or not document.name.endswith(".docx"):
        return None
    path = folder / document.name
    original = original_of(path)
    if original is None or original == document.content:
        return None
    # Word's libraries are imported by who merges alone.
    from toolkit.revision.merging import merge

    return merge(original, path.read_bytes(), document.content, str(path))


def is_edited(path: Path, generated: frozenset[str] | set[str]) -> bool:
    """Whether the file at *path* is somebody's work: neither empty nor one of *generated*.

    Raises `NotAFileInTheWayError` for what is no file.
    """
    there = _digest_at(path)
    return there is not None and there not in generated


def _digest_at(path: Path) -> str | None:
    """Return the digest of the file at *path*; None where nothing is, or an empty file."""
    if not path.exists() and not path.is_symlink():
        return None
    if not path.is_file():
        raise NotAFileInTheWayError(str(path))
    content = path.read_bytes()
    return digest(content) if content else None


def has_new_version(folder: Path, name: str) -> bool:
    """Whether a new version of the document *name* stands beside it."""
    return any(is_new_version(path.name, name) for path in folder.iterdir())
