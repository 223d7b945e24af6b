"""More hours: another window in the week, longer days and weeks, other lengths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from toolkit.model.moments import TimeRange, read_time
from toolkit.model.week import Window
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.edits import limited_to, tested_for, with_windows
from toolkit.planning.remedies.idea import Idea, Step, one
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.shortage import Shortage
from toolkit.text import Text
from toolkit.wording import WEEKDAYS

AFTERNOON = TimeRange(read_time("14:00"), read_time("18:00"))
EVENING = TimeRange(read_time("18:00"), read_time("21:00"))
LONGEST_DAY = 12
LONGEST_WEEK = 60
WORKING_DAYS = range(6)
"""Nobody is asked to come on Sundays."""

_WINDOW = Text(
    it="aggiungi alla settimana la fascia {which}", en="add to the week the window {which}"
)
_EVERY_DAY = Text(
    it="aggiungi a ogni giorno di lezione la fascia {which}",
    en="add to each day of lessons the window {which}",
)
_AT = Text(it="{weekday} {times}", en="{weekday} {times}")
_HOURS_A_DAY = Text(
    it="porta a {which} le ore al giorno (max_hours_per_day)",
    en="raise the hours a day to {which} (max_hours_per_day)",
)
_HOURS_A_WEEK = Text(
    it="porta a {which} le ore alla settimana (max_hours_per_week)",
    en="raise the hours a week to {which} (max_hours_per_week)",
)
_SHORTER_TEST = Text(
    it="accorcia a {hours} h la prova di {unit}", en="make the test of {unit} {hours} h long"
)
_LONGER_BLOCKS = Text(
    it="porta a {hours} le ore della lezione più lunga (max_block)",
    en="raise the longest lesson to {hours} hours (max_block)",
)


def another_window(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """The week has one window more: like its others on a free day, or else an evening."""
    is_distance = shortage.subject.kind is Kind.DISTANCE
    steps = []
    for weekday in WORKING_DAYS:
        for times in _likely_times(demand, is_distance=is_distance):
            if _is_free(demand, weekday, times):
                window = Window(times, distance=is_distance)
                change = partial(with_windows, weekdays=(weekday,), window=window)
                which = _AT.filled(weekday=WEEKDAYS[weekday], times=str(times))
                steps.append(Step(which, change))
                break
    yield Idea(_WINDOW, tuple(steps))


def a_window_every_day(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """Each day with lessons has an afternoon or an evening more."""
    is_distance = shortage.subject.kind is Kind.DISTANCE
    days = [n for n, windows in enumerate(demand.course.edition.week.days) if windows]
    steps = (
        Step(str(times), partial(with_windows, weekdays=days, window=Window(times, is_distance)))
        for times in (AFTERNOON, EVENING)
        if all(_is_free(demand, weekday, times) for weekday in days)
    )
    yield Idea(_EVERY_DAY, tuple(steps))


def longer_days_and_weeks(demand: Demand) -> Iterator[Idea]:
    """A day, or a week, may have more hours."""
    planning = demand.course.edition.planning
    for key, words, now, most in (
        ("max_hours_per_day", _HOURS_A_DAY, planning.max_hours_per_day, LONGEST_DAY),
        ("max_hours_per_week", _HOURS_A_WEEK, planning.max_hours_per_week, LONGEST_WEEK),
    ):
        steps = (
            Step(hours, partial(limited_to, limit=key, to=hours))
            for hours in range(int(now) + 1, most + 1)
        )
        yield Idea(words, tuple(steps), grows=True)


def other_lengths(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """A test is shorter, or lessons may be longer."""
    (number,) = shortage.subject.units
    unit = demand.units[number].code
    # A unit that is all test teaches nothing.
    most = demand.units[number].minutes // 60 / 2
    hours = shortage.available if shortage.available < 2 * most else most
    yield one(
        _SHORTER_TEST.filled(unit=unit, hours=hours),
        partial(tested_for, unit=unit, hours=hours),
    )
    needed = shortage.needed
    if needed > demand.course.edition.planning.max_block:
        yield one(
            _LONGER_BLOCKS.filled(hours=needed),
            partial(limited_to, limit="max_block", to=needed),
        )


def _is_free(demand: Demand, weekday: int, times: TimeRange) -> bool:
    windows = demand.course.edition.week.days[weekday]
    return not any(times.overlaps(each.times) for each in windows)


def _likely_times(demand: Demand, *, is_distance: bool) -> list[TimeRange]:
    """Return the times of the windows that the week has, the most common first, and an evening."""
    times = Counter(
        window.times
        for windows in demand.course.edition.week.days
        for window in windows
        if window.distance == is_distance
    )
    return [*(each for each, _ in times.most_common()), EVENING]
