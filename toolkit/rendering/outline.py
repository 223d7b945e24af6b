"""What a document's headings and numbers depend on, as plain values a rendering can count with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

_SLOT = re.compile(r"%([1-9])")
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
class Lists:
    """The lists of a document and their instances."""

    levels: Mapping[str, Mapping[int, Level]]
    """For each list its levels, from 0."""
    instances: Mapping[str, str]
    """The list of each instance."""
    restarts: Mapping[str, Mapping[int, int]]
    """Where the levels of an instance start anew."""


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


@dataclass(frozen=True, slots=True)
class Outline:
    """The table of contents of a template and the paragraphs that may be in it."""

    instruction: str
    section: str
    """The properties of the section that ends with the table, as XML."""
    paragraphs: tuple[Numbered, ...]
    entries: tuple[Entry, ...]
    lists: Lists


class Counting:
    """The running numbers of one document; ask for its paragraphs in order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def number(self, instance: str, level: int) -> str:
        """Count a paragraph and return its number as printed; empty when it has none."""
        identifier = self._lists.instances.get(instance, "")
        if identifier not in self._lists.levels:
            return ""
        self._count(instance, identifier, level)
        return self._printed(identifier, level)

    def _count(self, instance: str, identifier: str, level: int) -> None:
        counters = self._counters.setdefault(identifier, {})
        for higher in range(level):
            counters.setdefault(higher, self._level(identifier, higher).start)
        restart = self._lists.restarts.get(instance, {}).get(level)
        if restart is not None and (instance, level) not in self._started:
            counters[level] = restart
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = self._level(identifier, level).start
        self._started.add((instance, level))
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]

    def _level(self, identifier: str, level: int) -> Level:
        return self._lists.levels[identifier].get(level, _UNKNOWN)

    def _printed(self, identifier: str, level: int) -> str:
        definition = self._level(identifier, level)
        if definition.form in ("bullet", "none"):
            return ""
        counters = self._counters[identifier]
        pieces = list(_cut(definition.text))
        for n in range(1, len(pieces), 2):
            position = int(pieces[n]) - 1
            other = self._level(identifier, position)
            form = "decimal" if definition.is_legal else other.form
            pieces[n] = _FORMS.get(form, str)(counters.get(position, other.start))
        return "".join(pieces).strip()


# Lists have a few texts, of which each number of a document is made anew.
@lru_cache(maxsize=256)
def _cut(text: str) -> tuple[str, ...]:
    """Return what stands between the slots of a level's text, and the slots between them."""
    return tuple(_SLOT.split(text))


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
