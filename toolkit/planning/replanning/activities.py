"""What a timetable is made of, as replanning moves it: lessons and days of internship."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from toolkit.model.course import Course
from toolkit.model.moments import TimeRange, minutes_of
from toolkit.model.timetable import InternshipDay, Lesson, Timetable


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where an activity is: when, with whom and in which room."""

    number: int
    """The number of the day."""
    start: int
    """Minutes from midnight; 0 for a day of internship, which has no hours of the clock."""
    trainer: str
    room: str
    """Empty at a distance."""


@dataclass(frozen=True, slots=True)
class Activity:
    """A lesson or a day of internship, with the place it has in the timetable."""

    position: int
    """Among the activities of the timetable: its bit in the sets of them."""
    what: Lesson | InternshipDay
    spot: Spot
    lasting: int
    """Minutes on the clock, the break included; none for the internship."""
    minutes: int
    """Minutes of lesson or of internship."""
    unit: str | None
    """The code of the unit; none for the internship."""
    has_test: bool
    may_move: bool

    @property
    def is_lesson(self) -> bool:
        return self.unit is not None


def activities_of(course: Course, timetable: Timetable, since: date) -> tuple[Activity, ...]:
    """Return every activity, in order of time; what is before *since*, or pinned, stays."""
    pinned = {(each.date, each.time, each.unit) for each in course.edition.planning.pinned}
    found = [*_lessons(timetable, since, pinned), *_internship(timetable, since)]
    found.sort(key=lambda each: each.spot)
    return tuple(replace(each, position=n) for n, each in enumerate(found))


def _lessons(
    timetable: Timetable, since: date, pinned: set[tuple[date, TimeRange, str]]
) -> Iterator[Activity]:
    for each in timetable.lessons:
        is_pinned = each.is_pinned or (each.day, each.times, each.unit) in pinned
        yield Activity(
            position=0,
            what=each,
            spot=Spot(each.day.toordinal(), minutes_of(each.start), each.trainer, each.room or ""),
            lasting=each.times.minutes,
            minutes=each.times.minutes - each.break_minutes,
            unit=each.unit,
            has_test=each.assessment_minutes > 0,
            may_move=each.day >= since and not is_pinned,
        )


def _internship(timetable: Timetable, since: date) -> Iterator[Activity]:
    for each in timetable.internship:
        yield Activity(
            position=0,
            what=each,
            spot=Spot(each.day.toordinal(), 0, "", ""),
            lasting=0,
            minutes=round(each.hours * 60),
            unit=None,
            has_test=False,
            may_move=each.day >= since,
        )
