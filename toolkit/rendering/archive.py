"""The zip file of a document, put together from members that were compressed before.

Nothing in it depends on a clock or a machine: fixed dates, one order, no attributes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.rendering.deflating import FASTEST, Deflater

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8 = 0x800
_DATE = (1 << 5) | 1  # 1 January 1980, the first day a zip file knows
_STORED, _DEFLATED = 0, 8
_COMPRESSED_ALREADY = (".png", ".jpeg", ".jpg", ".gif")
_FIRST = {"[Content_Types].xml": 0, "_rels/.rels": 1, "word/document.xml": 2}


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package, compressed."""

    name: bytes
    method: int
    crc: int
    size: int
    content: bytes

    @property
    def _flags(self) -> int:
        return 0 if self.name.isascii() else _UTF8

    def local(self) -> bytes:
        """Return what stands before the content."""
        return (
            _LOCAL.pack(
                b"PK\x03\x04", _VERSION, self._flags, self.method, 0, _DATE,
                self.crc, len(self.content), self.size, len(self.name), 0,
            )
            + self.name
        )  # fmt: skip

    def central(self, offset: int) -> bytes:
        """Return its entry in the directory at the end of the file."""
        return (
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, _VERSION, self._flags, self.method, 0, _DATE,
                self.crc, len(self.content), self.size, len(self.name), 0, 0, 0, 0, 0, offset,
            )
            + self.name
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Archive:
    """The members that every document of a template has alike, ready to be copied."""

    content: bytes
    directory: bytes
    count: int

    def completed(self, members: Iterable[Member]) -> bytes:
        """Return the whole file, with the members of one document after the common ones."""
        content, directory, count = [self.content], [self.directory], self.count
        offset = len(self.content)
        for member in members:
            local = member.local()
            content += (local, member.content)
            directory.append(member.central(offset))
            offset += len(local) + len(member.content)
            count += 1
        size = sum(map(len, directory))
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
        return b"".join((*content, *directory, end))


def packed(name: str, content: bytes, deflater: Deflater = FASTEST) -> Member:
    """Return a member; pictures are compressed already and stay as they are."""
    crc = deflater.crc32(content)
    if name.lower().endswith(_COMPRESSED_ALREADY):
        return Member(name.encode(), _STORED, crc, len(content), content)
    return deflated(name, crc, len(content), deflater.compress(content))


def deflated(name: str, crc: int, size: int, stream: bytes) -> Member:
    """Return a member that was compressed elsewhere."""
    return Member(name.encode(), _DEFLATED, crc, size, stream)


def archive(members: Mapping[str, bytes]) -> Archive:
    """Return the common members of a template, content types first."""
    content, directory, offset = [], [], 0
    for name in sorted(members, key=lambda name: (_FIRST.get(name, 3), name)):
        member = packed(name, members[name])
        local = member.local()
        content += [local, member.content]
        directory.append(member.central(offset))
        offset += len(local) + len(member.content)
    return Archive(b"".join(content), b"".join(directory), len(members))
