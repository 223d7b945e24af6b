"""Names for what is not finished yet, which tell a later run whether anybody still needs it."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

PREFIX = ".percorso-"

_NAME = re.compile(r"\.percorso-(?P<host>.+)-(?P<process>\d+)-\d+")
_numbers = count(1)


def _host() -> str:
    return re.sub(r"[^A-Za-z0-9.-]", "_", socket.gethostname()) or "host"


def temporary_names(folder: Path) -> Iterator[Path]:
    """Yield paths in *folder* for something unfinished; take the first that is free."""
    for number in _numbers:
        yield folder / f"{PREFIX}{_host()}-{os.getpid()}-{number}"


def sweep(folder: Path) -> None:
    """Remove what runs that were cut off on this machine left unfinished in *folder*.

    What belongs to a process that still runs, or to another machine, is left alone.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            found = _NAME.fullmatch(path.name)
            if found and found["host"] == _host() and not is_running(int(found["process"])):
                _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def is_running(process: int) -> bool:
    """Whether a process of that number runs on this machine."""
    if sys.platform == "win32":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # It is another user's.
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    # There os.kill ends the process instead of asking for it.
    import ctypes

    query_limited_information, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(query_limited_information, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active
