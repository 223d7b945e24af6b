"""Sharing minutes out among those who may give them: a maximum flow, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is missing, and the smallest sets that clash: these needs have only these givers."""

    missing: int
    needs: tuple[int, ...]
    givers: tuple[int, ...]


def shortfall(
    needs: Sequence[int], allowed: Sequence[Sequence[int]], capacity: Sequence[int]
) -> Shortfall:
    """Return what is missing when *needs* are met by givers of limited *capacity*.

    *allowed* are the givers of each need. With nothing missing, both sets are empty.
    """
    flow = _Flow(allowed, list(capacity))
    missing = tuple(need - flow.give(n, need) for n, need in enumerate(needs))
    if not any(missing):
        return Shortfall(0, (), ())
    short, givers = flow.reachable([n for n, each in enumerate(missing) if each])
    return Shortfall(sum(missing), short, givers)


class _Flow:
    """Minutes given so far, by need and giver."""

    def __init__(self, allowed: Sequence[Sequence[int]], free: list[int]) -> None:
        self.allowed = allowed
        self.free = free
        self.given: list[dict[int, int]] = [{} for _ in allowed]

    def give(self, need: int, minutes: int) -> int:
        """Give up to *minutes* to *need*, moving what others got where that helps."""
        got = 0
        while got < minutes:
            amount = self._augment(need, minutes - got)
            if not amount:
                break
            got += amount
        return got

    def _augment(self, need: int, minutes: int) -> int:
        """Find the shortest way from *need* to a giver with minutes free, and use it."""
        asked_by: dict[int, int] = {}
        freed_from: dict[int, int | None] = {need: None}
        queue = [need]
        for each in queue:
            for giver in self.allowed[each]:
                if giver in asked_by:
                    continue
                asked_by[giver] = each
                if self.free[giver] > 0:
                    return self._push(giver, asked_by, freed_from, minutes)
                for other, given in enumerate(self.given):
                    if other not in freed_from and given.get(giver):
                        freed_from[other] = giver
                        queue.append(other)
        return 0

    def _push(
        self,
        giver: int,
        asked_by: dict[int, int],
        freed_from: dict[int, int | None],
        minutes: int,
    ) -> int:
        """Move minutes along the way that ends at *giver*; its narrowest step says how many."""
        steps: list[tuple[int, int, int | None]] = []
        amount = min(minutes, self.free[giver])
        to = giver
        while True:
            owner = asked_by[to]
            freed = freed_from[owner]
            steps.append((owner, to, freed))
            if freed is None:
                break
            amount = min(amount, self.given[owner][freed])
            to = freed
        for owner, to, freed in steps:
            self.given[owner][to] = self.given[owner].get(to, 0) + amount
            if freed is not None:
                self.given[owner][freed] -= amount
        self.free[giver] -= amount
        return amount

    def reachable(self, short: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the needs and givers that what is *short* could still draw on."""
        givers: set[int] = set()
        queue = list(short)
        for each in queue:
            givers.update(self.allowed[each])
            for other, given in enumerate(self.given):
                if other not in queue and any(given.get(giver) for giver in givers):
                    queue.append(other)
        return tuple(sorted(queue)), tuple(sorted(givers))
