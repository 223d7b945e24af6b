"""What each unit costs at least by itself: how long it takes, and whether one trainer suffices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toolkit.planning.days import slots_of
from toolkit.planning.demand import Demand, UnitDemand
from toolkit.planning.supply import Stretch, Stretches, Supply, joined, shared

WEEKS = 52
"""A unit is not looked at for longer than this many weeks."""


class _Open(NamedTuple):
    """The minutes of lesson that an ordinary weekday has place for."""

    presence: int
    distance: int
    any: int


class UnitCosts:
    """What each unit of a course costs at least, whatever the others do."""

    def __init__(self, demand: Demand) -> None:
        self._demand = demand
        self._slots = slots_of(demand.course.edition.week)
        self._weeks: dict[tuple[int, ...], list[_Open]] = {}

    def least(self, unit: UnitDemand) -> float:
        """Return the least cost of the trainers of *unit* and of the days it takes.

        Either one trainer gives all of it, in the days that he or she has in the common week; or
        there is one more at least. Days off and absences are forgotten: they only make it longer.
        """
        goals = self._demand.course.edition.planning.goals
        whole = self._fewest_days_between(unit, unit.trainers)
        if whole is None:
            return 0.0
        by_one = [self._fewest_days_between(unit, (each,)) for each in unit.trainers]
        costs = [goals.unit_soon_finished * days for days in by_one if days is not None]
        return min([*costs, goals.one_trainer_a_unit + goals.unit_soon_finished * whole])

    def _fewest_days_between(self, unit: UnitDemand, trainers: tuple[int, ...]) -> int | None:
        """Return the fewest days from the first lesson to the last, if *trainers* can give all.

        They must hold the minutes in presence and at a distance; where the unit ends in presence,
        so does the last day.
        """
        demand = self._demand
        parts = [demand.parts[part] for part in unit.parts]
        distance = sum(part.minutes for part in parts if part.is_distance)
        presence = unit.minutes - distance
        week = self._week(trainers)
        needed = _Open(presence, distance, unit.minutes)
        there = (sum(each) for each in zip(*week, strict=True))
        if any(minutes and not open_ for minutes, open_ in zip(needed, there, strict=True)):
            return None
        closing = [demand.parts[part].is_distance for part in unit.closing]
        is_closed_in_presence = unit.test > 0 and presence > 0 and not any(closing)
        return min(_days_between(week, first, needed, is_closed_in_presence) for first in range(7))

    def _week(self, trainers: tuple[int, ...]) -> list[_Open]:
        if trainers not in self._weeks:
            supplies = [self._demand.trainers[each] for each in trainers]
            self._weeks[trainers] = [self._open(weekday, supplies) for weekday in range(7)]
        return self._weeks[trainers]

    def _open(self, weekday: int, supplies: Sequence[Supply]) -> _Open:
        presence, distance = (
            [
                stretch
                for slot in self._slots[weekday]
                if slot.admits(is_distance)
                for stretch in shared(
                    ((slot.start, slot.end),), _free(supplies, weekday, is_distance)
                )
            ]
            for is_distance in (False, True)
        )
        either = joined([*presence, *distance])
        return _Open(*(self._minutes(each) for each in (presence, distance, either)))

    def _minutes(self, stretches: Iterable[Stretch]) -> int:
        return min(sum(end - start for start, end in stretches), self._demand.limits.per_day)


def _free(supplies: Sequence[Supply], weekday: int, is_distance: bool) -> Stretches:
    weeks = (each.at_distance if is_distance else each.in_presence for each in supplies)
    return joined([stretch for week in weeks for stretch in week[weekday]])


def _days_between(
    week: Sequence[_Open], first: int, needed: _Open, is_closed_in_presence: bool
) -> int:
    """Return the days from the weekday *first* to that of the last lesson, if all go on at once."""
    presence, distance, both = needed
    day = first
    while (presence > 0 or distance > 0 or both > 0) and day < first + 7 * WEEKS:
        open_ = week[day % 7]
        presence -= open_.presence
        distance -= open_.distance
        both -= open_.any
        day += 1
    while is_closed_in_presence and not week[(day - 1) % 7].presence:
        day += 1
    return day - 1 - first
