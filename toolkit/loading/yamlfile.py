"""One YAML file as plain values, with the line and column of each of them.

Scalars stay the text that stands in the file: ``9:30`` is not 570 and ``no`` is not
False. Records give them their meaning. What YAML offers beyond mappings, lists and
scalars (anchors, tags, several documents) is refused: nobody needs it to describe a
course, and it is how a small file becomes a huge one.
"""

from __future__ import annotations

import errno
import functools
import hashlib
import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.loading import problems
from toolkit.loading.composing import FORBIDDEN, KEY, LateMarks, Marks, Value, compose
from toolkit.loading.parsing import FASTEST, Parser
from toolkit.loading.plainyaml import plain_mapping
from toolkit.place import At

__all__ = ["KEY", "Reader", "Value", "YamlFile", "parse_yaml", "read_yaml", "reading"]

MAX_BYTES = 1_000_000

_TAG_DIRECTIVE = re.compile(r"(?:\A|(?<=[\r\n\x85\u2028\u2029]))%TAG\b")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One file as it was read; *marks* gives each value's line and column, from 1."""

    name: str
    data: Value
    marks: Marks
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


def read_yaml(path: Path, parser: Parser | None = None) -> YamlFile:
    """Read the file at *path*; its name in messages is *path* as it was given.

    Without a *parser* it is read in the quickest way.
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


def parse_yaml(content: bytes, name: str, parser: Parser | None = None) -> YamlFile:
    """Return the *content* of a file as `read_yaml` does; messages call it *name*."""
    return _parsed(content, name, parser) if parser else _quickly_parsed(content, name)


@functools.lru_cache(maxsize=8)
def _quickly_parsed(content: bytes, name: str) -> YamlFile:
    # The courses of a provider come in a row: its file is parsed for the first of them.
    return _parsed(content, name, None)


def _parsed(content: bytes, name: str, parser: Parser | None) -> YamlFile:
    text = _decoded(content, name)
    lines = text.replace("\r\n", "\n")
    # What is forbidden does not print; to ask that of a whole text is quickest.
    is_printable = lines.replace("\n", "").isprintable()
    if not is_printable and (found := FORBIDDEN.search(text)):
        raise problems.ForbiddenCharacterError(
            _place(name, text, found.start()), code=f"U+{ord(found[0]):04X}"
        )
    # Before parsing: the parser compares each of them with all the others.
    if "%TAG" in text and (found := _TAG_DIRECTIVE.search(text)):
        raise problems.TagError(_place(name, text, found.start()), tag="%TAG")
    if parser is None and is_printable and (data := plain_mapping(lines)):
        return YamlFile(name, data, LateMarks(lambda: compose(text, name, FASTEST)[1]), content)
    return YamlFile(name, *compose(text, name, parser or FASTEST), content)


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
