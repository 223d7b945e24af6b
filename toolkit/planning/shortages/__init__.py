"""Counting before planning: what a course is short of, in hours, names and dates.

Every independent shortage is told at once. What a count finds missing is missing from
every timetable; that nothing is missing does not yet mean that one exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from toolkit.planning.asking import asked_until
from toolkit.planning.days import open_horizon
from toolkit.planning.demand import Demand
from toolkit.planning.shortages.bounds import Bounds, bounds_of
from toolkit.planning.shortages.leftover import left_over
from toolkit.planning.shortages.openings import Openings
from toolkit.planning.shortages.places import rooms_too_few, trainers_and_rooms_too_few
from toolkit.planning.shortages.possibility import (
    parts_without_rooms,
    tests_longer_than_a_lesson,
    units_without_trainers,
)
from toolkit.planning.shortages.shortage import (
    ImpossibleError,
    Shortage,
    ShortagesError,
    UnplacedError,
)
from toolkit.planning.shortages.standing import lessons_that_clash
from toolkit.planning.shortages.time import internship_too_short, windows_too_few
from toolkit.planning.shortages.trainers import trainers_too_few

__all__ = [
    "ImpossibleError",
    "Shortage",
    "ShortagesError",
    "UnplacedError",
    "left_over",
    "shortages_of",
]


def shortages_of(demand: Demand) -> tuple[Shortage, ...]:
    """Return what the course is short of, the most general first; nothing if all suffices.

    Where the windows are too few, or the internship does not fit, the rest is counted as
    if there were no last day: what is missing even so does not come from that.
    """
    if clashing := tuple(lessons_that_clash(demand)):
        # Nothing can be counted beside lessons that do not go together.
        return clashing
    later = cache(lambda: Openings(asked_until(demand, open_horizon(demand.course))))
    openings = Openings(demand)
    impossible = (
        *units_without_trainers(demand),
        *parts_without_rooms(demand),
        *tests_longer_than_a_lesson(demand, lambda: later().demand),
    )
    of_time = tuple(windows_too_few(openings, later))
    if any(not each.available and each.at == ("week",) for each in of_time):
        return (*of_time, *impossible)
    bounds = bounds_of(later() if of_time else openings)
    if not of_time:
        of_time = tuple(internship_too_short(bounds))
        bounds = bounds_of(later()) if of_time else bounds.with_internship()
    return (*of_time, *impossible, *_of_people_and_places(bounds))


def _of_people_and_places(bounds: Bounds) -> Iterator[Shortage]:
    found = (*trainers_too_few(bounds), *rooms_too_few(bounds))
    yield from (each for _, each in found)
    told = {unit for units, _ in found for unit in units}
    yield from trainers_and_rooms_too_few(bounds, told)
