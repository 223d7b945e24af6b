"""What does not move: lessons and internship days that stand, and the day before which all does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from toolkit.model.course import Course
from toolkit.model.moments import minutes_of
from toolkit.model.planning import PinnedLesson, Planning
from toolkit.model.timetable import InternshipDay, Lesson

DAY = 24 * 60
"""Minutes: a moment is the number of a day times this, plus the minutes from midnight."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The part of a timetable that stays, for the planner to complete."""

    lessons: tuple[Lesson, ...] = ()
    internship: tuple[InternshipDay, ...] = ()
    since: date | None = None
    """The first day on which anything else may be placed; none is the course's own."""


NOTHING = Fixed()


def with_pinned(fixed: Fixed, course: Course) -> Fixed:
    """Return *fixed* with the lessons that the course itself pins, in order of time."""
    known = {(each.day, each.times, each.unit) for each in fixed.lessons}
    pinned = (
        lesson
        for lesson in _pinned(course.edition.planning)
        if (lesson.day, lesson.times, lesson.unit) not in known
    )
    lessons = sorted((*fixed.lessons, *pinned), key=lambda each: (each.day, each.times))
    return Fixed(tuple(lessons), fixed.internship, fixed.since)


def begins(lesson: Lesson) -> int:
    """Return the moment at which *lesson* begins."""
    return lesson.day.toordinal() * DAY + minutes_of(lesson.start)


def ends(lesson: Lesson) -> int:
    """Return the moment at which *lesson* ends."""
    return lesson.day.toordinal() * DAY + minutes_of(lesson.end)


def minutes(lesson: Lesson) -> int:
    """Return the minutes of lesson, the break left out."""
    return lesson.times.minutes - lesson.break_minutes


def _pinned(planning: Planning) -> Iterator[Lesson]:
    for each in planning.pinned:
        pause = _break(each, planning)
        yield Lesson(each.date, each.time, pause, each.unit, each.mode, each.room, each.trainer)


def _break(pinned: PinnedLesson, planning: Planning) -> int:
    """Return the break that a pinned lesson needs: that of the course beyond its limit."""
    is_long = pinned.time.minutes - planning.break_minutes > planning.break_after * 60
    return planning.break_minutes if is_long else 0
