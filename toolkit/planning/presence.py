"""Who is there on each day, and when: looked up once a day, however many passes ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from toolkit.planning import constraints
from toolkit.planning.days import PlanningDay, Slot
from toolkit.planning.demand import Demand
from toolkit.planning.supply import Stretches, Supply, shared, without


class Presence(NamedTuple):
    """When the trainers and rooms of a course are free on a day, in the order of its demand."""

    in_presence: Sequence[Stretches]
    """When each trainer is free for lessons in presence."""
    at_distance: Sequence[Stretches]
    rooms: Sequence[Stretches]

    def next_start(self, moment: int, end: int) -> int:
        """Return when, after *moment*, someone or some room first becomes free; at most *end*."""
        starts = [start for free in self for each in free for start, _ in each if start > moment]
        return min(starts, default=end)


class Roster:
    """When trainers and rooms are free, day by day.

    What other courses take of them may change, so that is asked each time.
    """

    def __init__(self, demand: Demand) -> None:
        self._taken = [each.taken for each in (*demand.trainers, *demand.rooms)]
        self._trainers = len(demand.trainers)
        self._alone = replace(
            demand, trainers=_untaken(demand.trainers), rooms=_untaken(demand.rooms)
        )
        self._known: dict[int, Presence] = {}
        self._minutes: dict[object, dict[object, int]] = defaultdict(dict)

    def on(self, day: PlanningDay) -> Presence:
        """Return who is free on *day*, and when."""
        number = day.number
        found = self._known.get(number)
        if found is None:
            found = self._known[number] = _presence(self._alone, day)
        others = [(n, taken[number]) for n, taken in enumerate(self._taken) if number in taken]
        if not others:
            return found
        trainers = [(n, taken) for n, taken in others if n < self._trainers]
        rooms = [(n - self._trainers, taken) for n, taken in others if n >= self._trainers]
        return Presence(
            _left_by(trainers, found.in_presence),
            _left_by(trainers, found.at_distance),
            _left_by(rooms, found.rooms),
        )

    def minutes(self, day: PlanningDay) -> list[int]:
        """Return how long each trainer, and then each room, is free in the windows of *day*."""
        presence = self.on(day)
        known = self._minutes[day.slots]
        free = [*zip(presence.in_presence, presence.at_distance, strict=True)]
        free += zip(presence.rooms, presence.rooms, strict=True)
        for each in free:
            if each not in known:
                known[each] = sum(
                    _minutes_in(slot, each[slot.admits_distance]) for slot in day.slots
                )
        return [known[each] for each in free]


def _presence(demand: Demand, day: PlanningDay) -> Presence:
    return Presence(
        constraints.trainers_are_free(demand, day, is_distance=False),
        constraints.trainers_are_free(demand, day, is_distance=True),
        constraints.rooms_are_free(demand, day),
    )


def _minutes_in(slot: Slot, free: Stretches) -> int:
    return sum(end - start for start, end in shared(free, ((slot.start, slot.end),)))


def _left_by(
    others: Sequence[tuple[int, Stretches]], free: Sequence[Stretches]
) -> Sequence[Stretches]:
    """Return what *others*, by the position of who or what they take, leave of the time *free*."""
    left = list(free)
    for n, taken in others:
        left[n] = without(left[n], taken)
    return left


def _untaken(supplies: Sequence[Supply]) -> tuple[Supply, ...]:
    return tuple(replace(each, taken={}) for each in supplies)
