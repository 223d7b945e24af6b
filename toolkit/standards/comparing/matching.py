"""Which unit, knowledge or skill of a newer version is one of the older, whatever its number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from toolkit.model.standard import Standard
from toolkit.model.units import Item, LearningOutcomeUnit
from toolkit.wordchanges import likeness

Thing = TypeVar("Thing")

_SAME_UNIT = 0.5
_REWORDED = 0.5
_REWORDED_ELSEWHERE = 0.8
"""In another unit the same words in another order may well be another skill."""

UnitPair = tuple[LearningOutcomeUnit | None, LearningOutcomeUnit | None]
ItemPair = tuple[Item | None, Item | None]


def unit_pairs(before: Standard, after: Standard) -> tuple[UnitPair, ...]:
    """Pair the units of two versions by title and contents.

    The pairs follow the newer version; a unit that is gone follows the one it followed.
    """
    found = dict(
        _best(before.units, after.units, _unit_likeness, _SAME_UNIT),
    )
    old_of = {new: old for old, new in found.items()}
    pairs: list[UnitPair] = [
        (before.units[old_of[n]] if n in old_of else None, unit)
        for n, unit in enumerate(after.units)
    ]
    for n, unit in enumerate(before.units):
        if n not in found:
            pairs.insert(_place(pairs, before.units[:n]), (unit, None))
    return tuple(pairs)


def _place(pairs: Sequence[UnitPair], earlier: Sequence[LearningOutcomeUnit]) -> int:
    """Return the place after the last pair of one of the *earlier* units."""
    places = [n for n, (old, _) in enumerate(pairs) if old in earlier]
    return max(places, default=-1) + 1


def item_pairs(units: Iterable[UnitPair]) -> tuple[ItemPair, ...]:
    """Pair the knowledge and skills of paired units: first where they stood, then anywhere.

    Words that did not change come before words that did, so that of twin skills in two units
    each finds its own.
    """
    pairs = tuple(units)
    left = {item.code: item for old, _ in pairs if old for item in old.items}
    right = {item.code: item for _, new in pairs if new for item in new.items}
    found: list[ItemPair] = []

    def take(olds: Iterable[Item], news: Iterable[Item], least: float) -> None:
        old = [item for item in olds if item.code in left]
        new = [item for item in news if item.code in right]
        for i, j in _best(old, new, _item_likeness, least):
            found.append((left.pop(old[i].code), right.pop(new[j].code)))

    for least in (1.0, _REWORDED):
        for a, b in pairs:
            take(a.items if a else (), b.items if b else (), least)
        everywhere = max(least, _REWORDED_ELSEWHERE)
        take(tuple(left.values()), tuple(right.values()), everywhere)
    gone = [(item, None) for item in left.values()]
    return (*found, *gone, *((None, item) for item in right.values()))


def _unit_likeness(old: LearningOutcomeUnit, new: LearningOutcomeUnit) -> float:
    title = likeness(old.title, new.title)
    if not (old.items or new.items):
        return title
    contents = likeness(_contents(old), _contents(new))
    # A number kept decides between units that are otherwise as like as each other.
    return 0.4 * title + 0.6 * contents + (0.01 if old.number == new.number else 0.0)


def _contents(unit: LearningOutcomeUnit) -> str:
    return "\n".join(item.words for item in unit.items)


def _item_likeness(old: Item, new: Item) -> float:
    if old.words == new.words:
        return 1.01 if old.kind == new.kind else 1.0
    # Other words, or the same in another order or with other signs, are never the same item.
    return min(0.99, likeness(old.words, new.words))


def _best(
    before: Sequence[Thing],
    after: Sequence[Thing],
    alike: Callable[[Thing, Thing], float],
    least: float,
) -> Iterator[tuple[int, int]]:
    """Yield the pairs most alike, each thing once, by their places; the nearest first."""
    scored = (
        (-score, abs(i - j), i, j)
        for i, old in enumerate(before)
        for j, new in enumerate(after)
        if (score := alike(old, new)) >= least
    )
    taken: set[int] = set()
    given: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            yield i, j
