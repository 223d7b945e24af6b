"""The numbers that Word prints before headings, computed as Word does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from toolkit.rendering import xml
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w

_SLOT = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering:
    """The running numbers of a document; ask for its paragraphs in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        if root is not None:
            for item in root.iter(w("abstractNum")):
                self._lists[str(item.get(w("abstractNumId")))] = item
            for item in root.iter(w("num")):
                self._instances[str(item.get(w("numId")))] = item
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def number(self, paragraph: Element) -> str:
        """Count *paragraph* and return its number as printed; empty when it has none."""
        place = self._place(paragraph)
        if place is None:
            return ""
        instance, level = place
        identifier = xml.value(self._instances[instance], "abstractNumId") or ""
        if identifier not in self._lists:
            return ""
        self._count(instance, identifier, level)
        return self._printed(identifier, level)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the list instance and the level of a paragraph, its own or its style's."""
        style = xml.value(paragraph, "pPr/pStyle")
        instance = xml.value(paragraph, "pPr/numPr/numId")
        level = xml.value(paragraph, "pPr/numPr/ilvl")
        if instance is None:
            instance = self._styles.inherited(style, "pPr/numPr/numId")
        if instance not in self._instances:
            return None
        if level is None:
            level = self._styles.inherited(style, "pPr/numPr/ilvl") or self._linked(instance, style)
        return instance, int(level)

    def _linked(self, instance: str, style: str | None) -> str:
        """Return the level of the list that names *style*, the first when none does."""
        source = self._lists.get(xml.value(self._instances[instance], "abstractNumId") or "")
        for level in () if source is None else source.iter(w("lvl")):
            if xml.value(level, "pStyle") == style and style is not None:
                return str(level.get(w("ilvl")))
        return "0"

    def _count(self, instance: str, identifier: str, level: int) -> None:
        counters = self._counters.setdefault(identifier, {})
        for higher in range(level):
            counters.setdefault(higher, self._start(identifier, higher))
        restart = self._override(instance, level)
        if restart is not None and (instance, level) not in self._started:
            counters[level] = restart
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = self._start(identifier, level)
        self._started.add((instance, level))
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]

    def _override(self, instance: str, level: int) -> int | None:
        for item in self._instances[instance].iter(w("lvlOverride")):
            start = xml.value(item, "startOverride")
            if item.get(w("ilvl")) == str(level) and start is not None:
                return int(start)
        return None

    def _level(self, identifier: str, level: int) -> Element | None:
        for item in self._lists[identifier].iter(w("lvl")):
            if item.get(w("ilvl")) == str(level):
                return item
        return None

    def _start(self, identifier: str, level: int) -> int:
        return int(xml.value(self._level(identifier, level), "start") or 0)

    def _printed(self, identifier: str, level: int) -> str:
        definition = self._level(identifier, level)
        counters = self._counters[identifier]
        legal = definition is not None and definition.find(w("isLgl")) is not None

        def written(slot: re.Match[str]) -> str:
            position = int(slot.group(1)) - 1
            form = xml.value(self._level(identifier, position), "numFmt") or "decimal"
            number = counters.get(position, self._start(identifier, position))
            return _FORMS.get("decimal" if legal else form, str)(number)

        if xml.value(definition, "numFmt") in ("bullet", "none"):
            return ""
        return _SLOT.sub(written, xml.value(definition, "lvlText") or "").strip()


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
