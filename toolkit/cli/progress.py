"""A sign of life for what takes longer than a second; nothing where nobody is watching."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from toolkit.cli.bilingual import say
from toolkit.text import Text

_WORKING = Text(it="{what}: al lavoro…", en="{what}: working…")
_PATIENCE = 1.0


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show a spinner about *what* after a second, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    thread = threading.Thread(target=_spin, args=(what, done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _spin(what: str, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    # Imported only once there is something to wait for.
    from rich.console import Console

    console = Console(stderr=True)
    with console.status(say(_WORKING, what=what)):
        done.wait()
