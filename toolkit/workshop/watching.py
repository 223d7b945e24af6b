"""Waiting for a template to be saved again, as Word saves: elsewhere first, then in its place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.3


@dataclass(frozen=True, slots=True)
class _State:
    """What tells one version of a file from another; nothing for a file that is not there."""

    size: int
    modified: int


def saves(files: Sequence[Path], *, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield once at the start, then each time one of *files* has been saved and stays as it is.

    A save is over when the file is there and was the same at two looks in a row: Word writes
    a temporary file, takes the old one away and puts the new one in its place, and a folder
    shared over a network may show it growing. Word's lock files (``~$…``) are other files.
    """
    told: tuple[_State | None, ...] | None = None
    before = _states(files)
    while True:
        now = _states(files)
        if now == before and None not in now and now != told:
            told = now
            yield
        before = now
        wait(_PAUSE)


def _states(files: Sequence[Path]) -> tuple[_State | None, ...]:
    return tuple(_state(path) for path in files)


def _state(path: Path) -> _State | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _State(found.st_size, found.st_mtime_ns)
