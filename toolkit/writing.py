"""Putting files on disk so that no name ever shows half a file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from toolkit.errors import InTheWayError
from toolkit.text import Text

TEMPORARY_PREFIX = ".percorso-"


class CannotWriteError(InTheWayError):
    """The system refuses to write a file."""

    message = Text(
        it="il file non si può scrivere ({reason}); se è aperto in Word o in Excel chiudilo, "
        "poi controlla i permessi e lo spazio sul disco.",
        en="the file cannot be written ({reason}); if it is open in Word or Excel close it, "
        "then check permissions and disk space.",
    )


def write_atomically(path: Path, content: bytes) -> None:
    """Write *content* under *path*, whole or not at all; folders are made as needed.

    Raises `CannotWriteError`; the file that was there before is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, dir=path.parent)
    except OSError as error:
        raise CannotWriteError(str(path), reason=_reason(error)) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise CannotWriteError(str(path), reason=_reason(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def keep_copy(path: Path, name: Callable[[int], str]) -> Path:
    """Copy the file at *path* beside itself, under the first free name of *name* (1, 2, …)."""
    free = (path.with_name(name(number)) for number in count(1))
    copy = next(each for each in free if not each.exists())
    write_atomically(copy, path.read_bytes())
    return copy


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
