"""The names in the folder of a dossier: documents, what stands beside them, what is hidden."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path, PurePath

MANIFEST = "manifest.json"

HIDDEN = ".percorso"
"""The folder in a dossier's folder for what only percorso reads."""

PROVENANCE = "provenance.json"
ORIGINALS = "originals.zip"


def under_way_names() -> Iterator[str]:
    """Yield the names in `HIDDEN` for a finished dossier on its way to the final names."""
    for number in count(1):
        yield f"next-{number}"


def under_way_folders(folder: Path) -> tuple[Path, ...]:
    """Return the dossiers that runs which were cut off left on their way, oldest first."""
    try:
        # Not a glob: this is asked again and again, mostly of a folder that is not there.
        names = os.listdir(folder / HIDDEN)  # noqa: PTH208
    except OSError:
        return ()
    paths = (folder / HIDDEN / name for name in names if name.startswith("next-"))
    found = filter(Path.is_dir, paths)
    return tuple(sorted(found, key=lambda path: int(path.name.removeprefix("next-"))))


def new_versions(name: str) -> Iterator[str]:
    """Yield the names for a new version beside an edited document, in the order to try."""
    path = PurePath(name)
    for number in count(1):
        again = f" {number}" if number > 1 else ""
        yield f"{path.stem} (nuova versione{again}){path.suffix}"


def is_new_version(name: str, of: str) -> bool:
    """Whether *name* is one of the names that `new_versions` gives for *of*."""
    path, document = PurePath(name), PurePath(of)
    beside = path.stem.startswith(f"{document.stem} (nuova versione")
    return beside and path.suffix == document.suffix


def copies(name: str, day: date, number: int) -> str:
    """Return the name for the copy of an edited document that is overwritten on *day*."""
    path = PurePath(name)
    again = f" {number}" if number > 1 else ""
    return f"{path.stem} (copia {day.isoformat()}{again}){path.suffix}"


def owner_files(name: str) -> tuple[str, ...]:
    """Return the names of the files that Word and LibreOffice keep while *name* is open."""
    # Word drops the first two characters of a name that is long enough.
    short = name[2:] if len(PurePath(name).stem) > 7 else name[1:]
    return (f"~${short}", f"~${name}", f".~lock.{name}#")
