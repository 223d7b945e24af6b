"""Which rooms are fit for the lessons of a unit."""

from __future__ import annotations

from toolkit.model.course import AnyUnit, Course, CourseUnit
from toolkit.model.provider import Room, RoomKind
from toolkit.model.timetable import Mode


def rooms_fit_for(course: Course, unit: AnyUnit, mode: Mode) -> tuple[Room, ...]:
    """Return the rooms for the lessons of *unit* in that *mode*, in the order of its plan."""
    if mode.is_distance:
        return ()
    large = tuple(room for room in unit.plan.rooms if is_large_enough(room, course))
    if mode is Mode.LABORATORY:
        return _laboratories(course, unit, large)
    classrooms = tuple(room for room in large if room.kind is RoomKind.CLASSROOM) or large
    if not _wants_the_laboratory(course, unit):
        return classrooms
    return tuple(dict.fromkeys((*_laboratories(course, unit, large), *classrooms)))


def _wants_the_laboratory(course: Course, unit: AnyUnit) -> bool:
    """Return whether even theory of *unit* is rather in a laboratory, where one is free."""
    goal = course.edition.planning.goals.in_the_laboratory
    return bool(goal) and isinstance(unit, CourseUnit) and unit.is_laboratory


def is_large_enough(room: Room, course: Course) -> bool:
    """Return whether *room* holds the learners, as far as its capacity is known."""
    return room.capacity is None or room.capacity >= course.edition.learners


def has_enough_pcs(room: Room, course: Course) -> bool:
    """Return whether *room* has the PCs that the standard asks for so many learners."""
    return all(
        room.pcs * item.learners_per_pc >= course.edition.learners
        for item in course.standard.equipment
        if item.learners_per_pc
    )


def _laboratories(course: Course, unit: AnyUnit, rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    """Return the laboratories among *rooms*: those with enough PCs first.

    A unit that the standard wants in a laboratory uses only those, if there are any.
    """
    found = tuple(room for room in rooms if room.kind is RoomKind.LABORATORY)
    equipped = tuple(room for room in found if has_enough_pcs(room, course))
    if equipped and isinstance(unit, CourseUnit) and unit.is_laboratory:
        return equipped
    return (*equipped, *(room for room in found if room not in equipped))
