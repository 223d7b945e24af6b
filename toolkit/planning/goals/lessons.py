"""Goals about single lessons: blocks of the length asked, whole hours, the laboratory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.model.course import CourseUnit
from toolkit.model.provider import RoomKind
from toolkit.planning.demand import Placed
from toolkit.planning.goals.goal import Miss
from toolkit.planning.schedule import Schedule


def blocks_are_whole(schedule: Schedule) -> Iterator[Miss]:
    """No lesson is shorter than the shortest block: a unit for each hour it lacks."""
    shortest = schedule.demand.limits.min_block
    for lesson in schedule.lessons:
        if lesson.minutes < shortest:
            yield Miss((shortest - lesson.minutes) / 60, _which(schedule, lesson))


def hours_are_whole(schedule: Schedule) -> Iterator[Miss]:
    """Lessons last whole hours: half a unit for a half hour, one for an odd quarter."""
    for lesson in schedule.lessons:
        if lesson.minutes % 60:
            amount = 1.0 if lesson.minutes % 30 else 0.5
            yield Miss(amount, _which(schedule, lesson))


def laboratory_units_are_in_the_laboratory(schedule: Schedule) -> Iterator[Miss]:
    """Presence lessons of a laboratory unit are in a laboratory: a unit for each hour elsewhere."""
    demand = schedule.demand
    rooms = demand.course.venue.rooms
    for number, lessons in schedule.by_unit.items():
        unit = demand.course.all_units[number]
        if isinstance(unit, CourseUnit) and unit.is_laboratory:
            for lesson in lessons:
                room = lesson.room
                if room is not None and rooms[room].kind is not RoomKind.LABORATORY:
                    yield Miss(lesson.minutes / 60, _which(schedule, lesson))


def something_is_taught_before_the_test(schedule: Schedule) -> Iterator[Miss]:
    """The lesson that ends a unit is not all test, unless the unit is: a unit for each that is."""
    for number, lessons in schedule.by_unit.items():
        test = schedule.demand.units[number].test
        if test and lessons[-1].minutes <= test and len(lessons) > 1:
            yield Miss(1.0, _which(schedule, lessons[-1]))


def _which(schedule: Schedule, lesson: Placed) -> dict[str, object]:
    unit = schedule.demand.parts[lesson.part].unit
    return {
        "unit": schedule.demand.units[unit].code,
        "day": date.fromordinal(lesson.number),
        "hours": lesson.minutes / 60,
    }
