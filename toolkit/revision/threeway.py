"""Three versions of one sequence, step by step: what each made of what was there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from toolkit.revision.aligning import Keyed, aligned

Thing = TypeVar("Thing", bound=Keyed)


@dataclass(frozen=True, slots=True)
class Common(Generic[Thing]):
    """Something of the base, with what each of the two others made of it; None where it went."""

    base: Thing
    edited: Thing | None
    new: Thing | None


@dataclass(frozen=True, slots=True)
class Added(Generic[Thing]):
    """Something only the edited version has, after *anchor* of the new one; first where None.

    *is_crowded* where the new version added something else in the same place.
    """

    edited: Thing
    anchor: Thing | None
    is_crowded: bool


def three_way(
    base: Sequence[Thing], edited: Sequence[Thing], new: Sequence[Thing]
) -> Iterator[Common[Thing] | Added[Thing]]:
    """Yield what was in *base*, in its order, with what was added to it where it was added."""
    mine, my_own = _made_of(base, edited)
    theirs, their_own = _made_of(base, new)
    anchor: Thing | None = None
    for gap in range(len(base) + 1):
        taken = {each.key for each in their_own[gap]}
        for each in my_own[gap]:
            if each.key not in taken:
                yield Added(each, anchor, bool(taken))
        if gap < len(base):
            yield Common(base[gap], mine.get(gap), theirs.get(gap))
            anchor = theirs.get(gap, anchor)


def _made_of(
    base: Sequence[Thing], other: Sequence[Thing]
) -> tuple[dict[int, Thing], dict[int, list[Thing]]]:
    """Return what each place of *base* became, and what came before each place."""
    became: dict[int, Thing] = {}
    came: dict[int, list[Thing]] = defaultdict(list)
    gap = 0
    for pair in aligned(base, other):
        # A table is never what became of a paragraph: one went, the other came.
        is_same_kind = type(pair.old) is type(pair.new)
        if pair.before is not None and pair.new is not None and is_same_kind:
            became[pair.before] = pair.new
        elif pair.new is not None:
            came[gap if pair.before is None else pair.before + 1].append(pair.new)
        if pair.before is not None:
            gap = pair.before + 1
    return became, came
