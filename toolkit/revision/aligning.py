"""Which paragraph, row or cell of one document is which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, Protocol, TypeVar

from toolkit.wordchanges import likeness

_ALIKE = 0.4
"""The share of words that a rewritten paragraph keeps, at least, where others could be it."""


class Keyed(Protocol):
    """What is compared by the words in it."""

    @property
    def key(self) -> str: ...


Thing = TypeVar("Thing", bound=Keyed)


@dataclass(frozen=True, slots=True)
class Pair(Generic[Thing]):
    """A thing of the older document and of the newer, by place and value; None where missing."""

    before: int | None
    after: int | None
    old: Thing | None
    new: Thing | None


def aligned(before: Sequence[Thing], after: Sequence[Thing]) -> tuple[Pair[Thing], ...]:
    """Pair two sequences in reading order: what stayed, what was rewritten, what came or went."""
    return tuple(_pairs(before, after))


def _pairs(before: Sequence[Thing], after: Sequence[Thing]) -> Iterator[Pair[Thing]]:
    old, new = [each.key for each in before], [each.key for each in after]
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            places: Iterator[tuple[int | None, int | None]] = zip(
                range(i, j), range(k, m), strict=True
            )
        else:
            places = _rewritten(old, new, (i, j), (k, m))
        for a, b in places:
            yield Pair(a, b, None if a is None else before[a], None if b is None else after[b])


def _rewritten(
    old: Sequence[str], new: Sequence[str], left: tuple[int, int], right: tuple[int, int]
) -> Iterator[tuple[int | None, int | None]]:
    """Pair what stands between the same neighbours: one for one, else by the words kept."""
    (i, j), (k, m) = left, right
    if j - i == m - k:
        yield from zip(range(i, j), range(k, m), strict=True)
        return
    for a, b in _most_alike(old[i:j], new[k:m]):
        paired = left[0] + a, right[0] + b
        yield from ((n, None) for n in range(i, paired[0]))
        yield from ((None, n) for n in range(k, paired[1]))
        yield paired
        i, k = paired[0] + 1, paired[1] + 1
    yield from ((n, None) for n in range(i, j))
    yield from ((None, n) for n in range(k, m))


def _most_alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs, in order in both, whose likeness is greatest in all."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[likeness(a, b) for b in new] for a in old]
    for i in reversed(range(len(old))):
        for k in reversed(range(len(new))):
            paired = alike[i][k] + best[i + 1][k + 1] if alike[i][k] >= _ALIKE else 0.0
            best[i][k] = max(best[i + 1][k], best[i][k + 1], paired)
    found, i, k = [], 0, 0
    while i < len(old) and k < len(new):
        if best[i][k] == best[i + 1][k]:
            i += 1
        elif best[i][k] == best[i][k + 1]:
            k += 1
        else:
            found.append((i, k))
            i, k = i + 1, k + 1
    return found
