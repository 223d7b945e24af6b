"""Counting minutes against windows: how many there are at most, and by which day.

A count forgets some constraints, so it may say too much but never too little: what it
finds missing is missing from every timetable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.shortages.openings import Opening


def running_total(
    demand: Demand, days: Iterable[PlanningDay], opening: Opening
) -> Iterator[tuple[PlanningDay, int]]:
    """Yield each day with windows, and the minutes of lesson there are up to its end.

    Days and weeks give no more than the hours allowed in them.
    """
    per_day, per_week = demand.limits.per_day, demand.limits.per_week
    total = in_week = week = 0
    for day in days:
        if day.slots:
            if day.week != week:
                week, in_week = day.week, 0
            minutes = min(opening.minutes(day), per_day, per_week - in_week)
            in_week += minutes
            total += minutes
            yield day, total


def minutes_in(
    demand: Demand, days: Iterable[PlanningDay], opening: Opening, *, enough: int
) -> int:
    """Return the minutes there are in *days*, or *enough* if there are more."""
    last = 0
    for _, total in running_total(demand, days, opening):
        if total >= enough:
            return enough
        last = total
    return last


def day_with(
    demand: Demand, days: Iterable[PlanningDay], opening: Opening, *, minutes: int
) -> PlanningDay | None:
    """Return the first day by whose end there are so many *minutes*, if there ever are."""
    totals = running_total(demand, days, opening)
    return next((day for day, total in totals if total >= minutes), None)
