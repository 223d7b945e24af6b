"""What one rendering may use: steps, computed text and time.

A sandbox keeps a template from reaching what it must not; it does not keep a few tags from
asking for years of work or gigabytes of text. Each rendering therefore has a budget of its
own, kept for the thread that renders: loops and macros take steps from it, operators and
filters that make something large pay for it, and the clock is looked at between steps.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, repeat

from toolkit.rendering import faults
from toolkit.text import Text

MAX_TEXT = 64 << 20
"""Characters that one part may print, and that all its expressions may compute."""
MAX_STEPS = 4_000_000
"""Turns of loops and calls of macros."""
MAX_SECONDS = 20.0
"""Seconds of the processor."""
LONGEST_RESULT = 200_000
"""Characters of a text, items of a list that one operator or filter may make."""

_STEPS_AT_ONCE = 256
_MOST_PIECES = 4_000_000
_HEAVIEST = 2_000_000
_THE_RESULT = Text(it="il documento prodotto", en="the document made")
_LOOPS = Text(it="il numero di giri dei cicli", en="the number of turns of loops")
_TIME = Text(it="il tempo per produrre il documento", en="the time to make the document")


class Budget:
    """What is left of one rendering's allowance; the only value here that changes."""

    def __init__(self) -> None:
        self._text = MAX_TEXT
        self._weighed: dict[int, tuple[object, int]] = {}
        self.printed: list[str] = []
        """What the part under way has printed so far."""
        self.has_unresolved = False
        """A value left something for the finisher: a tab, a placeholder, markup."""
        self._deadline = time.thread_time() + MAX_SECONDS
        # A step is one call into C; Python looks at the clock once in a while.
        self.step: Callable[[], object] = chain.from_iterable(self._turns()).__next__

    def spend(self, characters: int) -> None:
        """Pay for text that was made; raise `TooLargeError` when nothing is left."""
        self._text -= characters
        if self._text < 0:
            raise too_large()

    def look(self) -> None:
        """Raise `TooLargeError` when the time is over."""
        if time.thread_time() > self._deadline:
            raise _over(_TIME, f"{MAX_SECONDS:.0f} s")

    def weigh(self, value: object) -> int:
        """Return how many values *value* holds, itself included, and pay for the new ones.

        A list of two lists of two lists … is small in memory and endless to compare, so what
        was weighed once counts again wherever it stands.
        """
        if not isinstance(value, list | tuple | dict):
            return 1
        known = self._weighed.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        held = [*value.keys(), *value.values()] if isinstance(value, dict) else value
        weight = 1 + sum(map(self.weigh, held))
        if weight > _HEAVIEST:
            raise too_large()
        # The value is kept, so that no other can be taken for it.
        self._weighed[id(value)] = (value, weight)
        return weight

    def _turns(self) -> Iterator[Iterator[None]]:
        for _ in range(MAX_STEPS // _STEPS_AT_ONCE):
            self.look()
            if len(self.printed) > _MOST_PIECES:
                raise too_large()
            yield repeat(None, _STEPS_AT_ONCE)
        raise _over(_LOOPS, f"{MAX_STEPS}")


def too_large() -> faults.TooLargeError:
    """Return the fault for a document that is larger than any real one."""
    return _over(_THE_RESULT, f"{MAX_TEXT >> 20} MB")


def _over(what: Text, limit: str) -> faults.TooLargeError:
    return faults.TooLargeError(what=what, limit=limit, near=faults.NOWHERE)


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


def begin() -> Budget:
    """Give what starts here its budget, until something else begins."""
    budget = Budget()
    _current.set(budget)
    return budget


@contextmanager
def allowance() -> Iterator[Budget]:
    """Give the rendering that starts here its budget, for as long as it lasts."""
    before = _current.get()
    try:
        yield begin()
    finally:
        _current.set(before)


def spend(characters: int) -> None:
    """Pay from the budget of the rendering under way; constants of a template cost nothing."""
    budget = _current.get()
    if budget is not None:
        budget.spend(characters)


def leave_unresolved() -> None:
    """Say that the part under way holds something for its finisher."""
    budget = _current.get()
    if budget is not None:
        budget.has_unresolved = True


def look() -> None:
    """Look at the clock of the rendering under way."""
    budget = _current.get()
    if budget is not None:
        budget.look()


def weigh(value: object) -> None:
    """Pay for a list, tuple or dict that a template makes, counting all that it holds."""
    budget = _current.get()
    if budget is not None:
        budget.weigh(value)
