"""Pushing a timetable on: where no small repair is found, everything gives way in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.planning.replanning.activities import Activity, Spot
from toolkit.planning.replanning.moves import Moves
from toolkit.planning.replanning.together import Ties, Totals


def pushed_on(
    activities: Sequence[Activity], lost: Sequence[int], moves: Moves, ties: Ties, totals: Totals
) -> dict[int, Spot] | None:
    """Return new spots by position: what is lost goes later, and what follows makes room for it.

    Each activity, in order of time, takes its own spot if that is still free, else the first
    one later. Many change; none where one of them finds no spot at all.
    """
    first = min(activities[position].spot for position in lost)
    placed = [(each, each.spot) for each in activities if _stays(each, first)]
    spots: dict[int, Spot] = {}
    for each in activities:
        if _stays(each, first):
            continue
        found = next(
            (
                spot
                for spot in _from_its_own(each, moves, is_lost=each.position in lost)
                if totals.beyond(placed, each, spot) is None
                and not any(ties.clash(each, spot, *other) for other in placed)
            ),
            None,
        )
        if found is None:
            return None
        placed.append((each, found))
        if found != each.spot:
            spots[each.position] = found
    return spots


def _stays(activity: Activity, first: Spot) -> bool:
    return not activity.may_move or activity.spot < first


def _from_its_own(activity: Activity, moves: Moves, *, is_lost: bool) -> Iterator[Spot]:
    """Yield the spots of an activity in order of time, its own first and none before it."""
    own = activity.spot
    if not is_lost:
        yield own
    when = (own.number, own.start)
    # Of those at one time the smallest move comes first: sorting keeps their order.
    by_time = sorted(moves.of(activity), key=lambda each: (each.spot.number, each.spot.start))
    yield from (each.spot for each in by_time if (each.spot.number, each.spot.start) >= when)
