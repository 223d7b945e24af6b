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
    return "".join(map(_folded, lines)).encode()


def _folded(line: str) -> str:
    if len(line) <= _LONGEST and (line.isascii() or len(line) * 4 <= _LONGEST):
        return f"{line}\r\n"
    return _cut(line.encode())


def _cut(octets: bytes) -> str:
    """Return the line in pieces; each but the first begins with a space."""
    pieces, start, room = [], 0, _LONGEST
    while len(octets) - start > room:
        end = start + room
        # A character of several octets is not cut in two.
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, _LONGEST - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces).decode() + "\r\n"
