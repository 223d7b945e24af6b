"""Stretches of a part that are the same in many documents: compressed once, then spliced.

What a template prints from values that stay (the standard, for all its courses) is rendered,
compressed and summed the first time. After that a stretch is a token in the rendered part; the
compressed bytes take its place in the deflate stream, which may end and begin anew anywhere,
and its checksum is folded into the part's.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from toolkit.rendering import budget, marks
from toolkit.rendering.archive import Member, deflated
from toolkit.rendering.deflating import Deflater
from toolkit.rendering.escaping import OPEN, TAB

TOKEN, TOKEN_END = "\x05", "\x06"
_UNFINISHED = (marks.START, OPEN, TAB, "\a", "\f", TOKEN)
_END_OF_STREAM = b"\x03\x00"
_MOST = 4096


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text as it is, and by each deflater that was asked for it."""

    content: bytes
    crc: int
    compressed: dict[str, bytes]


class Splices:
    """The stretches of one template and one set of values that stay."""

    def __init__(self) -> None:
        self.kept: dict[tuple[int, ...], str] = {}
        """The token of each stretch, by its place and the loop's values it was made from."""
        self._stretches: dict[int, Stretch] = {}
        self._numbers = count()
        self._held: list[tuple[object, ...]] = []

    def splice(self, key: tuple[int, ...], pieces: Iterable[str], *values: object) -> str:
        """Return what stands for *pieces* in the part: a token, or they themselves.

        The *values* of the loops around are held, so that no other value gets their identity.
        What still has to be finished is different in each document and stays as it is.
        """
        text = "".join(pieces)
        if any(character in text for character in _UNFINISHED):
            return text
        if len(self._stretches) >= _MOST:
            return text
        content = text.encode("ascii")
        self._held.append(values)
        number = next(self._numbers)
        self._stretches[number] = Stretch(content, zlib.crc32(content), {})
        token = f"{TOKEN}{number}{TOKEN_END}"
        self.kept[key] = token
        return token

    def packed(self, name: str, markup: str, deflater: Deflater) -> Member:
        """Return a part as a member, its tokens replaced by what they stand for."""
        first, *rest = markup.split(TOKEN)
        stream = _Stream(deflater)
        own = first
        for piece in rest:
            number, _, text = piece.partition(TOKEN_END)
            stream.write(own.encode("ascii"))
            stream.splice(self._stretches[int(number)])
            own = text
            if stream.size > budget.MAX_TEXT:
                raise budget.too_large()
        stream.write(own.encode("ascii"))
        made = b"".join((*stream.pieces, _END_OF_STREAM))
        return deflated(name, stream.crc, stream.size, made)


class _Stream:
    """A deflate stream put together from pieces that know nothing of one another."""

    def __init__(self, deflater: Deflater) -> None:
        self.pieces: list[bytes] = []
        self.crc = 0
        self.size = 0
        self._deflater = deflater

    def write(self, content: bytes) -> None:
        if content:
            self.pieces.append(self._deflater.piece(content))
            self.crc = self._deflater.crc32(content, self.crc)
            self.size += len(content)

    def splice(self, stretch: Stretch) -> None:
        name = self._deflater.name
        known = stretch.compressed.get(name)
        if known is None:
            known = stretch.compressed[name] = self._deflater.piece(stretch.content)
        self.pieces.append(known)
        self.crc = _combined(self.crc, stretch.crc, len(stretch.content))
        self.size += len(stretch.content)


def _combined(before: int, after: int, size: int) -> int:
    """Return the checksum of two stretches, the second *size* bytes long."""
    shifted = 0
    for bit, column in enumerate(_shift(size)):
        if before >> bit & 1:
            shifted ^= column
    return shifted ^ after


@lru_cache(maxsize=_MOST)
def _shift(size: int) -> tuple[int, ...]:
    """Return what *size* bytes of zeros make of each bit of a checksum."""
    # Zeros do not change a sum but for moving it; its own start and end are taken out.
    zeros = bytes(size)
    base = zlib.crc32(zeros, 0)
    return tuple(zlib.crc32(zeros, 1 << bit) ^ base for bit in range(32))
