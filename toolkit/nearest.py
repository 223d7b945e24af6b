"""The known word nearest to a misspelt one, as the end of a sentence."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from toolkit.text import Text

_FEW = 40


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """Return ``; forse intendevi «…»?``, or the known words where none is near and few exist."""
    names = tuple(known)
    near = difflib.get_close_matches(word.lower(), [name.lower() for name in names], n=1)
    if near:
        best = next(name for name in names if name.lower() == near[0])
        return Text(it=f"; forse intendevi «{best}»?", en=f"; did you mean “{best}”?")
    if 0 < len(names) <= _FEW:
        listed = ", ".join(names)
        return Text(it=f"; sono ammessi: {listed}.", en=f"; allowed are: {listed}.")
    return Text(it=".", en=".")
