"""One YAML file as plain values, with the line and column of each of them.

Scalars stay the text that stands in the file: ``9:30`` is not 570 and ``no`` is not
False. Records give them their meaning. What YAML offers beyond mappings, lists and
scalars (anchors, tags, several documents) is refused: nobody needs it to describe a
course, and it is how a small file becomes a huge one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
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
from toolkit.loading.parsing import FASTEST, Parser, events, mark_of
from toolkit.place import At
from toolkit.text import Text

Value = str | None | list["Value"] | dict[str, "Value"]

MAX_BYTES = 1_000_000
MAX_VALUES = 20_000
MAX_DEPTH = 30

# Control characters and marks of byte order never stand in a name or a sentence; the
# private-use block is where documents mark their placeholders; bidirectional overrides
# disguise text.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufffe\uffff]"
)

_TAG_DIRECTIVE = re.compile(r"(?:\A|(?<=[\r\n\x85\u2028\u2029]))%TAG\b")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file as it was read; *marks* gives each value's line and column, from 1."""

    name: str
    data: Value
    marks: Mapping[At, tuple[int, int]]
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of the bytes that were read."""
        return hashlib.sha256(self.content).hexdigest()

    def where(self, at: At) -> str:
        """Return ``file:line:column`` of *at*, or of its nearest parent."""
        for length in range(len(at), -1, -1):
            if mark := self.marks.get(at[:length]):
                return f"{self.name}:{mark[0]}:{mark[1]}"
        return f"{self.name}:1:1"


Reader = Callable[[Path], YamlFile]
"""What reads the file at a path: from the disk, unless somebody has changes in mind."""


def read_yaml(path: Path, parser: Parser = FASTEST) -> YamlFile:
    """Read the file at *path*; its name in messages is *path* as it was given.

    Raises a `PercorsoError` with exit code 3 for what is not readable YAML.
    """
    name = str(path)
    return parse_yaml(_bytes(path, name), name, parser)


def reading(contents: Mapping[str, bytes]) -> Reader:
    """Return a reader to which the files named in *contents* contain that already."""

    def read(path: Path) -> YamlFile:
        name = str(path)
        return parse_yaml(contents[name], name) if name in contents else read_yaml(path)

    return read


def parse_yaml(content: bytes, name: str, parser: Parser = FASTEST) -> YamlFile:
    """Return the *content* of a file as `read_yaml` does; messages call it *name*."""
    text = _decoded(content, name)
    # What is forbidden does not print; to ask that of a whole text is quickest.
    is_plain = text.replace("\n", "").isprintable()
    if not is_plain and (found := _FORBIDDEN.search(text)):
        raise problems.ForbiddenCharacterError(
            _place(name, text, found.start()), code=f"U+{ord(found[0]):04X}"
        )
    # Before parsing: the parser compares each of them with all the others.
    if "%TAG" in text and (found := _TAG_DIRECTIVE.search(text)):
        raise problems.TagError(_place(name, text, found.start()), tag="%TAG")
    return _Composer(name, text, parser).file(content)


def _bytes(path: Path, name: str) -> bytes:
    try:
        # A size first: a device or a pipe has none and could be read forever.
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise problems.NotAFileError(name)
        if found.st_size > MAX_BYTES:
            raise problems.TooLargeError(name, limit=f"{MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}:
            raise problems.MissingFileError(name) from None
        raise problems.UnreadableFileError(name, reason=os.strerror(error.errno or 0)) from error


def _decoded(raw: bytes, name: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise problems.EncodingError(f"{name}:1:1")
    if b"\x00" in raw:
        raise problems.BinaryFileError(name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", errors="replace")
        raise problems.EncodingError(_place(name, before, len(before))) from None


def _place(name: str, text: str, offset: int) -> str:
    before = re.split(r"\r\n?|\n", text[:offset])
    return f"{name}:{len(before)}:{len(before[-1]) + 1}"


class _Composer:
    """Builds values from the parser's events, so that nesting cannot exhaust the stack."""

    def __init__(self, name: str, text: str, parser: Parser) -> None:
        self.name = name
        self.events = events(text, name, parser)
        self.marks: dict[At, tuple[int, int]] = {}
        self.values = 0
        self.faults: list[PercorsoError] = []

    def file(self, content: bytes) -> YamlFile:
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
        return YamlFile(self.name, {} if data is None else data, self.marks, content)

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
        if event.style == '"' and (found := _FORBIDDEN.search(text)):
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
