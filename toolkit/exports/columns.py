"""Text in columns of characters, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

GAP = "  "


def laid_out(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return one line a row, each column as wide as its widest cell; rows may be shorter."""
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [max(map(len, column)) for column in columns]
    return tuple(
        GAP.join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in zip(*columns, strict=True)
    )


def clipped(text: str, width: int) -> str:
    """Return *text* within *width* characters, its end cut where it is longer."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
