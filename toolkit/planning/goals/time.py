"""Goals about days and weeks: end early, come on few days, an even load, the evenings chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import get_args

from toolkit.model.planning import WeekdayName
from toolkit.planning.goals.goal import Miss
from toolkit.planning.schedule import Schedule
from toolkit.wording import WEEKDAYS

_NAMES: tuple[str, ...] = get_args(WeekdayName)


def ends_early(schedule: Schedule) -> Iterator[Miss]:
    """The course ends early: a unit for each day from the first to that of the last activity."""
    last = schedule.last_activity
    days = last - schedule.demand.course.edition.start.toordinal()
    yield Miss(days, {"day": date.fromordinal(last), "days": days})


def takes_few_days(schedule: Schedule) -> Iterator[Miss]:
    """Learners come on few days: a unit for each day with lessons."""
    days = len(schedule.by_day)
    yield Miss(days, {"days": days})


def weeks_are_even(schedule: Schedule) -> Iterator[Miss]:
    """Weeks bear the same load: a unit for each hour away from a week's share.

    A week's share is in proportion to the time its windows are open, so that a week with a
    holiday may be lighter. The last week takes what is left, so it does not count.
    """
    given: dict[int, int] = defaultdict(int)
    for number, lessons in schedule.by_day.items():
        given[number - (number - 1) % 7] += sum(lesson.minutes for lesson in lessons)
    place = schedule.demand.minutes_by_week
    first, last = min(given, default=0), max(given, default=0)
    opened = {week: place[week] for week in range(first, last, 7) if week in place}
    total = sum(given[week] for week in opened)
    share = total / max(sum(opened.values()), 1)
    for week, minutes in opened.items():
        away = abs(given[week] - minutes * share) / 60
        if away >= 1:
            hours, fair = given[week] / 60, minutes * share / 60
            yield Miss(away, {"monday": date.fromordinal(week), "hours": hours, "fair": fair})


def distance_is_on_the_days_chosen(schedule: Schedule) -> Iterator[Miss]:
    """Distance lessons are on the days chosen for them: a unit for each hour elsewhere."""
    chosen = {_NAMES.index(each) for each in schedule.demand.course.edition.planning.distance_days}
    if not chosen:
        return
    for lesson in schedule.lessons:
        weekday = (lesson.number - 1) % 7
        if schedule.demand.parts[lesson.part].is_distance and weekday not in chosen:
            day = date.fromordinal(lesson.number)
            hours = lesson.minutes / 60
            yield Miss(hours, {"weekday": WEEKDAYS[weekday], "day": day, "hours": hours})
