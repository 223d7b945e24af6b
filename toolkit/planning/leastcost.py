"""What any timetable of a course costs at least: counting hours against windows.

The bound is the sum, over the goals that can be counted, of what each must cost; goals that
might be met in full count for nothing. It holds for every timetable that keeps the
constraints, so no search, however long, goes below it. What others have taken of trainers and
rooms only makes a timetable worse, so the bounds of courses planned together add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.internship import fixed_days, full_day, full_week, hosting_days
from toolkit.planning.shortages.bounds import (
    Bounds,
    bounds_of,
    earliest_end,
    minutes_of_kind,
    rooms_open,
    trainers_open,
    unit_open,
)
from toolkit.planning.shortages.counting import Kind, OpenOn, day_with, windows


def least_cost(demand: Demand) -> float:
    """Return a cost below which no schedule of *demand* can be.

    It is the least, over the days on which the lessons may end, of what the end and the days
    until then cost, with what single lessons and units cost whatever that day is.
    """
    if not demand.days or not demand.minutes:
        return 0.0
    goals = demand.course.edition.planning.goals
    return (
        _of_days(demand, goals.early_end, goals.few_days)
        + goals.whole_blocks * _short_parts(demand)
        + goals.unit_soon_finished * _least_spans(demand, _taught(demand))
    )


def _taught(demand: Demand) -> list[int]:
    return [number for number, unit in enumerate(demand.units) if unit.minutes]


def _of_days(demand: Demand, per_day_to_end: float, per_day_used: float) -> float:
    """Return the least cost of ending on some day and of the days with lessons until then.

    Lessons cannot end before `_earliest_last_lesson`. If they end on a later day X, the last
    activity is X or the end of an internship begun after what it practises, and at least
    `_fewest_days` up to X have lessons. The cost of X grows with X from then on by at least
    *per_day_to_end*, while fewer days can save only what they cost, so a finite scan suffices.
    """
    bounds = bounds_of(demand, with_internship=False)
    start = demand.course.edition.start.toordinal()
    lessons = _taught(demand)
    first = _earliest_end(demand, bounds, lessons)
    practised = [unit for unit in lessons if unit in demand.before_internship]
    waits = _earliest_end(demand, bounds, practised) if practised else 0
    all_practised = len(practised) == len(lessons)
    internship = _Internship(demand)
    capacity = _capacities(demand)
    best = float("inf")
    for position in range(max(first - start, 0), len(demand.days)):
        number = start + position
        end = max(number, internship.over(number if all_practised else waits))
        least = per_day_to_end * (end - start)
        if least >= best:
            break
        best = min(best, least + per_day_used * _fewest_days(demand, capacity, position))
    return 0.0 if best == float("inf") else best


def _earliest_end(demand: Demand, bounds: Bounds, units: Sequence[int]) -> int:
    """Return the number of the first day by which all of *units* can have ended.

    Each set of trainers gives all the units that have no others, one lesson at a time; so
    does each set of rooms. The days before the prerequisites of a unit can be over do not
    count for it.
    """
    last = earliest_end(demand, bounds, units)[0].number
    for open_on, minutes in _givers(demand, units):
        day = day_with(demand, demand.days, open_on, minutes=minutes)
        last = max(last, day.number if day else 0)
    return last


def _givers(demand: Demand, units: Sequence[int]) -> Iterator[tuple[OpenOn, int]]:
    """Yield when each set of trainers, and of rooms, is free, and the minutes only it can give."""
    parts = [part for unit in units for part in demand.units[unit].parts]
    trainers = {demand.parts[part].trainers for part in parts}
    for some in trainers:
        only = [part for part in parts if set(demand.parts[part].trainers) <= set(some)]
        yield trainers_open(demand, some, Kind.ANY), sum(demand.parts[n].minutes for n in only)
    rooms = {demand.parts[part].rooms for part in parts if demand.parts[part].rooms}
    for places in rooms:
        only = [
            n for n in parts if demand.parts[n].rooms and set(demand.parts[n].rooms) <= set(places)
        ]
        yield rooms_open(demand, places), sum(demand.parts[n].minutes for n in only)


class _Internship:
    """When the internship of a course can be over, at the earliest."""

    def __init__(self, demand: Demand) -> None:
        self._demand = demand
        self._fixed = fixed_days(demand)
        self._days = hosting_days(demand)
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


def _capacities(demand: Demand) -> dict[Kind, list[int]]:
    """Return for each kind of lesson the minutes that each day has place for."""
    found = {}
    for kind in Kind:
        open_on = windows(kind)
        found[kind] = [_minutes_open(demand, day, open_on) for day in demand.days]
    return found


def _fewest_days(demand: Demand, capacity: dict[Kind, list[int]], last: int) -> int:
    """Return how many days up to the one at position *last* have lessons at least."""
    units = range(len(demand.units))
    fewest = {
        kind: _days_for(minutes_of_kind(demand, units, kind), each[: last + 1])
        for kind, each in capacity.items()
    }
    apart = not any(
        one and other
        for one, other in zip(capacity[Kind.PRESENCE], capacity[Kind.DISTANCE], strict=True)
    )
    both = fewest[Kind.PRESENCE] + fewest[Kind.DISTANCE] if apart else 0
    return max(*fewest.values(), both)


def _days_for(minutes: int, capacity: Iterable[int]) -> int:
    """Return how many of the longest days it takes for *minutes*."""
    if not minutes:
        return 0
    totals = accumulate(sorted(capacity, reverse=True))
    return next((n for n, total in enumerate(totals, start=1) if total >= minutes), 0)


def _short_parts(demand: Demand) -> float:
    """Return the hours that parts shorter than a block lack: each has a lesson of its own."""
    short = (demand.limits.min_block - part.minutes for part in demand.parts if part.minutes)
    return sum(each for each in short if each > 0) / 60


def _least_spans(demand: Demand, units: Sequence[int]) -> int:
    """Return the fewest days between the first lesson and the last of each of *units*, in all."""
    known: dict[object, list[int]] = {}
    total = 0
    for unit in units:
        found = demand.units[unit]
        parts = [demand.parts[part] for part in found.parts]
        alike = (found.trainers, tuple((part.is_distance, part.rooms) for part in parts))
        if alike not in known:
            open_on = unit_open(demand, unit, Kind.ANY)
            known[alike] = [_minutes_open(demand, day, open_on) for day in demand.days]
        total += _least_span(found.minutes, known[alike])
    return total


def _minutes_open(demand: Demand, day: PlanningDay, open_on: OpenOn) -> int:
    if not day.slots:
        return 0
    return min(sum(end - start for start, end in open_on(day)), demand.limits.per_day)


def _least_span(needed: int, capacity: Sequence[int]) -> int:
    """Return the fewest days after a first one in which there is room for *needed* minutes.

    A window of days that just suffices is slid over all of them; 0 if none does.
    """
    least, first, within = len(capacity), 0, 0
    for last, minutes in enumerate(capacity):
        within += minutes
        while within - capacity[first] >= needed:
            within -= capacity[first]
            first += 1
        if within >= needed:
            least = min(least, last - first)
    return 0 if least == len(capacity) else least
