"""Memory of a process that makes one dossier after another."""

from __future__ import annotations

import functools
import gc

_ROOM = 16 << 20
_NEW_OBJECTS = 50_000


@functools.cache
def keep_memory() -> None:
    """Make this process, once, hold on to the memory that each of its dossiers needs again."""
    # A large block that is freed raises, for good, the size below which the C library takes
    # blocks from its own store. Otherwise the system clears anew each of the long texts that
    # documents are made of, hundreds of pages at a time.
    bytearray(_ROOM)
    # What a dossier is made of refers to itself nowhere: to look for cycles often is in vain.
    gc.set_threshold(_NEW_OBJECTS)
