"""The lessons with their running totals."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable
from datetime import time

from toolkit.context.calendar import LessonContext
from toolkit.context.labels import MODES, TEST_KINDS
from toolkit.model.course import AnyUnit, Course
from toolkit.model.timetable import Lesson, Timetable
from toolkit.placeholders import Missing, placeholder
from toolkit.text import written


def lessons_in_order(timetable: Timetable) -> tuple[Lesson, ...]:
    """Return the lessons in order of time, however a person has listed them."""
    return tuple(sorted(timetable.lessons, key=lambda lesson: (lesson.day, lesson.times)))


def place_of(lesson: Lesson, course: Course) -> str | Missing:
    """Return the room of a lesson, or the platform of one at a distance."""
    if lesson.room:
        return lesson.room
    platform = course.provider.platform
    return platform.name if platform else placeholder("provider.platform")


def lesson_contexts(course: Course, in_order: Iterable[Lesson]) -> tuple[LessonContext, ...]:
    """Return the lessons, numbered, with the hours so far of unit and course."""
    units = {unit.code: unit for unit in course.all_units}
    so_far: dict[str, float] = defaultdict(float)
    found = []
    for number, lesson in enumerate(in_order, start=1):
        unit = units[lesson.unit]
        hours = lesson.hours
        so_far[lesson.unit] += hours
        so_far[""] += hours
        found.append(
            LessonContext(
                number=number,
                date=lesson.day,
                start=lesson.start,
                end=lesson.end,
                break_minutes=lesson.break_minutes,
                hours=hours,
                unit_code=unit.code,
                unit_title=unit.title,
                topic=lesson.topic or "",
                codes=lesson.covers,
                mode=MODES[lesson.mode],
                is_distance=lesson.mode.is_distance,
                place=place_of(lesson, course),
                trainer=lesson.trainer,
                unit_hours_so_far=so_far[lesson.unit],
                unit_hours=unit.plan.hours,
                course_hours_so_far=so_far[""],
                notes=_notes(lesson, unit) if lesson.assessment_minutes else "",
            )
        )
    return tuple(found)


def _notes(lesson: Lesson, unit: AnyUnit) -> str:
    kind, times = TEST_KINDS[unit.plan.assessment.kind], lesson.assessment_times
    return f"Verifica di fine unità ({kind}), {times_of_day(times.start, times.end)}"


# The lessons of a course begin and end at a few times of the day.
@functools.lru_cache(maxsize=1024)
def times_of_day(start: time, end: time) -> str:
    """Write from when to when something lasts: ``9:00–13:00``."""
    return f"{written(start, 'it')}–{written(end, 'it')}"
