"""A course among others that may share its trainers and rooms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.model.sharing import Identity, room_identity, trainer_identity


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A lesson of another course."""

    course: str
    lesson: ListedLesson


@dataclass(frozen=True)
class Neighbours:
    """A course with its timetable, and the others that it is checked against.

    Another course of the same code is the same course, perhaps in another version: it is no
    neighbour.
    """

    scheduled: ScheduledCourse
    others: tuple[ScheduledCourse, ...]

    @cached_property
    def elsewhere(self) -> dict[tuple[Identity, date], list[Elsewhere]]:
        """The lessons of the others, by who or what they take and by day."""
        found: dict[tuple[Identity, date], list[Elsewhere]] = {}
        own = self.scheduled.course.edition.code
        for other in self.others:
            code = other.course.edition.code
            if code != own:
                for each in other.lessons:
                    for identity in (trainer_of(other, each), room_of(other, each)):
                        if identity:
                            place = (identity, each.lesson.day)
                            found.setdefault(place, []).append(Elsewhere(code, each))
        return found

    def clashing(self, each: ListedLesson, identity: Identity | None) -> Iterator[Elsewhere]:
        """Yield the lessons of others that take *identity* while *each* does."""
        for other in self.elsewhere.get((identity or (), each.lesson.day), ()):
            if other.lesson.lesson.times.overlaps(each.lesson.times):
                yield other


def trainer_of(scheduled: ScheduledCourse, each: ListedLesson) -> Identity | None:
    """Return by what the trainer of a lesson is known; none if the provider has no such one."""
    trainer = scheduled.trainers.get(each.lesson.trainer)
    return trainer_identity(scheduled.course.provider, trainer) if trainer else None


def room_of(scheduled: ScheduledCourse, each: ListedLesson) -> Identity | None:
    """Return by what the room of a lesson is known; none if it has none or the venue has not."""
    room = scheduled.rooms.get(each.lesson.room or "")
    course = scheduled.course
    return room_identity(course.provider, course.venue, room) if room else None
