"""Two texts compared word by word, and how alike they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both texts have, that only the old one has or only the new one."""

    kind: Literal["same", "removed", "added"]
    words: str


def word_changes(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs of words that lead from *before* to *after*, in reading order.

    The same and removed runs, joined, are *before*; the same and added ones are *after*.
    """
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    runs: list[Run] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(old[i:j])))
            continue
        if i < j:
            runs.append(Run("removed", "".join(old[i:j])))
        if k < m:
            runs.append(Run("added", "".join(new[k:m])))
    return tuple(runs)


def likeness(before: str, after: str) -> float:
    """Return the share of words that two texts have in common, whatever their order: 0 to 1."""
    old, new = _bag(before), _bag(after)
    whole = old.total() + new.total()
    return 2 * (old & new).total() / whole if whole else 1.0


def _bag(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORDS.findall(text))
