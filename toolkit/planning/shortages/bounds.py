"""Between which days each unit can have its lessons, and the words to say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from toolkit.planning.days import QUARTER, PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.internship import deadlines
from toolkit.planning.shortages.counting import day_with
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.openings import Openings


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days, by position, that each unit can use: the first and the one after the last."""

    openings: Openings
    first: tuple[int, ...]
    end: tuple[int, ...]

    @property
    def demand(self) -> Demand:
        """The course they are bounds of."""
        return self.openings.demand

    def days(self, units: Iterable[int]) -> tuple[PlanningDay, ...]:
        """Return the days that any of *units* can use."""
        some = tuple(units)
        first = min(self.first[unit] for unit in some)
        return self.demand.days[first : max(self.end[unit] for unit in some)]

    def with_internship(self) -> Bounds:
        """Return the same bounds, but that the internship must follow what it practises."""
        return replace(self, end=_ends(self.demand, deadlines(self.demand)))


def bounds_of(openings: Openings) -> Bounds:
    """Return the bounds of every unit of a course with one day at least.

    That the internship must follow some of them is forgotten.
    """
    demand = openings.demand
    limits = [demand.days[-1].number] * len(demand.units)
    return Bounds(openings, tuple(_first_days(openings)), _ends(demand, limits))


def _ends(demand: Demand, limits: Sequence[int]) -> tuple[int, ...]:
    """Return the position after the last day of each unit, which is limited to a day's number."""
    start, last = demand.days[0].number, demand.days[-1].number
    return tuple(min(max(limit, start - 1), last) - start + 1 for limit in limits)


def minutes_of_kind(demand: Demand, units: Iterable[int], kind: Kind) -> int:
    """Return the minutes of *units* in lessons of that *kind*."""
    return sum(
        demand.parts[part].minutes
        for unit in units
        for part in demand.units[unit].parts
        if kind.includes(demand.parts[part])
    )


def _first_days(openings: Openings) -> list[int]:
    """Return for each unit the position of the first day on which it may begin.

    That is the day by which all the units it waits for can have had their hours, and on
    which the windows have a quarter of an hour more.
    """
    demand = openings.demand
    start = demand.days[0].number
    first = [0] * len(demand.units)
    finish = [0] * len(demand.units)
    by_windows: dict[tuple[int, ...], int] = {}
    for unit in sorted(range(len(demand.units)), key=lambda each: len(demand.ancestors[each])):
        before = demand.ancestors[unit]
        if before not in by_windows:
            days = _days_of_windows(openings, before, spare=QUARTER)
            by_windows[before] = max((day.number - start for day in days), default=0)
        first[unit] = max([by_windows[before], *(finish[other] for other in before)])
        finish[unit] = first[unit]
        if demand.successors[unit]:
            finish[unit] = finish_of(openings, unit, first[unit])
    return first


def finish_of(openings: Openings, unit: int, first: int) -> int:
    """Return the position of the first day by which *unit*, begun at *first*, can end.

    A unit that can never end is taken to end at once: it is a shortage of its own.
    """
    demand = openings.demand
    ends = [
        day_with(demand, demand.days[first:], openings.of_unit(unit, kind), minutes=minutes)
        for kind in Kind
        if (minutes := minutes_of_kind(demand, [unit], kind))
    ]
    start = demand.days[0].number
    return max((day.number - start for day in ends if day), default=first)


def _days_of_windows(openings: Openings, units: Sequence[int], *, spare: int) -> list[PlanningDay]:
    """Return the days by which the windows, for each kind of lesson, suffice for *units*.

    Of all kinds together there must also be so many minutes to *spare*.
    """
    demand = openings.demand
    found = [
        day_with(
            demand,
            demand.days,
            openings.of_windows(kind),
            minutes=minutes + spare * (kind is Kind.ANY),
        )
        for kind in Kind
        if (minutes := minutes_of_kind(demand, units, kind))
    ]
    return [day for day in found if day]


def earliest_end(bounds: Bounds, units: Sequence[int]) -> tuple[PlanningDay, int | None]:
    """Return the first day by which all of *units*, and those before them, can have ended.

    With it comes the unit that holds the others up, unless it is the windows that do.
    """
    demand, openings = bounds.demand, bounds.openings
    everything = sorted({*units, *(other for unit in units for other in demand.ancestors[unit])})
    days = _days_of_windows(openings, everything, spare=0)
    ends = [demand.days[finish_of(openings, unit, bounds.first[unit])] for unit in units]
    last = max([*days, *ends], key=lambda day: day.number)
    if last in days:
        return last, None
    return last, units[ends.index(last)]
