"""The lines of an iCalendar file (RFC 5545): escaped, folded, ended as the standard asks."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 75
"""The octets of a line, without its end."""


def text(value: str) -> str:
    """Return *value* as a property of type TEXT has it."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def as_file(lines: Iterable[str]) -> bytes:
    """Return the file of these lines."""
    # All lines are encoded at once: it is octets that count, and few lines have too many.
    encoded = "\n".join(lines).encode().split(b"\n")
    folded = [line if len(line) <= _LONGEST else _cut(line) for line in encoded]
    return b"\r\n".join((*folded, b""))


def _cut(line: bytes) -> bytes:
    """Return the line in pieces; each but the first begins with a space."""
    pieces, start, room = [], 0, _LONGEST
    while len(line) - start > room:
        end = start + room
        # A character of several octets is not cut in two.
        while line[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(line[start:end])
        start, room = end, _LONGEST - 1
    pieces.append(line[start:])
    return b"\r\n ".join(pieces)
