"""From a course to what it asks of its timetable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from toolkit.model.course import AnyUnit, Course
from toolkit.model.planning import Planning
from toolkit.model.sharing import room_identity, trainer_identity
from toolkit.model.timetable import Mode
from toolkit.planning.days import Slot, days_of, last_day, slots_of
from toolkit.planning.demand import Demand, Limits, Part, UnitDemand
from toolkit.planning.fixed import NOTHING, Fixed, minutes, with_pinned
from toolkit.planning.rooms import rooms_fit_for
from toolkit.planning.standing import with_standing
from toolkit.planning.supply import Supply, room_supply, shared, trainer_supply
from toolkit.planning.taken import NOTHING_TAKEN, Taken

MODES = (Mode.CLASSROOM, Mode.LABORATORY, Mode.SYNCHRONOUS, Mode.ASYNCHRONOUS)


def demand_of(
    course: Course,
    last: date | None = None,
    *,
    fixed: Fixed = NOTHING,
    taken: Taken = NOTHING_TAKEN,
) -> Demand:
    """Return what *course* asks for, with the days up to *last* or to its own last day.

    What is *fixed*, or pinned by the course, stands: it is not asked for again. What other
    courses have *taken* of shared trainers and rooms is not there.
    """
    final = last or last_day(course)
    stands = with_pinned(fixed, course)
    trainers = _trainers(course, final, stands, taken)
    with_time = _trainers_with_time(course, trainers)
    parts: list[Part] = []
    units: list[UnitDemand] = []
    for number in range(len(course.all_units)):
        own = _parts(course, number, with_time, stands)
        units.append(_unit(course, number, own, len(parts)))
        parts.extend(own)
    demand = Demand(
        course,
        _limits(course.edition.planning),
        tuple(units),
        tuple(parts),
        trainers,
        _rooms(course, final, taken),
        days_of(course, final, stands),
        round(course.internship_hours * 60)
        - round(sum(each.hours for each in stands.internship) * 60),
        (),
        stands,
        taken,
    )
    return with_standing(demand) if stands.lessons or stands.internship else demand


def asked_until(demand: Demand, last: date) -> Demand:
    """Return the same demand with the days up to *last*."""
    if demand.days and demand.days[-1].day == last:
        return demand
    return demand_of(demand.course, last, fixed=demand.fixed, taken=demand.taken)


def _trainers(course: Course, final: date, stands: Fixed, taken: Taken) -> tuple[Supply, ...]:
    given = {
        name: sum(minutes(each) for each in stands.lessons if each.trainer == name)
        for name in {each.trainer for each in stands.lessons}
    }
    found = []
    for trainer in course.provider.trainers:
        identity = trainer_identity(course.provider, trainer)
        supply = trainer_supply(trainer, course.edition.start, final, taken.get(identity, {}))
        if supply.max_minutes is not None and trainer.name in given:
            supply = replace(supply, max_minutes=max(supply.max_minutes - given[trainer.name], 0))
        found.append(supply)
    return tuple(found)


def _rooms(course: Course, final: date, taken: Taken) -> tuple[Supply, ...]:
    first = course.edition.start
    return tuple(
        room_supply(
            room,
            first,
            final,
            taken.get(room_identity(course.provider, course.venue, room), {}),
        )
        for room in course.venue.rooms
    )


def _unit(course: Course, number: int, parts: Sequence[Part], first_part: int) -> UnitDemand:
    unit = course.all_units[number]
    codes = [each.code for each in course.all_units]
    test, closing = _ending(unit, parts)
    return UnitDemand(
        unit.code,
        sum(part.minutes for part in parts),
        tuple(range(first_part, first_part + len(parts))),
        _who_may_teach(course, unit),
        tuple(codes.index(code) for code in unit.prerequisites if code in codes),
        test,
        tuple(first_part + n for n in closing),
    )


def _who_may_teach(course: Course, unit: AnyUnit) -> tuple[int, ...]:
    names = [trainer.name for trainer in course.provider.trainers]
    return tuple(names.index(trainer.name) for trainer in unit.plan.trainers)


def _parts(
    course: Course, number: int, with_time: Mapping[bool, AbstractSet[int]], stands: Fixed
) -> list[Part]:
    """Return the parts of a unit; *with_time* are the trainers for those at a distance, or not."""
    unit = course.all_units[number]
    teaching = _who_may_teach(course, unit)
    names = [room.name for room in course.venue.rooms]
    return [
        Part(
            number,
            mode,
            mode.is_distance,
            max(asked - _standing(unit, mode, stands), 0),
            tuple(each for each in teaching if each in with_time[mode.is_distance]),
            tuple(names.index(room.name) for room in rooms_fit_for(course, unit, mode)),
        )
        for mode in MODES
        if (asked := minutes_asked(unit, mode))
    ]


def _standing(unit: AnyUnit, mode: Mode, stands: Fixed) -> int:
    """Return the minutes of *unit* in that *mode* that stand already."""
    return sum(
        minutes(each) for each in stands.lessons if each.unit == unit.code and each.mode is mode
    )


def _trainers_with_time(course: Course, trainers: Sequence[Supply]) -> dict[bool, frozenset[int]]:
    """Return who is ever free in the windows for lessons at a distance, and for the others."""
    week = slots_of(course.edition.week)
    return {
        is_distance: frozenset(
            number
            for number, trainer in enumerate(trainers)
            if _has_time(trainer, week, is_distance=is_distance)
        )
        for is_distance in (False, True)
    }


def _has_time(trainer: Supply, week: Sequence[Sequence[Slot]], *, is_distance: bool) -> bool:
    free = trainer.at_distance if is_distance else trainer.in_presence
    return any(
        slot.admits(is_distance) and shared(((slot.start, slot.end),), free[weekday])
        for weekday, slots in enumerate(week)
        for slot in slots
    )


def minutes_asked(unit: AnyUnit, mode: Mode) -> int:
    """Return the minutes that *unit* has in that *mode*, those that stand included."""
    hours = {
        Mode.CLASSROOM: unit.plan.classroom_hours,
        Mode.LABORATORY: unit.plan.laboratory_hours,
        Mode.SYNCHRONOUS: unit.plan.synchronous_hours,
        Mode.ASYNCHRONOUS: unit.plan.asynchronous_hours,
    }
    return round(hours[mode] * 60)


def _ending(unit: AnyUnit, parts: Sequence[Part]) -> tuple[int, tuple[int, ...]]:
    """Return the minutes of the test and the positions of the parts that may end the unit.

    A unit with any hours in presence ends in presence; one without ends, if it can, with
    everybody there at once. A test that no part is long enough for is a shortage of its own.
    """
    asked = round(unit.plan.assessment.hours * 60)
    everything = tuple(range(len(parts)))
    if not asked or not parts:
        return 0, everything
    present = tuple(n for n in everything if not parts[n].is_distance)
    live = tuple(n for n in everything if parts[n].mode is Mode.SYNCHRONOUS)
    choices = [each for each in (present, live, everything) if each]
    for closing in choices:
        if long_enough := tuple(n for n in closing if parts[n].minutes >= asked):
            return asked, long_enough
    return asked, choices[0]


def _limits(planning: Planning) -> Limits:
    return Limits(
        round(min(planning.min_block, planning.max_block) * 60),
        round(planning.max_block * 60),
        planning.break_minutes,
        round(planning.break_after * 60),
        round(planning.max_hours_per_day * 60),
        round(planning.max_hours_per_week * 60),
    )
