"""Compiled templates kept on disk, so that the first document of a run need not wait.

They hold code, so they are read only where nobody else could have written them: in the cache
folder of the user, when folder and file are the user's own and others cannot write there. What
is damaged, of another version or not to be trusted is compiled again, and written again.
Every failure to keep something is silent: the cache makes work faster and never possible.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from toolkit import __version__
from toolkit.rendering.blueprint import Blueprint
from toolkit.rendering.storing import restored, stored
from toolkit.writing import CannotWriteError, write_atomically

FOLDER_VARIABLE = "PERCORSO_CACHE"
"""Names another folder; empty, nothing is kept."""
MAX_BYTES = 64 << 20
MAX_ENTRY = 32 << 20
_MADE_WITH = ("docxtpl", "jinja2", "lxml", "markupsafe")
_DIGEST = 32


def cached(key: Mapping[str, str], data: bytes, compile_: Callable[[], Blueprint]) -> Blueprint:
    """Return the template compiled from *data* as *key* says, kept or made anew."""
    folder = _folder()
    if folder is None:
        return compile_()
    path = folder / f"{_digest(key, data)}.template"
    known = _read(path)
    if known is not None:
        return known
    made = compile_()
    _keep(path, stored(made))
    return made


def _digest(key: Mapping[str, str], data: bytes) -> str:
    said = {
        **key,
        "engine": f"{__version__} {_engine()}",
        "python": f"{sys.implementation.cache_tag} {sys.hexversion:x}",
        **{name: _installed(name) for name in _MADE_WITH},
    }
    lines = "\n".join(f"{name}={value}" for name, value in sorted(said.items()))
    return hashlib.sha256(hashlib.sha256(data).digest() + lines.encode()).hexdigest()


@lru_cache(maxsize=1)
def _engine() -> str:
    """Tell this engine from every other, one that was edited in a checkout included."""
    with os.scandir(Path(__file__).parent) as found:
        files = [(each.name, each.stat()) for each in found if each.name.endswith(".py")]
    told = sorted(f"{name} {on_disk.st_mtime_ns} {on_disk.st_size}" for name, on_disk in files)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _installed(name: str) -> str:
    """Tell one installation of a library from another, without loading it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return ""
    found = Path(spec.origin).stat()
    return f"{spec.origin} {found.st_mtime_ns} {found.st_size}"


def _folder() -> Path | None:
    told = os.environ.get(FOLDER_VARIABLE)
    if told is not None:
        return Path(told) if told else None
    from platformdirs import user_cache_path

    return user_cache_path("percorso", appauthor=False) / "templates"


def _read(path: Path) -> Blueprint | None:
    """Return what is kept, if only the user could have written it and it is whole."""
    try:
        if not (_is_own(path.parent.lstat()) and _is_own(path.lstat())):
            return None
        with path.open("rb") as stream:
            # The file that was opened, not the one that has its name by now.
            if not _is_own(os.fstat(stream.fileno())):
                return None
            content = stream.read(MAX_ENTRY)
        if hashlib.sha256(content[_DIGEST:]).digest() != content[:_DIGEST]:
            return None
        return restored(content[_DIGEST:])
    except (OSError, ValueError, TypeError, EOFError):
        return None


def _is_own(found: os.stat_result) -> bool:
    """Tell whether a file or folder is the user's, is no link and cannot be written by others.

    Windows has other means for this: there the folder is inside the user's profile.
    """
    if stat.S_ISLNK(found.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _keep(path: Path, content: bytes) -> None:
    if len(content) + _DIGEST > MAX_ENTRY:
        return
    with suppress(OSError, CannotWriteError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(path.parent.lstat()):
            return
        write_atomically(path, hashlib.sha256(content).digest() + content)
        path.chmod(0o600)
        _make_room(path.parent)


def _make_room(folder: Path) -> None:
    """Remove the entries that were written first until what is kept is small enough."""
    found = [(path.stat(), path) for path in folder.glob("*.template")]
    total = sum(each.st_size for each, _ in found)
    for each, path in sorted(found, key=lambda pair: pair[0].st_mtime):
        if total <= MAX_BYTES:
            return
        path.unlink(missing_ok=True)
        total -= each.st_size
