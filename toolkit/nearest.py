"""The known word nearest to a misspelt one, as the end of a sentence."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from toolkit.text import Text

_FEW = 40


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """Return ``; forse intendevi «…»?``, or the known words where none is near and few exist."""
    names = tuple(dict.fromkeys(known))
    if best := nearest(word.lower(), names):
        return Text(it=f"; forse intendevi «{best}»?", en=f"; did you mean “{best}”?")
    if 0 < len(names) <= _FEW:
        listed = ", ".join(names)
        return Text(it=f"; sono ammessi: {listed}.", en=f"; allowed are: {listed}.")
    return Text(it=".", en=".")


def nearest(word: str, names: tuple[str, ...]) -> str | None:
    """Return the name spelt most like *word*, else the only one that begins with it.

    Zeros before a number do not count: URA1 is URA01, though URA13 is spelt more like it.
    """
    lower = {name.lower(): name for name in names}
    same = [name for key, name in lower.items() if _without_zeros(key) == _without_zeros(word)]
    if len(same) == 1:
        return same[0]
    if near := difflib.get_close_matches(word, lower, n=1):
        return lower[near[0]]
    begins = [name for key, name in lower.items() if word and key.startswith(word)]
    return begins[0] if len(begins) == 1 else None


def _without_zeros(word: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", word)
