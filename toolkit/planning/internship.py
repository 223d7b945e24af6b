"""The days of the internship: when they may begin, and how they follow one another."""

from __future__ import annotations

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand


def hosting_days(demand: Demand) -> list[PlanningDay]:
    """Return the days on which the internship may take place, whatever the lessons do."""
    internship = demand.course.internship
    if internship is None:
        return []
    first = internship.start or demand.course.edition.start
    return [day for day in demand.days if day.is_for_internship and day.day >= first]


def full_day(demand: Demand) -> int:
    """Return the minutes of internship on every day but the last."""
    internship = demand.course.internship
    return round(internship.hours_per_day * 60) if internship else 0


def fixed_days(demand: Demand) -> list[tuple[PlanningDay, int]]:
    """Return the days and minutes of an internship whose start the course sets; else none."""
    internship = demand.course.internship
    if internship is None or internship.start is None:
        return []
    left = round(internship.hours * 60)
    found = []
    for day in hosting_days(demand):
        if not left:
            break
        minutes = min(left, full_day(demand))
        found.append((day, minutes))
        left -= minutes
    return found


def latest_start(demand: Demand) -> int:
    """Return the number of the last day on which the internship can begin and still fit.

    An internship that cannot fit at all can begin on no day: the answer is then 0.
    """
    days = hosting_days(demand)
    internship = demand.course.internship
    if internship is None or not internship.hours:
        return demand.days[-1].number + 1 if demand.days else 0
    needed = -(-round(internship.hours * 60) // full_day(demand))
    if needed > len(days):
        return 0
    return days[0].number if internship.start else days[-needed].number


def deadlines(demand: Demand) -> list[int]:
    """Return for each unit the number of the last day on which it may have lessons."""
    last = demand.days[-1].number if demand.days else 0
    before = latest_start(demand) - 1
    practised = demand.before_internship
    return [min(last, before) if n in practised else last for n in range(len(demand.units))]
