"""The dated lessons of a course: what the planner returns and a person may edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from toolkit.frozen import frozen
from toolkit.model.moments import TimeRange, minutes_of
from toolkit.model.variation import Variation


class Mode(StrEnum):
    """How a lesson is given."""

    CLASSROOM = "classroom"
    LABORATORY = "laboratory"
    SYNCHRONOUS = "synchronous"
    ASYNCHRONOUS = "asynchronous"

    @property
    def is_distance(self) -> bool:
        return self in _AT_DISTANCE


# Asked of every lesson over and over, and naming a member of an enumeration is not for free.
_AT_DISTANCE = frozenset({Mode.SYNCHRONOUS, Mode.ASYNCHRONOUS})


@frozen
class Lesson:
    """One block of one unit, on one day, with one trainer."""

    day: date
    times: TimeRange
    break_minutes: int
    unit: str
    """The code of the unit."""
    mode: Mode
    room: str | None
    """The name of the room; none for distance lessons."""
    trainer: str
    """The name of the trainer."""
    covers: tuple[str, ...] = ()
    """Codes of the knowledge and skills treated, in the standard's order."""
    topic: str | None = None
    assessment_minutes: int = 0
    """Minutes at the end of the lesson given to the unit's test."""
    id: str | None = None
    """What the lesson is known by within its unit, wherever it moves."""
    is_pinned: bool = False
    """Whether it stays where it is when others move."""

    @property
    def minutes(self) -> int:
        """Minutes of lesson, the break left out."""
        return self.times.minutes - self.break_minutes

    @property
    def hours(self) -> float:
        """Hours of lesson, the break left out."""
        return self.minutes / 60

    @property
    def assessment_times(self) -> TimeRange:
        """When the test takes place: the last minutes of the lesson."""
        # A person may write more minutes than the lesson has; a rule tells them.
        begins = max(minutes_of(self.times.end) - self.assessment_minutes, 0)
        return TimeRange(time(*divmod(begins, 60)), self.times.end)

    @property
    def start(self) -> time:
        return self.times.start

    @property
    def end(self) -> time:
        return self.times.end


@frozen
class InternshipDay:
    """The hours of internship on one day."""

    day: date
    hours: float


@dataclass(frozen=True, slots=True)
class ExamDay:
    """The final examination; *is_proposed* when the planner, not the course, set the date."""

    day: date
    is_proposed: bool


@dataclass(frozen=True, slots=True)
class Timetable:
    """All dated activities of one course, each list in order of time."""

    course: str
    """The code of the course."""
    lessons: tuple[Lesson, ...]
    internship: tuple[InternshipDay, ...]
    exam: ExamDay | None
    revision: int = 0
    """How many times it has changed since it was first made."""
    cancelled: tuple[Lesson, ...] = ()
    """Lessons that are no more, as they last stood: calendars that have them must drop them."""
    variations: tuple[Variation, ...] = ()
    """What made it change, in order of time."""

    @property
    def first_day(self) -> date:
        return min(self._days)

    @property
    def last_day(self) -> date:
        """The last day of lessons or internship, the examination apart."""
        return max(self._days)

    @property
    def _days(self) -> list[date]:
        return [lesson.day for lesson in self.lessons] + [each.day for each in self.internship]
