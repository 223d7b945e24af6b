"""Values and their places from a parser's events; what YAML offers beyond is refused.

Scalars stay the text that stands in the file: ``9:30`` is not 570 and ``no`` is not
False. Records give them their meaning. What YAML offers beyond mappings, lists and
scalars (anchors, tags, several documents) is refused: nobody needs it to describe a
course, and it is how a small file becomes a huge one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from toolkit.errors import PercorsoError
from toolkit.loading import problems
from toolkit.loading.parsing import Parser, events, mark_of
from toolkit.place import At
from toolkit.text import Text

Value = str | None | list["Value"] | dict[str, "Value"]
Marks = Mapping[At, tuple[int, int]]
"""The line and column of each value, from 1."""

MAX_VALUES = 20_000
MAX_DEPTH = 30

# Control characters and marks of byte order never stand in a name or a sentence; the
# private-use block is where documents mark their placeholders; bidirectional overrides
# disguise text.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff]"
)


def compose(text: str, name: str, parser: Parser) -> tuple[Value, Marks]:
    """Return the value of *text*, told as *name*, and where each value in it stands."""
    composer = _Composer(name, text, parser)
    return composer.whole(), composer.marks


class LateMarks(Marks):
    """Places that are looked for when somebody asks for the first: hardly anybody does."""

    def __init__(self, find: Callable[[], Marks]) -> None:
        self._find = find

    @cached_property
    def _found(self) -> Marks:
        return self._find()

    def __getitem__(self, at: At) -> tuple[int, int]:
        return self._found[at]

    def __iter__(self) -> Iterator[At]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class _Composer:
    """Builds values from the parser's events, so that nesting cannot exhaust the stack."""

    def __init__(self, name: str, text: str, parser: Parser) -> None:
        self.name = name
        self.events = events(text, name, parser)
        self.marks: dict[At, tuple[int, int]] = {}
        self.values = 0
        self.faults: list[PercorsoError] = []

    def whole(self) -> Value:
        data: Value = {}
        seen = False
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                if seen:
                    raise problems.SeveralDocumentsError(self._where(event))
                seen = True
            elif isinstance(event, NodeEvent):
                self.marks[()] = mark_of(event)
                data = self._value(event, ())
        problems.raise_all(self.faults)
        return {} if data is None else data

    def _value(self, event: Any, at: At) -> Value:
        self._refuse_richer_yaml(event)
        self.values += 1
        if self.values > MAX_VALUES:
            raise problems.TooLargeError(self._where(event), limit=_TOO_MANY)
        if len(at) > MAX_DEPTH:
            raise problems.TooDeepError(self._where(event), limit=MAX_DEPTH)
        if type(event) is ScalarEvent:
            is_nothing = not event.style and event.value in _NOTHING
            return None if is_nothing else self._text(event)
        if type(event) is SequenceStartEvent:
            return self._sequence(at)
        return self._mapping(at)

    def _refuse_richer_yaml(self, event: Any) -> None:
        # An alias is nothing but the anchor it names.
        if event.anchor is not None:
            raise problems.AnchorError(self._where(event))
        if event.tag is not None and event.tag != "!":
            raise problems.TagError(self._where(event), tag=problems.short(event.tag))

    def _text(self, event: Any) -> str:
        text: str = event.value
        # Escapes, of double quotes alone, may write what the file itself does not contain.
        if event.style == '"' and (found := FORBIDDEN.search(text)):
            code = f"U+{ord(found[0]):04X}"
            self.faults.append(problems.ForbiddenCharacterError(self._where(event), code=code))
        return text

    def _sequence(self, at: At) -> list[Value]:
        items: list[Value] = []
        for event in self.events:
            if type(event) is SequenceEndEvent:
                break
            place = (*at, str(len(items)))
            self.marks[place] = mark_of(event)
            items.append(self._value(event, place))
        return items

    def _mapping(self, at: At) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        for event in self.events:
            if type(event) is MappingEndEvent:
                break
            self._refuse_richer_yaml(event)
            if type(event) is not ScalarEvent:
                raise problems.KeyNotTextError(self._where(event))
            key = self._text(event)
            place = (*at, key)
            value = next(self.events)
            if key in entries:
                told = problems.short(key)
                self.faults.append(problems.DuplicateKeyError(self._where(event), key=told))
            mark = mark_of(event)
            # A scalar is found where it stands, a block by the key above it.
            self.marks[place] = mark_of(value) if type(value) is ScalarEvent else mark
            self.marks[(*place, KEY)] = mark
            entries[key] = self._value(value, place)
        return entries

    def _where(self, event: Any) -> str:
        line, column = mark_of(event)
        return f"{self.name}:{line}:{column}"


_NOTHING = frozenset({"", "~", "null"})

_TOO_MANY = Text(it=f"{MAX_VALUES // 1000} mila valori", en=f"{MAX_VALUES:,} values")

KEY = "\x00key"
"""The last step of a path to a key itself rather than to its value."""
