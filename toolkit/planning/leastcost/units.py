"""What each unit costs at least by itself: how long it takes, and whether one trainer suffices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.planning.days import slots_of
from toolkit.planning.demand import Demand, UnitDemand
from toolkit.planning.supply import Stretches, Supply, joined, shared

WEEKS = 52
"""A unit is not looked at for longer than this many weeks."""


class _Open(NamedTuple):
    """The minutes of lesson that an ordinary weekday has place for."""

    presence: int
    distance: int
    any: int


def least_of_unit(demand: Demand, number: int) -> float:
    """Return the least cost of the trainers of the unit at *number* and of the days it takes.

    Either one trainer gives all of it, in the days that he or she has in the common week; or there
    is one more at least. Days off and absences are forgotten: they only make it longer.
    """
    goals = demand.course.edition.planning.goals
    unit = demand.units[number]
    whole = _fewest_days_between(demand, unit, unit.trainers)
    if whole is None:
        return 0.0
    by_one = [_fewest_days_between(demand, unit, [each]) for each in unit.trainers]
    costs = [goals.unit_soon_finished * days for days in by_one if days is not None]
    return min([*costs, goals.one_trainer_a_unit + goals.unit_soon_finished * whole])


def _fewest_days_between(demand: Demand, unit: UnitDemand, trainers: Sequence[int]) -> int | None:
    """Return the fewest days between the first lesson and the last, if *trainers* can give all.

    It must hold the minutes in presence and at a distance; where the unit ends in presence, so
    does the last day.
    """
    parts = [demand.parts[part] for part in unit.parts]
    distance = sum(part.minutes for part in parts if part.is_distance)
    presence = unit.minutes - distance
    ends_in_presence = unit.test and not any(demand.parts[n].is_distance for n in unit.closing)
    week = [_open(demand, weekday, trainers) for weekday in range(7)]
    needed = _Open(presence, distance, unit.minutes)
    if any(
        need and not sum(each) for need, each in zip(needed, zip(*week, strict=True), strict=True)
    ):
        return None
    spans = []
    for first in range(7):
        left, day = list(needed), first
        while any(minutes > 0 for minutes in left) and day < first + 7 * WEEKS:
            left = [minutes - open_ for minutes, open_ in zip(left, week[day % 7], strict=True)]
            day += 1
        while ends_in_presence and presence and not week[(day - 1) % 7].presence:
            day += 1
        spans.append(day - 1 - first)
    return min(spans)


def _open(demand: Demand, weekday: int, trainers: Sequence[int]) -> _Open:
    slots = slots_of(demand.course.edition.week)[weekday]
    supplies = [demand.trainers[each] for each in trainers]
    open_ = {
        is_distance: [
            stretch
            for slot in slots
            if slot.admits(is_distance)
            for stretch in shared(
                ((slot.start, slot.end),), _free(supplies, weekday, is_distance=is_distance)
            )
        ]
        for is_distance in (False, True)
    }
    return _Open(
        _minutes(demand, open_[False]),
        _minutes(demand, open_[True]),
        _minutes(demand, list(joined([*open_[False], *open_[True]]))),
    )


def _free(supplies: Sequence[Supply], weekday: int, *, is_distance: bool) -> Stretches:
    weeks = (each.at_distance if is_distance else each.in_presence for each in supplies)
    return joined([stretch for week in weeks for stretch in week[weekday]])


def _minutes(demand: Demand, stretches: Sequence[tuple[int, int]]) -> int:
    return min(sum(end - start for start, end in stretches), demand.limits.per_day)
