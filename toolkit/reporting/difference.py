"""What changes in a file, as programs and people have come to read it: lines with + and -."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def difference(name: str, before: bytes, after: bytes) -> str:
    """Return the unified difference of a file, with three lines around each change."""
    lines = difflib.unified_diff(_lines(before), _lines(after), name, name, lineterm="")
    return "\n".join(lines)


def _lines(content: bytes) -> list[str]:
    return list(_without_breaks(content.decode("utf-8-sig")))


def _without_breaks(text: str) -> Iterator[str]:
    for line in text.splitlines(keepends=True):
        # A carriage return would send the cursor of a terminal back over the line.
        yield line.rstrip("\r\n")
