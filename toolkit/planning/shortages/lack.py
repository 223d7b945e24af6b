"""What is less than it must be, before it is put in words; and which units share givers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.planning.allotment import Shortfall
from toolkit.planning.shortages.bounds import Bounds, minutes_of_kind
from toolkit.planning.shortages.counting import minutes_in
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.openings import Opening
from toolkit.planning.shortages.wording import between, by_the_deadline
from toolkit.text import Text

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Those in need, and the only givers they have."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Minutes needed and available, in lessons of one kind, and in what time."""

    kind: Kind
    needed: int
    available: int
    when: Text

    @property
    def missing(self) -> int:
        """Minutes needed beyond those available; not above zero if they suffice."""
        return self.needed - self.available


def worst(lacks: Iterable[Lack | None]) -> Lack | None:
    """Return the one that misses most, the first of several; none if nothing is missing."""
    real = [lack for lack in lacks if lack and lack.missing > 0]
    return max(real, key=lambda lack: lack.missing, default=None)


def lack_of_unit(
    bounds: Bounds, unit: int, kind: Kind, opening: Opening, *, needed: int | None = None
) -> Lack | None:
    """Return what *unit* lacks within its days, if anything, of the minutes *needed*.

    Those are all its minutes of that *kind*, unless given. Where what comes before the unit
    makes the difference, that is what is told.
    """
    demand = bounds.demand
    if needed is None:
        needed = minutes_of_kind(demand, [unit], kind)
    if not needed:
        return None
    available = minutes_in(demand, bounds.days([unit]), opening, enough=needed)
    if available >= needed:
        return None
    whole = demand.days[: bounds.end[unit]]
    from_start = minutes_in(demand, whole, opening, enough=needed)
    if from_start < needed:
        return Lack(kind, needed, from_start, by_the_deadline(bounds, [unit]))
    return Lack(kind, needed, available, between(bounds, unit))


def subsets(allowed: Sequence[Sequence[int]], needs: Sequence[int]) -> Iterator[Group]:
    """Yield each set of givers with those who have no others, if several: small sets first."""
    sets = {tuple(sorted(givers)) for givers in allowed if givers}
    for givers in sorted(sets, key=lambda each: (len(each), each)):
        found = tuple(
            n for n, own in enumerate(allowed) if own and needs[n] and set(own) <= set(givers)
        )
        if len(found) > 1:
            yield found, givers


def clusters(shortfall: Shortfall, allowed: Sequence[Sequence[int]]) -> Iterator[Group]:
    """Split a shortfall into those that have no giver in common."""
    left = [need for need in shortfall.needs if allowed[need]]
    while left:
        group = [left.pop(0)]
        givers = set(allowed[group[0]])
        while near := [need for need in left if givers.intersection(allowed[need])]:
            group += near
            left = [need for need in left if need not in near]
            givers.update(*(allowed[need] for need in near))
        yield tuple(sorted(group)), tuple(sorted(givers))
