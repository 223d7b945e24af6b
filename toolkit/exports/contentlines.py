"""The lines of an iCalendar file (RFC 5545): escaped, folded, ended as the standard asks."""

from __future__ import annotations

_LONGEST = 75
"""The octets of a line, without its end."""


def text(value: str) -> str:
    """Return *value* as a property of type TEXT has it."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    # No text of a configuration has these: to look for one of them alone is quickest.
    if "\r" in escaped:
        escaped = escaped.replace("\r\n", "\n").replace("\r", "\n")
    return escaped.replace("\n", "\\n")


def lines(*written: str) -> str:
    """Return these lines as a file has them: each with its end, in pieces if it is too long."""
    return "".join(map(_line, written))


def _line(written: str) -> str:
    octets = written.encode()
    return f"{written}\r\n" if len(octets) <= _LONGEST else _cut(octets).decode()


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
    return b"\r\n ".join(pieces) + b"\r\n"
