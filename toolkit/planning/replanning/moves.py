"""Where an activity could go, and how far that is from where it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toolkit.model.timetable import Lesson
from toolkit.planning.days import QUARTER, PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.replanning.activities import Activity, Spot
from toolkit.planning.supply import Supply

ANOTHER_TRAINER = 1
"""The smallest change: the lesson is where and when everybody expects it."""

ANOTHER_ROOM = 2
AN_HOUR = 10
"""For each hour, begun ones too."""

A_DAY = 1000
"""For each day: more than any change within one. Days of internship are all alike."""


class Move(NamedTuple):
    """A spot that an activity could take; in order, the smallest move is first."""

    cost: int
    is_earlier: bool
    """Of two moves as long, the one that leaves more notice is preferred."""
    spot: Spot


class Moves:
    """The moves of each activity, worked out once."""

    def __init__(self, demand: Demand, since: date, barred: frozenset[int]) -> None:
        self._demand = demand
        self._since = since.toordinal()
        self._barred = barred
        self._parts = {(demand.units[each.unit].code, each.mode): each for each in demand.parts}
        self._known: dict[int, tuple[Move, ...]] = {}

    def of(self, activity: Activity) -> tuple[Move, ...]:
        """Return the spots that are open to *activity* but for what is there, nearest first.

        Its own is not among them; one that is barred from its time keeps out of it.
        """
        known = self._known.get(activity.position)
        if known is None:
            known = tuple(sorted(set(self._found(activity))))
            self._known[activity.position] = known
        return known

    def _found(self, activity: Activity) -> Iterator[Move]:
        spots = self._lesson_spots(activity) if activity.is_lesson else self._days()
        old = activity.spot
        for spot in spots:
            same_time = (spot.number, spot.start) == (old.number, old.start)
            if spot != old and not (same_time and activity.position in self._barred):
                yield Move(
                    cost_of(old, spot), (spot.number, spot.start) < (old.number, old.start), spot
                )

    def _days(self) -> Iterator[Spot]:
        for day in self._demand.hosting_days:
            if day.number >= self._since:
                yield Spot(day.number, 0, "", "")

    def _lesson_spots(self, activity: Activity) -> Iterator[Spot]:
        lesson = activity.what
        assert isinstance(lesson, Lesson)
        part = self._parts.get((lesson.unit, lesson.mode))
        if part is None:
            return
        trainers = [self._demand.trainers[n] for n in part.trainers]
        rooms = [self._demand.rooms[n] for n in part.rooms]
        for day in self._demand.days:
            if day.number < self._since:
                continue
            for start in self._starts(day, activity, is_distance=part.is_distance):
                stretch = (start, start + activity.lasting)
                free = [each for each in trainers if _has(each, day, stretch, part.is_distance)]
                places = [each.name for each in rooms if _has(each, day, stretch, False)]
                for trainer in free:
                    for room in [""] if part.is_distance else places:
                        yield Spot(day.number, start, trainer.name, room)

    @staticmethod
    def _starts(day: PlanningDay, activity: Activity, *, is_distance: bool) -> Iterator[int]:
        """Yield the moments of *day* at which the lesson fits in a window meant for it."""
        for slot in day.slots:
            if slot.admits(is_distance):
                yield from range(slot.start, slot.end - activity.lasting + 1, QUARTER)


def _has(supply: Supply, day: PlanningDay, stretch: tuple[int, int], is_distance: bool) -> bool:
    return any(
        start <= stretch[0] and stretch[1] <= end
        for start, end in supply.free(day.number, is_distance=is_distance)
    )


def cost_of(old: Spot, new: Spot) -> int:
    """Return how large the move from *old* to *new* is."""
    if not old.trainer:
        return 0
    return (
        A_DAY * abs(new.number - old.number)
        + AN_HOUR * -(-abs(new.start - old.start) // 60)
        + ANOTHER_ROOM * (new.room != old.room)
        + ANOTHER_TRAINER * (new.trainer != old.trainer)
    )
