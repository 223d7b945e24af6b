"""One run at a time in a folder of dossiers; the system lifts the lock when a run ends.

However it ends: the lock is the operating system's, held by the open file.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from toolkit.errors import InTheWayError
from toolkit.text import Text
from toolkit.writing import cannot_write

LOCK = ".percorso.lock"


class BusyError(InTheWayError):
    """Another run works in the same folder."""

    message = Text(
        it="un'altra esecuzione lavora in questa cartella{who}; aspetta che finisca.",
        en="another run is at work in this folder{who}; wait until it ends.",
    )


_WHO = Text(
    it=" (processo {process} su {host}, dalle {since})",
    en=" (process {process} on {host}, since {since})",
)


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Hold the folder *out*; raise `BusyError`, which says who, where another run holds it."""
    path, is_new = out / LOCK, not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        file = _held(path)
    except OSError as error:
        raise cannot_write(out, error) from error
    if file is None:
        raise BusyError(str(out), who=_holder(path))
    try:
        yield
    finally:
        # Removed while it is held, where the system allows it: nobody can hold it between.
        with suppress(OSError):
            path.unlink()
        file.close()
        with suppress(OSError):
            if sys.platform == "win32":
                path.unlink()
        # A run that made nothing leaves nothing.
        with suppress(OSError):
            if is_new:
                out.rmdir()


def _held(path: Path) -> IO[bytes] | None:
    while True:
        file = path.open("ab")
        if not _lock(file):
            file.close()
            return None
        # The run before may have removed the file between opening and locking it.
        with suppress(OSError):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                _sign(file)
                return file
        file.close()


def _sign(file: IO[bytes]) -> None:
    since = datetime.now().astimezone().strftime("%H:%M:%S")
    who = {"process": os.getpid(), "host": socket.gethostname(), "since": since}
    file.truncate(0)
    file.write(json.dumps(who).encode())
    file.flush()


def _holder(path: Path) -> Text | str:
    try:
        return _WHO.filled(**json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return ""


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """A byte beyond the content, which others must be able to read."""

    def _lock(file: IO[bytes]) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        file.seek(0)
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
