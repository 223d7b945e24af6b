"""T10x: the hours of each unit are those of the standard and of the course design."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.course import UnitPlan
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Mode
from toolkit.wording import MODES


@rule(
    "T101",
    clause="min-hours",
    severity=Severity.ERROR,
    it="{unit}: {hours} ore in calendario, lo standard ne chiede almeno {minimum}.",
    en="{unit}: {hours} hours in the timetable, the standard asks for at least {minimum}.",
)
def the_lessons_of_a_unit_reach_its_minimum(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The lessons of a unit last at least the minimum that the standard sets for it.

    Breaks are not lesson. Hours that another unit has in excess do not make up for them.
    That a unit has no lessons at all is said by a rule of its own.
    """
    for unit in scheduled.course.units:
        minutes = scheduled.minutes_of(unit.code)
        if scheduled.lessons_of(unit.code) and minutes < unit.outcome.min_hours * 60:
            yield hit(
                *scheduled.place_of(unit.code),
                unit=unit.code,
                hours=minutes / 60,
                minimum=unit.outcome.min_hours,
            )


@rule(
    "T102",
    clause="distance-hours",
    severity=Severity.ERROR,
    it="{unit}: {hours} ore a distanza in calendario, lo standard ne ammette {limit}.",
    en="{unit}: {hours} distance hours in the timetable, the standard allows {limit}.",
)
def the_distance_lessons_of_a_unit_stay_within_its_limit(
    scheduled: ScheduledCourse,
) -> Iterator[Hit]:
    """The distance lessons of a unit, live or not, do not exceed the unit's own limit.

    The limit is per unit: hours one unit leaves unused cannot be lent to another.
    """
    for unit in scheduled.course.units:
        minutes = scheduled.minutes_of(unit.code, Mode.SYNCHRONOUS, Mode.ASYNCHRONOUS)
        if minutes > unit.outcome.max_distance_hours * 60:
            yield hit(
                *scheduled.place_of(unit.code),
                unit=unit.code,
                hours=minutes / 60,
                limit=unit.outcome.max_distance_hours,
            )


@rule(
    "T103",
    clause="total-hours",
    severity=Severity.ERROR,
    it="{hours} ore in calendario per le unità dello standard, che ne chiede almeno {minimum}.",
    en="{hours} hours in the timetable for the standard's units, which ask for at least {minimum}.",
)
def the_lessons_reach_the_total_of_the_standard(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The lessons of the standard's units last at least the total it prints.

    Internship and additional units do not count towards it.
    """
    minutes = sum(scheduled.minutes_of(unit.code) for unit in scheduled.course.units)
    minimum = scheduled.course.standard.totals.hours
    if minutes < minimum * 60:
        yield hit("timetable", "lessons", hours=minutes / 60, minimum=minimum)


@rule(
    "T104",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: {hours} ore in calendario, il progetto ne prevede {planned}.",
    en="{unit}: {hours} hours in the timetable, the course design plans {planned}.",
)
def a_unit_has_the_hours_of_the_design(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The lessons of a unit last exactly as long as the course design says.

    Design and timetable are handed in together: an official who reads them side by side
    finds the same hours in both.
    """
    for unit in scheduled.course.all_units:
        minutes = scheduled.minutes_of(unit.code)
        if scheduled.lessons_of(unit.code) and minutes != unit.plan.hours * 60:
            yield hit(
                *scheduled.place_of(unit.code),
                unit=unit.code,
                hours=minutes / 60,
                planned=unit.plan.hours,
            )


_PLANNED: Mapping[Mode, Callable[[UnitPlan], float]] = {
    Mode.CLASSROOM: attrgetter("classroom_hours"),
    Mode.LABORATORY: attrgetter("laboratory_hours"),
    Mode.SYNCHRONOUS: attrgetter("synchronous_hours"),
    Mode.ASYNCHRONOUS: attrgetter("asynchronous_hours"),
}


@rule(
    "T105",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}, {mode}: {hours} ore in calendario, il progetto ne prevede {planned}.",
    en="{unit}, {mode}: {hours} hours in the timetable, the course design plans {planned}.",
)
def a_unit_has_the_hours_of_the_design_in_each_mode(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Classroom, laboratory, live and recorded hours of a unit are those of the design.

    Where the hours of the whole unit are wrong that is said instead, and once.
    """
    for unit in scheduled.course.all_units:
        if scheduled.minutes_of(unit.code) != unit.plan.hours * 60:
            continue
        for mode, planned in _PLANNED.items():
            hours = planned(unit.plan)
            minutes = scheduled.minutes_of(unit.code, mode)
            if minutes != hours * 60:
                yield hit(
                    *scheduled.place_of(unit.code),
                    unit=unit.code,
                    mode=MODES[mode],
                    hours=minutes / 60,
                    planned=hours,
                )


@rule(
    "T106",
    clause=None,
    severity=Severity.ERROR,
    it="nessuna lezione per {units}; il calendario comprende tutte le unità del corso.",
    en="no lesson for {units}; the timetable holds all units of the course.",
)
def every_unit_has_lessons(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Each unit of the course has lessons; all units that have none are told at once.

    What else such units lack, such as a test or a laboratory, goes without saying.
    """
    missing = tuple(
        unit.code
        for unit in scheduled.course.all_units
        if unit.plan.hours and not scheduled.lessons_of(unit.code)
    )
    if missing:
        yield hit("timetable", "lessons", units=missing)
