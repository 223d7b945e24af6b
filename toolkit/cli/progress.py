"""A sign of life for what takes longer than a second; nothing where nobody is watching."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from toolkit.cli.bilingual import say
from toolkit.text import Text

if TYPE_CHECKING:
    from rich.progress import Progress

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


@contextmanager
def counting(things: Sequence[object]) -> Iterator[Callable[[], None]]:
    """Show how many of *things* are done, how fast and how long it takes yet.

    Yields what to call after each. One thing has a spinner; nothing is shown where nobody
    is watching.
    """
    if len(things) == 1:
        with working(str(things[0])):
            yield lambda: None
        return
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with _bar() as bar:
        task = bar.add_task("", total=len(things))
        yield lambda: bar.advance(task)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TimeRemainingColumn,
    )
    from rich.text import Text as Styled

    class Rate(ProgressColumn):
        """How many are done in a second."""

        def render(self, task: Task) -> Styled:
            return Styled(f"{task.speed or 0:.1f}/s")

    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
