"""Moving a finished dossier to its final names, so that being cut off harms nothing.

Every new file is first written to a folder under a temporary name. A new dossier then gets
its name in one step. One that replaces another is moved into the hidden folder of the old
one in one step, and from there file by file, between taking the old manifest away and
giving the new one: a manifest never claims what is not there, and whatever is under a
final name in between is recorded as ours.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from toolkit.dossierfolder.names import (
    HIDDEN,
    MANIFEST,
    ORIGINALS,
    PROVENANCE,
    under_way_folders,
    under_way_names,
)
from toolkit.dossierfolder.provenance import Look
from toolkit.interrupting import uninterrupted
from toolkit.temporary import temporary_names
from toolkit.writing import cannot_write

_SET_BACK = 2_000_000_000
"""How many nanoseconds before now files say they were changed.

Some file systems count in steps of two seconds. So an edit right after writing, even of
equal length, has another time than the one that is recorded.
"""


@contextmanager
def stage(folder: Path) -> Iterator[Path]:
    """Make a folder to write the dossier of *folder* in; nothing of it remains afterwards.

    Raises `CannotWriteError` for whatever the system refuses meanwhile.
    """
    made = next(each for each in temporary_names(folder.parent) if not each.exists())
    try:
        (made / HIDDEN).mkdir(parents=True)
        yield made
    except OSError as error:
        raise cannot_write(_told(error, made, folder), error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _told(error: OSError, made: Path, folder: Path) -> Path:
    """Return the path to tell of: nobody knows the temporary one."""
    named = Path(os.fsdecode(error.filename2 or error.filename or folder))
    if named in {made, made / HIDDEN}:
        return folder
    return folder / named.relative_to(made) if named.is_relative_to(made) else named


def write(path: Path, content: bytes) -> Look:
    """Write a file of a stage and return by what it will be known again."""
    with path.open("wb") as file:
        file.write(content)
    then = time.time_ns() - _SET_BACK
    os.utime(path, ns=(then, then))
    found = path.stat()
    return Look(found.st_size, found.st_mtime_ns, found.st_ino)


def look_at(path: Path) -> Look:
    """Return by what a file that stays as it is will be known again."""
    found = path.stat()
    # One that was just changed could be changed again and have the same time.
    is_settled = found.st_mtime_ns <= time.time_ns() - _SET_BACK
    return Look(found.st_size, found.st_mtime_ns if is_settled else -1, found.st_ino)


def put_in_place(made: Path, folder: Path, *, obsolete: Iterable[str]) -> None:
    """Give what was written in *made* its final names in *folder*; remove *obsolete* files."""
    with uninterrupted():
        if folder.exists():
            _replace(made, folder, obsolete)
        else:
            made.rename(folder)


def _replace(made: Path, folder: Path, obsolete: Iterable[str]) -> None:
    hidden = folder / HIDDEN
    hidden.mkdir(exist_ok=True)
    names = under_way_names()
    under_way = next(path for name in names if not (path := hidden / name).exists())
    made.rename(under_way)
    (folder / MANIFEST).unlink(missing_ok=True)
    for name in obsolete:
        (folder / name).unlink(missing_ok=True)
    for path in under_way.iterdir():
        if path.name not in {HIDDEN, MANIFEST}:
            path.replace(folder / path.name)
    for name in (ORIGINALS, PROVENANCE):
        (under_way / HIDDEN / name).replace(hidden / name)
    (under_way / MANIFEST).replace(folder / MANIFEST)
    for path in under_way_folders(folder):
        shutil.rmtree(path)
