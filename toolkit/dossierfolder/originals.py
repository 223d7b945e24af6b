"""The Word documents as they were generated, kept to compare with what people make of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from toolkit.dossierfolder.names import HIDDEN, ORIGINALS, under_way_folders

_DATE = (1980, 1, 1, 0, 0, 0)


def original_of(path: Path) -> bytes | None:
    """Return the bytes that were generated for the document at *path*, before any edit.

    Of a document that somebody edited and that was generated again beside it, these are
    the bytes the edits were made to: the common ancestor of both. None where percorso did
    not make the document.
    """
    return read_originals(path.parent).get(path.name)


def read_originals(folder: Path) -> Mapping[str, bytes]:
    """Return every original kept in *folder*, by the name of its document on disk."""
    kept = _read(folder / HIDDEN / ORIGINALS)
    for under_way in under_way_folders(folder):
        # Of a run that was cut off, what is no longer there has got its name.
        coming = _read(under_way / HIDDEN / ORIGINALS)
        kept |= {name: each for name, each in coming.items() if not (under_way / name).exists()}
    return kept


def _read(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as pack:
            return {name: pack.read(name) for name in pack.namelist()}
    except (OSError, zipfile.BadZipFile):
        return {}


def packed(originals: Mapping[str, bytes]) -> bytes:
    """Return the file that keeps *originals*; they are compressed already, so it is not."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as pack:
        for name in sorted(originals):
            pack.writestr(zipfile.ZipInfo(name, _DATE), originals[name])
    return buffer.getvalue()
