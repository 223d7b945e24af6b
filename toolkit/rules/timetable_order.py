"""T40x and T41x: units follow their prerequisites and end with their test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import Remove, SetValue
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.model.timetable import Lesson
from toolkit.text import Text


@rule(
    "T401",
    clause="prerequisites",
    severity=Severity.ERROR,
    it="{unit} ha lezione il {day} alle {start}, ma {first}, propedeutica, "
    "finisce il {last} alle {end}.",
    en="{unit} has a lesson on {day} at {start}, but {first}, which comes before it, "
    "ends on {last} at {end}.",
)
def a_unit_begins_after_its_prerequisites(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """No lesson of a unit begins before the last lesson of each prerequisite is over.

    Date and time count: the two may share a day. Said once a pair of units, at the
    first lesson that comes too soon.
    """
    units = scheduled.course.all_units
    before = {first for unit in units for first in unit.prerequisites}
    last_of = {first: _last_to_end(scheduled.lessons_of(first)) for first in before}
    for unit in units:
        # If any comes too soon, the first does.
        for each in scheduled.lessons_of(unit.code)[:1]:
            lesson = each.lesson
            for first in unit.prerequisites:
                last = last_of[first]
                if last and (lesson.day, lesson.start) < (last.day, last.end):
                    yield hit(
                        *each.at("date"),
                        unit=unit.code,
                        day=lesson.day,
                        start=lesson.start,
                        first=first,
                        last=last.day,
                        end=last.end,
                    )


def _last_to_end(lessons: Sequence[ListedLesson]) -> Lesson | None:
    found = (each.lesson for each in lessons)
    return max(found, key=lambda lesson: (lesson.day, lesson.end), default=None)


@rule(
    "T411",
    clause="unit-assessment",
    severity=Severity.ERROR,
    it="{unit}: nessuna verifica al termine dell'ultima lezione, il {day}; "
    "lo standard chiede di valutare ogni unità.",
    en="{unit}: no test at the end of the last lesson, on {day}; "
    "the standard asks for an assessment of each unit.",
    mend=Text(
        it="aggiungi i {planned} minuti di verifica all'ultima lezione di {unit}",
        en="add the test of {planned} minutes to the last lesson of {unit}",
    ),
)
def a_unit_ends_with_its_test(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The last lesson of each unit ends with the test of that unit.

    A unit without lessons is a matter of hours.
    """
    for unit in scheduled.course.all_units:
        lessons = scheduled.lessons_of(unit.code)
        if unit.plan.assessment.hours and lessons and not lessons[-1].lesson.assessment_minutes:
            last = lessons[-1]
            at, planned = last.at("assessment_minutes"), round(unit.plan.assessment.hours * 60)
            mend = (SetValue(at, planned),) if planned <= last.minutes else ()
            yield hit(*at, mend=mend, unit=unit.code, day=last.lesson.day, planned=planned)


@rule(
    "T412",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: verifica di {minutes} minuti, il progetto ne prevede {planned}.",
    en="{unit}: a test of {minutes} minutes, the course design plans {planned}.",
    mend=Text(
        it="porta a {planned} i minuti di verifica di {unit}, come nel progetto",
        en="set the test of {unit} to {planned} minutes, as in the course design",
    ),
)
def the_test_lasts_as_long_as_designed(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The test at the end of a unit has the minutes that the course design gives it."""
    for unit in scheduled.course.all_units:
        planned = round(unit.plan.assessment.hours * 60)
        for each in scheduled.lessons_of(unit.code)[-1:]:
            minutes = each.lesson.assessment_minutes
            if minutes not in {0, planned}:
                at = each.at("assessment_minutes")
                yield hit(
                    *at,
                    mend=(SetValue(at, planned),) if planned <= each.minutes else (),
                    unit=unit.code,
                    minutes=minutes,
                    planned=planned,
                )


@rule(
    "T413",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: verifica il {day}, ma l'ultima lezione dell'unità è il {last} alle {start}.",
    en="{unit}: a test on {day}, but the last lesson of the unit is on {last} at {start}.",
    mend=Text(
        it="togli la verifica di {unit} dalla lezione del {day}",
        en="take the test of {unit} away from the lesson on {day}",
    ),
)
def only_the_last_lesson_of_a_unit_has_its_test(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The test of a unit comes after everything that it assesses."""
    for unit in scheduled.course.all_units:
        lessons = scheduled.lessons_of(unit.code)
        for each in lessons[:-1]:
            if each.lesson.assessment_minutes:
                at = each.at("assessment_minutes")
                yield hit(
                    *at,
                    mend=Remove(at),
                    unit=unit.code,
                    day=each.lesson.day,
                    last=lessons[-1].lesson.day,
                    start=lessons[-1].lesson.start,
                )


@rule(
    "T414",
    clause=None,
    severity=Severity.ERROR,
    it="{day}, {times}: verifica di {minutes} minuti in una lezione di {length}; "
    "la verifica sta dentro la lezione.",
    en="{day}, {times}: a test of {minutes} minutes in a lesson of {length}; "
    "the test is part of the lesson.",
)
def a_test_fits_in_its_lesson(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A test takes no longer than the lesson it is part of, the break left out."""
    for each in scheduled.lessons:
        if each.lesson.assessment_minutes > max(each.minutes, 0):
            yield hit(
                *each.at("assessment_minutes"),
                day=each.lesson.day,
                times=each.lesson.times,
                minutes=each.lesson.assessment_minutes,
                length=each.minutes,
            )
