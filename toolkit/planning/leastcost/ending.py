"""The first days on which the lessons of a course, and then its internship, can be over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.internship import fixed_days, full_day, full_week
from toolkit.planning.shortages.bounds import (
    Bounds,
    bounds_of,
    earliest_end,
    minutes_of_kind,
)
from toolkit.planning.shortages.counting import day_with
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.openings import Opening, Openings


class Endings:
    """When a course can end at the earliest; days by their numbers."""

    def __init__(self, demand: Demand) -> None:
        taught = [number for number, unit in enumerate(demand.units) if unit.minutes]
        practised = [unit for unit in taught if unit in demand.before_internship]
        bounds = bounds_of(Openings(demand))
        self.first_lesson_end = _earliest_end(bounds, taught)
        """The first day by which all lessons can be over."""
        self._all_practised = len(practised) == len(taught)
        is_part = practised and not self._all_practised
        self._waits = _earliest_end(bounds, practised) if is_part else 0
        self._internship = _Internship(demand)

    def of_activity(self, last_lesson: int) -> int:
        """Return the first day by which all is over, if the last lesson is on that day."""
        after = last_lesson if self._all_practised else self._waits
        return max(last_lesson, self._internship.over(after))


def _earliest_end(bounds: Bounds, units: Sequence[int]) -> int:
    """Return the number of the first day by which all of *units* can have ended.

    Each set of trainers gives all the units that have no others, one lesson at a time; so
    does each set of rooms. The days before the prerequisites of a unit can be over do not
    count for it.
    """
    demand = bounds.demand
    last = earliest_end(bounds, units)[0].number
    for opening, minutes in _givers(bounds.openings, units):
        day = day_with(demand, demand.days, opening, minutes=minutes)
        last = max(last, day.number if day else 0)
    return max(last, _closed_in_presence(bounds.openings, units))


def _givers(openings: Openings, units: Sequence[int]) -> Iterator[tuple[Opening, int]]:
    """Yield when each set of trainers, and of rooms, is free, and the minutes only it can give."""
    demand = openings.demand
    parts = [part for unit in units for part in demand.units[unit].parts]
    trainers = {demand.parts[part].trainers for part in parts}
    for some in trainers:
        only = [part for part in parts if set(demand.parts[part].trainers) <= set(some)]
        yield openings.of_trainers(some, Kind.ANY), sum(demand.parts[n].minutes for n in only)
    rooms = {demand.parts[part].rooms for part in parts if demand.parts[part].rooms}
    for places in rooms:
        only = [
            n for n in parts if demand.parts[n].rooms and set(demand.parts[n].rooms) <= set(places)
        ]
        yield openings.of_rooms(places), sum(demand.parts[n].minutes for n in only)


def _closed_in_presence(openings: Openings, units: Sequence[int]) -> int:
    """Return the first day on which a lesson in presence can follow all those at a distance.

    It is 0 unless one must: where each unit with hours at a distance ends with a test in presence.
    """
    demand = openings.demand
    distant = [
        unit
        for unit in units
        if any(demand.parts[part].is_distance for part in demand.units[unit].parts)
    ]
    closing = (part for unit in distant for part in demand.units[unit].closing)
    if not all(demand.units[unit].test for unit in distant) or any(
        demand.parts[part].is_distance or not demand.parts[part].minutes for part in closing
    ):
        return 0
    minutes = minutes_of_kind(demand, distant, Kind.DISTANCE)
    day = day_with(demand, demand.days, openings.of_windows(Kind.DISTANCE), minutes=minutes)
    if day is None or not minutes:
        return 0
    later = demand.days[day.number - demand.days[0].number :]
    return next(
        (each.number for each in later if any(slot.admits_presence for slot in each.slots)), 0
    )


class _Internship:
    """When the internship of a course can be over, at the earliest."""

    def __init__(self, demand: Demand) -> None:
        self._demand = demand
        self._fixed = fixed_days(demand)
        self._days = demand.hosting_days
        self._known: dict[int, int] = {}

    def over(self, after: int) -> int:
        """Return the number of its last day if it begins after the day numbered *after*."""
        if self._fixed:
            return self._fixed[-1][0].number
        if after not in self._known:
            self._known[after] = _hosted_from(self._demand, self._days, after)
        return self._known[after]


def _hosted_from(demand: Demand, days: Sequence[PlanningDay], after: int) -> int:
    """Return the day by which the internship is over; 0 if there is none or no time for it."""
    left, week, in_week, last = demand.internship_minutes, 0, 0, 0
    for day in days:
        if left <= 0:
            break
        if day.number > after:
            if day.week != week:
                week, in_week = day.week, 0
            minutes = min(full_day(demand), full_week(demand) - in_week)
            in_week += minutes
            left -= minutes
            last = day.number
    return last if left <= 0 else 0
