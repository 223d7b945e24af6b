r"""Marks: what a rendered part says to its finisher.

What a template cannot say (a heading's place in the table of contents, a table that lost its
rows, the number of a bookmark) is known only once a part is rendered. So that no part need be
parsed for it, the compiler puts marks where such things may happen, and only there: a control
character that no value can hold, a letter, a number. A *region* ends with `END`; a *spot* is
replaced. Parts without marks are finished as they are.

While the template is still a tree, marks are processing instructions (see `marking`).
"""

from __future__ import annotations

START, STOP = "\x01", "\x02"
CLOSING = "/"
END = f"{START}{CLOSING}{STOP}"

TABLE, SIMPLE_TABLE, ROW, HOLDER = "T", "S", "R", "C"
BOOKMARK, BOOKMARK_END, CONTROL = "B", "E", "I"
CONTENTS, HEADING, PICTURE = "O", "H", "D"
STAMP, DRAWING = "M", "d"

SPOTS = frozenset({STAMP, DRAWING})

DRAWING_ID = f"{START}{DRAWING}{STOP}"
STAMP_SPOT = f"{START}{STAMP}{STOP}"


def mark(letter: str, number: int = 0) -> str:
    """Return the mark that begins a region."""
    return f"{START}{letter}{number}{STOP}"
