"""What any timetable of a course costs at least: counting hours against windows.

The bound is the sum, over the goals that can be counted, of what each must cost; goals that
might be met in full count for nothing. It holds for every timetable that keeps the
constraints, so no search, however long, goes below it. What others have taken of trainers and
rooms only makes a timetable worse, so the bounds of courses planned together add up.
"""

from __future__ import annotations

from math import inf

from toolkit.planning.demand import Demand
from toolkit.planning.leastcost.cutting import cuttings_of
from toolkit.planning.leastcost.ending import Endings
from toolkit.planning.leastcost.units import UnitCosts

__all__ = ["least_cost"]


def least_cost(demand: Demand) -> float:
    """Return a cost below which no schedule of *demand* can be.

    It is the least, over the days on which the lessons may end, of what the end, the days
    until then and the lengths of their lessons cost, with what each unit costs whatever that
    day is.
    """
    if not demand.days or not demand.minutes:
        return 0.0
    of_units = UnitCosts(demand)
    return _of_the_whole(demand) + sum(
        of_units.least(unit) for unit in demand.units if unit.minutes
    )


def _of_the_whole(demand: Demand) -> float:
    """Return the least cost of ending on some day, and of the days and lessons until then.

    The cost of an end grows from one day to the next, while more time can only save days and
    short lessons, so a finite scan suffices.
    """
    goals = demand.course.edition.planning.goals
    start = demand.course.edition.start.toordinal()
    endings = Endings(demand)
    until = cuttings_of(demand)
    best = inf
    for position in range(max(endings.first_lesson_end - start, 0), len(demand.days)):
        least = goals.early_end * (endings.of_activity(start + position) - start)
        if least >= best:
            break
        best = min(best, least + until(position))
    return 0.0 if best == inf else best
