"""A course together with its timetable: what the rules of timetables judge."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from toolkit.frozen import frozen
from toolkit.model.course import AnyUnit, Course
from toolkit.model.provider import Room, Trainer
from toolkit.model.timetable import Lesson, Mode, Timetable
from toolkit.place import At

Name = TypeVar("Name", bound=Hashable)


@frozen
class ListedLesson:
    """A lesson with its position in the timetable as it is written."""

    index: int
    lesson: Lesson
    minutes: int
    """Minutes of lesson, the break left out; a whole number, so that sums are exact."""

    def at(self, *keys: str) -> At:
        """Return the place of what *keys* name in this lesson."""
        return ("timetable", "lessons", str(self.index), *keys)


@frozen
class Activity:
    """A day of lessons or of internship, with its position in the list it is written in."""

    day: date
    kind: str
    index: int

    @property
    def at(self) -> At:
        """The place of its date."""
        return ("timetable", self.kind, str(self.index), "date")


@dataclass(frozen=True)
class ScheduledCourse:
    """A course and the timetable that someone or something made for it.

    The timetable may name units, trainers and rooms that the course does not have:
    look them up in the mappings here, and pass over what is not there.
    """

    course: Course
    timetable: Timetable

    @cached_property
    def listed(self) -> tuple[ListedLesson, ...]:
        """The lessons as they are written, each with its position."""
        lessons = enumerate(self.timetable.lessons)
        return tuple(ListedLesson(n, lesson, lesson.minutes) for n, lesson in lessons)

    @cached_property
    def lessons(self) -> tuple[ListedLesson, ...]:
        """The lessons in order of time, each with its position in the list as written."""
        return tuple(sorted(self.listed, key=_time_of))

    @cached_property
    def units(self) -> Mapping[str, AnyUnit]:
        """The units of the course by code, in its order."""
        return {unit.code: unit for unit in self.course.all_units}

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, str]]:
        """The words of the knowledge and skills of each unit, by their codes."""
        return {
            code: {item.code: item.words for item in unit.items}
            for code, unit in self.units.items()
        }

    @cached_property
    def trainers(self) -> Mapping[str, Trainer]:
        """The trainers of the provider by name."""
        return {trainer.name: trainer for trainer in self.course.provider.trainers}

    @cached_property
    def rooms(self) -> Mapping[str, Room]:
        """The rooms of the venue by name."""
        return {room.name: room for room in self.course.venue.rooms}

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """The days of lessons and of internship, in the order they are written."""
        lessons, internship = self.timetable.lessons, self.timetable.internship
        return (
            *[Activity(each.day, "lessons", n) for n, each in enumerate(lessons)],
            *[Activity(each.day, "internship", n) for n, each in enumerate(internship)],
        )

    @cached_property
    def by_trainer(self) -> Mapping[str, tuple[ListedLesson, ...]]:
        """The lessons of each trainer they name, in order of time."""
        return _by(attrgetter("lesson.trainer"), self.lessons)

    @cached_property
    def by_room(self) -> Mapping[str, tuple[ListedLesson, ...]]:
        """The lessons in each room they name, in order of time."""
        return _by(attrgetter("lesson.room"), (each for each in self.lessons if each.lesson.room))

    @cached_property
    def by_day(self) -> Mapping[date, tuple[ListedLesson, ...]]:
        """The lessons of each day that has some, in order of time."""
        return _by(attrgetter("lesson.day"), self.lessons)

    def lessons_of(self, unit: str) -> tuple[ListedLesson, ...]:
        """Return the lessons of the unit with that code, in order of time."""
        return self.by_unit.get(unit, ())

    @cached_property
    def by_unit(self) -> Mapping[str, tuple[ListedLesson, ...]]:
        """The lessons of each unit they name, in order of time."""
        return _by(attrgetter("lesson.unit"), self.lessons)

    def minutes_of(self, unit: str, *modes: Mode) -> int:
        """Return the minutes of that unit given in any of *modes*; in all if none is named."""
        given = self._minutes.get(unit, {})
        return sum([given.get(mode, 0) for mode in modes] if modes else given.values())

    @cached_property
    def _minutes(self) -> Mapping[str, Mapping[Mode, int]]:
        found: dict[str, dict[Mode, int]] = {}
        for unit, lessons in self.by_unit.items():
            given = found[unit] = {}
            for each in lessons:
                mode = each.lesson.mode
                given[mode] = given.get(mode, 0) + each.minutes
        return found

    def place_of(self, unit: str) -> At:
        """Return where to look for what that unit lacks: at its last lesson, if it has one."""
        lessons = self.lessons_of(unit)
        return lessons[-1].at("unit") if lessons else ("timetable", "lessons")


_time_of = attrgetter("lesson.day", "lesson.times.start", "lesson.times.end")


def _by(
    name: Callable[[ListedLesson], Name], lessons: Iterable[ListedLesson]
) -> Mapping[Name, tuple[ListedLesson, ...]]:
    groups: dict[Name, list[ListedLesson]] = {}
    for each in lessons:
        groups.setdefault(name(each), []).append(each)
    return {each: tuple(group) for each, group in groups.items()}
