"""What a document's headings and numbers depend on, as plain values a rendering can count with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

_SLOT = re.compile(r"%([1-9])")
_LEVELS = 9
"""Levels that a list of Word's has."""
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how it is written, what stands around it."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False


@dataclass(frozen=True, slots=True)
class Rank:
    """A level of one instance of a list: from where it counts, and what it prints."""

    list: str
    level: int
    above: tuple[tuple[int, int], ...]
    """The levels above it and where they start."""
    start: int
    restart: int | None
    """Where it starts anew, if the instance says so."""
    before: str | None
    """What is printed before the first counter; nothing at all is of a bullet."""
    printed: tuple[tuple[int, Callable[[int], str], int, str], ...]
    """For each counter it prints: its level, how it is written, where it starts, what follows."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document and their instances."""

    levels: Mapping[str, Mapping[int, Level]]
    """For each list its levels, from 0."""
    instances: Mapping[str, str]
    """The list of each instance."""
    restarts: Mapping[str, Mapping[int, int]]
    """Where the levels of an instance start anew."""

    def rank(self, instance: str, level: int) -> Rank | None:
        """Return how a level of an instance counts; nothing where it has no list."""
        identifier = self.instances.get(instance, "")
        if identifier not in self.levels:
            return None
        levels = [self.levels[identifier].get(n, _UNKNOWN) for n in range(_LEVELS)]
        level = min(level, _LEVELS - 1)
        own = levels[level]
        before, *pieces = _SLOT.split(own.text)
        return Rank(
            identifier,
            level,
            tuple((n, each.start) for n, each in enumerate(levels[:level])),
            own.start,
            self.restarts.get(instance, {}).get(level),
            None if own.form in ("bullet", "none") else before,
            tuple(
                _counter(int(slot) - 1, levels, own, after)
                for slot, after in zip(pieces[::2], pieces[1::2], strict=True)
            ),
        )


def _counter(
    position: int, levels: Sequence[Level], own: Level, after: str
) -> tuple[int, Callable[[int], str], int, str]:
    other = levels[position]
    form = "decimal" if own.is_legal else other.form
    return position, _FORMS.get(form, str), other.start, after


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that is counted, listed in the table of contents, or both."""

    level: int
    """The level of a heading, from 1; 0 for others."""
    instance: str
    position: int
    """The level of the list, from 0."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How the entries of one level look: style, and what follows the number."""

    style: str
    has_tab: bool


@dataclass(frozen=True)
class Outline:
    """The table of contents of a template and the paragraphs that may be in it."""

    instruction: str
    section: str
    """The properties of the section that ends with the table, as XML."""
    paragraphs: tuple[Numbered, ...]
    entries: tuple[Entry, ...]
    lists: Lists

    @cached_property
    def ranks(self) -> tuple[Rank | None, ...]:
        """How each paragraph is counted, if it is."""
        return tuple(self.lists.rank(each.instance, each.position) for each in self.paragraphs)


class Counting:
    """The running numbers of one document; ask for its paragraphs in order."""

    def __init__(self) -> None:
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[Rank] = set()

    def number(self, rank: Rank) -> str:
        """Count a paragraph and return its number as printed; empty for a bullet."""
        counters = self._counters.setdefault(rank.list, {})
        self._count(rank, counters)
        if rank.before is None:
            return ""
        text = rank.before
        for level, write, start, after in rank.printed:
            text += write(counters.get(level, start)) + after
        return text.strip()

    def _count(self, rank: Rank, counters: dict[int, int]) -> None:
        level = rank.level
        for higher, start in rank.above:
            if higher not in counters:
                counters[higher] = start
        if rank.restart is not None and rank not in self._started:
            counters[level] = rank.restart
            self._started.add(rank)
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = rank.start
        if len(counters) > level + 1:
            for deeper in [key for key in counters if key > level]:
                del counters[deeper]


_UNKNOWN = Level()


def _roman(number: int) -> str:
    text = ""
    for amount, letters in _ROMAN:
        times, number = divmod(number, amount)
        text += letters * times
    return text


def _letters(number: int) -> str:
    # After z Word doubles the letter: aa, bb, cc.
    position, times = (number - 1) % 26, (number - 1) // 26 + 1
    return chr(ord("a") + position) * times if number > 0 else ""


_FORMS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda number: f"{number:02d}",
        "lowerRoman": _roman,
        "upperRoman": lambda number: _roman(number).upper(),
        "lowerLetter": _letters,
        "upperLetter": lambda number: _letters(number).upper(),
        "none": lambda _: "",
    }
)
