"""Under which name each new document goes, so that nobody's work is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from toolkit.dossierfolder.names import is_new_version, new_versions
from toolkit.dossierfolder.provenance import generated_digests
from toolkit.model.dossier import Document, digest
from toolkit.writing import NotAFileInTheWayError


class Edited(Enum):
    """What to do where somebody edited a document since it was generated."""

    BESIDE = "beside"
    """Write the new one beside it, as «… (nuova versione)»."""
    OVERWRITE = "overwrite"
    """Write over it, keeping a dated copy."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with the name it gets on disk, or the place it has already.

    Where *is_kept*, what stands under *name* is somebody's work and stays. Where
    *needs_copy*, it is written over, and copied first.
    """

    document: Document
    name: str
    is_kept: bool = False
    needs_copy: bool = False


def placed(folder: Path, documents: tuple[Document, ...], edited: Edited) -> Iterator[Placed]:
    """Yield where each document goes in *folder*; of an edited one both places."""
    known = generated_digests(folder)
    for document in documents:
        own = {*known, document.sha256}
        if not is_edited(folder / document.name, own):
            yield Placed(document, document.name)
        elif edited is Edited.OVERWRITE:
            yield Placed(document, document.name, needs_copy=True)
        else:
            yield Placed(document, document.name, is_kept=True)
            if document.sha256 not in known or _has_new_version(folder, document.name):
                names = new_versions(document.name)
                yield Placed(document, next(n for n in names if not is_edited(folder / n, own)))


def is_edited(path: Path, generated: frozenset[str] | set[str]) -> bool:
    """Whether the file at *path* is somebody's work: neither empty nor one of *generated*.

    Raises `NotAFileInTheWayError` for what is no file.
    """
    if not path.exists() and not path.is_symlink():
        return False
    if not path.is_file():
        raise NotAFileInTheWayError(str(path))
    content = path.read_bytes()
    return bool(content) and digest(content) not in generated


def _has_new_version(folder: Path, name: str) -> bool:
    return any(is_new_version(path.name, name) for path in folder.iterdir())
