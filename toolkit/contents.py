"""What stands in small files, read thousands of times a second."""

from __future__ import annotations

import os
import stat

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # else Windows reads other line ends
    | getattr(os, "O_NONBLOCK", 0)  # else a pipe is waited for
    | getattr(os, "O_CLOEXEC", 0)
)


def content_of(path: str) -> bytes | None:
    """Return what stands in the file at *path*; None where no file can be read.

    A pipe or a device is not a file. Costs half of what `open` does: it is all that deciding
    whether a dossier is up to date consists of.
    """
    try:
        file = os.open(path, _FLAGS)
    except OSError:
        return None
    try:
        found = os.fstat(file)
        return _whole(file, found.st_size) if stat.S_ISREG(found.st_mode) else None
    except OSError:
        return None
    finally:
        os.close(file)


def _whole(file: int, size: int) -> bytes:
    """Return all of an open file that had *size* bytes; somebody may be adding to it."""
    content = os.read(file, size + 1)
    while len(content) != size and (more := os.read(file, size + 1)):
        content += more
    return content
