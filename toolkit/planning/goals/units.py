"""Goals about the lessons of one unit taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from toolkit.model.timetable import Mode
from toolkit.planning.goals.goal import Miss
from toolkit.planning.schedule import Schedule


def days_are_varied(schedule: Schedule) -> Iterator[Miss]:
    """A day is not all of one unit: a unit for each hour beyond the longest block."""
    parts = schedule.demand.parts
    longest = schedule.demand.limits.max_block
    for number, lessons in schedule.by_day.items():
        if len(lessons) > 1:
            minutes: Counter[int] = Counter()
            for lesson in lessons:
                minutes[parts[lesson.part].unit] += lesson.minutes
            for unit, given in minutes.items():
                if given > longest:
                    code = schedule.demand.units[unit].code
                    day = date.fromordinal(number)
                    values = {"unit": code, "day": day, "hours": given / 60}
                    yield Miss((given - longest) / 60, values)


def a_unit_has_one_trainer(schedule: Schedule) -> Iterator[Miss]:
    """A unit has one main trainer: a unit for each beyond the first."""
    for unit, lessons in schedule.by_unit.items():
        trainers = dict.fromkeys(lesson.trainer for lesson in lessons)
        if len(trainers) > 1:
            names = tuple(schedule.demand.trainers[each].name for each in trainers)
            code = schedule.demand.units[unit].code
            yield Miss(len(trainers) - 1, {"unit": code, "trainers": names})


def theory_comes_first(schedule: Schedule) -> Iterator[Miss]:
    """Theory comes before practice: a unit for each hour of theory after the unit's first practice."""
    parts = schedule.demand.parts
    for unit, lessons in schedule.by_unit.items():
        practised, late = False, 0
        for lesson in lessons:
            if parts[lesson.part].mode is Mode.LABORATORY:
                practised = True
            elif practised:
                late += lesson.minutes
        if late:
            yield Miss(late / 60, {"unit": schedule.demand.units[unit].code, "hours": late / 60})


def a_unit_is_soon_finished(schedule: Schedule) -> Iterator[Miss]:
    """A unit, once begun, is soon finished: a unit for each day between first and last lesson."""
    for unit, lessons in schedule.by_unit.items():
        days = lessons[-1].number - lessons[0].number
        if days:
            yield Miss(days, {"unit": schedule.demand.units[unit].code, "days": days})
