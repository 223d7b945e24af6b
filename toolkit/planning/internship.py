"""The days of the internship: when they may begin, and how they follow one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand

MINUTES_OF_A_WEEK = 7 * 24 * 60


def full_day(demand: Demand) -> int:
    """Return the minutes of internship on an ordinary day."""
    internship = demand.course.internship
    return round(internship.hours_per_day * 60) if internship else 0


def full_week(demand: Demand) -> int:
    """Return the minutes of internship that a week may have."""
    internship = demand.course.internship
    if internship is None or internship.hours_per_week is None:
        return MINUTES_OF_A_WEEK
    return round(internship.hours_per_week * 60)


def hosted_minutes(demand: Demand, days: Iterable[PlanningDay]) -> int:
    """Return the minutes of internship that *days* and their weeks may have."""
    by_week = Counter(day.week for day in days)
    stands = _standing_weeks(demand)
    return sum(
        min(number * full_day(demand), max(full_week(demand) - stands.get(week, 0), 0))
        for week, number in by_week.items()
    )


def fixed_days(demand: Demand) -> list[tuple[PlanningDay, int]]:
    """Return the days and minutes of an internship whose start the course sets; else none."""
    internship = demand.course.internship
    if internship is None or internship.start is None:
        return []
    left = demand.internship_minutes
    weeks = Counter(_standing_weeks(demand))
    found = []
    for day in demand.hosting_days:
        minutes = min(left, full_day(demand), full_week(demand) - weeks[day.week])
        if minutes > 0:
            found.append((day, minutes))
            weeks[day.week] += minutes
            left -= minutes
    return found


def latest_start(demand: Demand) -> int:
    """Return the number of the last day on which the internship can begin and still fit.

    An internship that cannot fit at all can begin on no day: the answer is then 0.
    """
    internship = demand.course.internship
    if internship is None or demand.internship_minutes <= 0:
        return demand.days[-1].number + 1 if demand.days else 0
    days = demand.hosting_days
    left = demand.internship_minutes
    weeks = Counter(_standing_weeks(demand))
    for day in reversed(days):
        minutes = min(full_day(demand), full_week(demand) - weeks[day.week])
        weeks[day.week] += minutes
        left -= minutes
        if left <= 0:
            return days[0].number if internship.start else day.number
    return 0


def deadlines(demand: Demand) -> list[int]:
    """Return for each unit the number of the last day on which it may have lessons."""
    last = demand.days[-1].number if demand.days else 0
    before = latest_start(demand) - 1
    practised = demand.before_internship
    return [min(last, before) if n in practised else last for n in range(len(demand.units))]


def _standing_weeks(demand: Demand) -> dict[int, int]:
    """Return the minutes of internship that stand in each week, by its Monday."""
    weeks: Counter[int] = Counter()
    for each in demand.fixed.internship:
        number = each.day.toordinal()
        weeks[number - (number - 1) % 7] += round(each.hours * 60)
    return weeks
