"""Putting files on disk so that no name ever shows half a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from toolkit.errors import InTheWayError
from toolkit.temporary import temporary_names
from toolkit.text import Text


class CannotWriteError(InTheWayError):
    """The system refuses to write a file."""

    message = Text(
        it="il file non si può scrivere ({reason}); se è aperto in Word o in Excel chiudilo, "
        "poi controlla i permessi e lo spazio sul disco.",
        en="the file cannot be written ({reason}); if it is open in Word or Excel close it, "
        "then check permissions and disk space.",
    )


class NotAFileInTheWayError(InTheWayError):
    """Something that is no file has the name of one."""

    message = Text(
        it="al posto di questo file c'è una cartella o altro; spostalo o cambiagli nome.",
        en="there is a folder or something else in place of this file; move or rename it.",
    )


def cannot_write(path: Path, error: OSError) -> CannotWriteError:
    """Return what to raise where the system refuses to write *path*."""
    return CannotWriteError(str(path), reason=error.strerror or type(error).__name__)


def write_atomically(path: Path, content: bytes) -> None:
    """Write *content* under *path*, whole or not at all; folders are made as needed.

    Raises `CannotWriteError`; the file that was there before is then untouched.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = next(each for each in temporary_names(path.parent) if not each.exists())
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


class ChangedMeanwhileError(InTheWayError):
    """A file is no longer what it was when its changes were worked out."""

    message = Text(
        it="il file è cambiato nel frattempo: non si corregge nulla; ripeti il comando.",
        en="the file has changed meanwhile: nothing is mended; run the command again.",
    )


def replace_files(contents: Mapping[str, bytes], was: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Give files new *contents*, each whole or not at all; return the copies kept of them.

    Raises `ChangedMeanwhileError`, before anything is written, where one of them is no
    longer as it *was* read.
    """
    for name in contents:
        if _on_disk(Path(name)) != was[name]:
            raise ChangedMeanwhileError(name)
    return tuple(_replaced(Path(name), content) for name, content in contents.items())


def _on_disk(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _replaced(path: Path, content: bytes) -> Path:
    kept = keep_copy(path, lambda number: f"{path.stem}.{number}{path.suffix}.bak")
    write_atomically(path, content)
    return kept


def keep_copy(path: Path, name: Callable[[int], str]) -> Path:
    """Copy the file at *path* beside itself, under the first free name of *name* (1, 2, …).

    Raises `NotAFileInTheWayError` for a folder, a pipe or a link to nowhere.
    """
    if not path.is_file():
        raise NotAFileInTheWayError(str(path))
    free = (path.with_name(name(number)) for number in count(1))
    copy = next(each for each in free if not each.exists())
    write_atomically(copy, path.read_bytes())
    return copy
