"""Counting minutes against windows: how many there are at most, and by which day.

A count forgets some constraints, so it may say too much but never too little: what it
finds missing is missing from every timetable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from toolkit.planning.days import QUARTER, PlanningDay, Slot
from toolkit.planning.demand import Demand, Part
from toolkit.planning.supply import Stretches, Supply, joined, shared

OpenOn = Callable[[PlanningDay], Stretches]
"""The time that something is open to lessons on a day."""


class Kind(Enum):
    """Which lessons a count is about."""

    ANY = "any"
    PRESENCE = "presence"
    DISTANCE = "distance"

    def includes(self, part: Part) -> bool:
        """Return whether the lessons of *part* are of this kind."""
        return self is Kind.ANY or part.is_distance == (self is Kind.DISTANCE)


def windows(kind: Kind) -> OpenOn:
    """Return when the windows are open to lessons of that *kind*."""
    return lambda day: tuple((slot.start, slot.end) for slot in day.slots if any(_ways(slot, kind)))


def any_of(supplies: Sequence[Supply], kind: Kind) -> OpenOn:
    """Return when any of *supplies* is free in the windows for lessons of that *kind*."""

    def open_on(day: PlanningDay) -> Stretches:
        free = (shared(((slot.start, slot.end),), free_in(slot, day)) for slot in day.slots)
        return tuple(stretch for each in free for stretch in each)

    def free_in(slot: Slot, day: PlanningDay) -> Stretches:
        ways = [is_distance for is_distance, open_ in enumerate(_ways(slot, kind)) if open_]
        # Most are free at the same times, so there are few to join.
        free = {each.free(day.number, bool(way)) for each in supplies for way in ways}
        return joined([stretch for each in free for stretch in each])

    return remembered(open_on, supplies)


def remembered(open_on: OpenOn, supplies: Sequence[Supply]) -> OpenOn:
    """Return *open_on*, asked once for all the days that are alike.

    Days are alike on the same weekday, if the same windows are open and the same of *supplies*
    are there, taken by others at the same times. On a day without windows nothing is open.
    """
    known: dict[tuple[object, ...], Stretches] = {}
    unlike = {
        number for each in supplies for numbers in (each.away, each.taken) for number in numbers
    }
    until = min((each.until for each in supplies), default=0)

    def recall(day: PlanningDay) -> Stretches:
        if not day.slots:
            return ()
        alike: tuple[object, ...] = (day.weekday, day.slots)
        if day.number in unlike or day.number > until:
            there = ((each.is_there(day.number), each.taken.get(day.number)) for each in supplies)
            alike = (*alike, *there)
        if alike not in known:
            known[alike] = open_on(day)
        return known[alike]

    return recall


def _ways(slot: Slot, kind: Kind) -> tuple[bool, bool]:
    """Return whether lessons of that *kind* in presence, and at a distance, may be in *slot*."""
    return (
        kind is not Kind.DISTANCE and slot.admits_presence,
        kind is not Kind.PRESENCE and slot.admits_distance,
    )


def both(one: OpenOn, other: OpenOn) -> OpenOn:
    """Return when both are open."""
    return lambda day: shared(one(day), other(day))


def running_total(
    demand: Demand, days: Iterable[PlanningDay], open_on: OpenOn
) -> Iterator[tuple[PlanningDay, int]]:
    """Yield each day with the minutes of lesson there are up to its end.

    Days and weeks give no more than the hours allowed in them.
    """
    per_day, per_week = demand.limits.per_day, demand.limits.per_week
    total = in_week = week = 0
    for day in days:
        if day.week != week:
            week, in_week = day.week, 0
        if day.slots:
            open_ = sum([(end - start) // QUARTER * QUARTER for start, end in open_on(day)])
            minutes = min(open_, per_day, per_week - in_week)
            in_week += minutes
            total += minutes
        yield day, total


def minutes_in(demand: Demand, days: Iterable[PlanningDay], open_on: OpenOn, *, enough: int) -> int:
    """Return the minutes there are in *days*, or *enough* if there are more."""
    last = 0
    for _, total in running_total(demand, days, open_on):
        if total >= enough:
            return enough
        last = total
    return last


def day_with(
    demand: Demand, days: Iterable[PlanningDay], open_on: OpenOn, *, minutes: int
) -> PlanningDay | None:
    """Return the first day by whose end there are so many *minutes*, if there ever are."""
    totals = running_total(demand, days, open_on)
    return next((day for day, total in totals if total >= minutes), None)


def either(ways: Sequence[OpenOn]) -> OpenOn:
    """Return when any of *ways* is open."""
    return lambda day: joined([stretch for way in ways for stretch in way(day)])
