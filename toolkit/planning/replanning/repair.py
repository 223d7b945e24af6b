"""The fewest changes, then the smallest moves: a complete search, one more change at a time.

What is lost must go elsewhere. Where it goes, what stands in its way must go too, or what
shares a day, a week or a trainer's hours that are full; nothing else has a reason to move. So
a search over the places of what is lost and of what it drives out, within a number of changes,
misses no solution with so many. It ends before its limit with the least, or says it did not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.planning.replanning.activities import Activity, Spot
from toolkit.planning.replanning.moves import Move, Moves
from toolkit.planning.replanning.together import Ties, Totals

MOST_LOOKED_AT = 200_000
"""Moves that a search looks at, all its turns together: a count, so that it repeats."""

MOST_DRIVEN_OUT = 3
"""How many activities besides those lost may move."""

Judge = Callable[[Mapping[int, Spot]], bool]
"""Whether the timetable as a whole will do, with these activities moved."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The new spots by position; *is_least* when no other has fewer changes or smaller moves."""

    spots: Mapping[int, Spot]
    is_least: bool


class Search:
    """What is known of one timetable to be repaired."""

    def __init__(
        self,
        activities: Sequence[Activity],
        moves: Moves,
        ties: Ties,
        totals: Totals,
        judge: Judge,
    ) -> None:
        self._activities = activities
        self._moves = moves
        self._ties = ties
        self._totals = totals
        self._judge = judge
        self._looked_at = 0
        self._best: tuple[int, dict[int, Spot]] | None = None
        self._clashing: dict[tuple[int, Spot], int] = {}
        self._fixed = sum(1 << each.position for each in activities if not each.may_move)

    def least(self, lost: Sequence[int]) -> Repair | None:
        """Return the repair with the fewest changes and, of those, the smallest moves.

        None where there is none within so many changes, or none was found in time.
        """
        for driven_out in range(MOST_DRIVEN_OUT + 1):
            self._place({}, tuple(lost), 0, len(lost) + driven_out)
            if self._best:
                return Repair(self._best[1], is_least=not self._is_tired)
            if self._is_tired:
                return None
        return None

    @property
    def _is_tired(self) -> bool:
        return self._looked_at >= MOST_LOOKED_AT

    def _place(
        self, moved: dict[int, Spot], pending: tuple[int, ...], cost: int, most: int
    ) -> None:
        if not pending:
            if self._judge(moved) and (self._best is None or cost < self._best[0]):
                self._best = (cost, dict(moved))
            return
        one, *rest = pending
        least_of_rest = sum(self._least_cost(each) for each in rest)
        for move in self._moves.of(self._activities[one]):
            if self._is_tired or self._is_no_better(cost + move.cost + least_of_rest):
                return
            self._looked_at += 1
            for driven_out in self._ways(move, one, moved, rest, most):
                self._place({**moved, one: move.spot}, (*rest, *driven_out), cost + move.cost, most)

    def _is_no_better(self, cost: int) -> bool:
        return self._best is not None and cost >= self._best[0]

    def _least_cost(self, position: int) -> int:
        moves = self._moves.of(self._activities[position])
        return moves[0].cost if moves else 0

    def _ways(
        self,
        move: Move,
        one: int,
        moved: Mapping[int, Spot],
        rest: Sequence[int],
        most: int,
    ) -> Iterator[tuple[int, ...]]:
        """Yield what may be driven out, within *most* changes, for *one* to make its *move*."""
        gone = sum(1 << each for each in (one, *rest, *moved))
        in_the_way = self._in_the_way(one, move.spot) & ~gone
        changes = len(moved) + 1 + len(rest)
        activity = self._activities[one]
        if (
            in_the_way & self._fixed
            or changes + in_the_way.bit_count() > most
            or any(
                self._ties.clash(activity, move.spot, self._activities[other], spot)
                for other, spot in moved.items()
            )
        ):
            return
        yield from self._within_totals(
            activity, move.spot, moved, gone | in_the_way, _bits(in_the_way), most - changes
        )

    def _within_totals(
        self,
        one: Activity,
        spot: Spot,
        moved: Mapping[int, Spot],
        gone: int,
        driven_out: tuple[int, ...],
        most: int,
    ) -> Iterator[tuple[int, ...]]:
        """Yield *driven_out* with what must go besides, one way after another."""
        placed = [
            (each, moved.get(each.position, each.spot))
            for each in self._activities
            if each.position in moved or not gone >> each.position & 1
        ]
        sharing = self._totals.beyond(placed, one, spot)
        if sharing is None:
            yield driven_out
            return
        for other in sorted(sharing):
            if len(driven_out) < most and other not in moved and not self._fixed >> other & 1:
                yield from self._within_totals(
                    one, spot, moved, gone | 1 << other, (*driven_out, other), most
                )

    def _in_the_way(self, position: int, spot: Spot) -> int:
        """Return the set of what, where it is now, keeps that activity from *spot*."""
        known = self._clashing.get((position, spot))
        if known is None:
            one = self._activities[position]
            known = self._clashing[position, spot] = sum(
                1 << other.position
                for other in self._activities
                if other.position != position and self._ties.clash(one, spot, other, other.spot)
            )
        return known


def _bits(found: int) -> tuple[int, ...]:
    return tuple(n for n in range(found.bit_length()) if found >> n & 1)
