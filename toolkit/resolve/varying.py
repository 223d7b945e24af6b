"""A course once something has happened: absences, closed rooms and days without lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from toolkit.model.course import Course, CourseUnit, CourseVenue, ExtraUnit
from toolkit.model.dayoff import DayOff
from toolkit.model.moments import DateRange
from toolkit.model.provider import Room, Trainer
from toolkit.model.variation import Unavailability, Variation
from toolkit.text import Text

CANCELLED = Text(it="lezioni annullate", en="lessons cancelled")
"""Why a day that a variation takes away has no lessons."""

Unit = TypeVar("Unit", CourseUnit, ExtraUnit)


def varied(course: Course, variations: Sequence[Variation]) -> Course:
    """Return *course* with what *variations* took away from it.

    Unknown names take nothing, and what was taken already is not taken twice.
    """
    if not variations:
        return course
    absent = _by_name(each for one in variations for each in one.absent)
    closed = _by_name(each for one in variations for each in one.room_closed)
    trainers = {each.name: _absent(each, absent) for each in course.provider.trainers}
    rooms = {each.name: _closed(each, closed) for each in course.venue.rooms}
    return replace(
        course,
        provider=course.provider.model_copy(update={"trainers": tuple(trainers.values())}),
        venue=_venue(course.venue, rooms),
        units=tuple(_unit(each, trainers, rooms) for each in course.units),
        additional_units=tuple(_unit(each, trainers, rooms) for each in course.additional_units),
        days_off=_days_off(course, variations),
    )


def _by_name(those: Iterable[Unavailability]) -> Mapping[str, tuple[DateRange, ...]]:
    found: dict[str, tuple[DateRange, ...]] = {}
    for each in those:
        found[each.name] = (*found.get(each.name, ()), each.days)
    return found


def _absent(trainer: Trainer, absent: Mapping[str, tuple[DateRange, ...]]) -> Trainer:
    days = dict.fromkeys((*trainer.absences, *absent.get(trainer.name, ())))
    return trainer.model_copy(update={"absences": tuple(days)})


def _closed(room: Room, closed: Mapping[str, tuple[DateRange, ...]]) -> Room:
    days = dict.fromkeys((*room.closures, *closed.get(room.name, ())))
    return room.model_copy(update={"closures": tuple(days)})


def _unit(unit: Unit, trainers: Mapping[str, Trainer], rooms: Mapping[str, Room]) -> Unit:
    plan = replace(
        unit.plan,
        trainers=tuple(trainers.get(each.name, each) for each in unit.plan.trainers),
        rooms=tuple(rooms.get(each.name, each) for each in unit.plan.rooms),
    )
    return replace(unit, plan=plan)


def _venue(venue: CourseVenue, rooms: Mapping[str, Room]) -> CourseVenue:
    return replace(venue, rooms=tuple(rooms[each.name] for each in venue.rooms))


def _days_off(course: Course, variations: Sequence[Variation]) -> tuple[DayOff, ...]:
    known = {each.day for each in course.days_off}
    lost = {day for one in variations for days in one.cancelled for day in days.days} - known
    return (*course.days_off, *(DayOff(day, CANCELLED, "closure") for day in sorted(lost)))
