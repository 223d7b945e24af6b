"""T32x: lessons in presence have a room that is free, large enough and of the right kind."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.provider import RoomKind
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.model.timetable import Mode
from toolkit.rules.clashes import clashes
from toolkit.rules.opening import is_there, windows_on
from toolkit.wording import WEEKDAYS


def _by_room(scheduled: ScheduledCourse) -> dict[str, tuple[ListedLesson, ...]]:
    found = scheduled.by_room.items()
    return {name: lessons for name, lessons in found if name in scheduled.rooms}


@rule(
    "T321",
    clause=None,
    severity=Severity.ERROR,
    it="{day}, {times}: lezione in presenza senza aula; indica dove si tiene.",
    en="{day}, {times}: a lesson in presence without a room; say where it takes place.",
)
def a_lesson_in_presence_has_a_room(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson in presence says in which room it takes place."""
    for each in scheduled.lessons:
        if each.lesson.room is None and not each.lesson.mode.is_distance:
            yield hit(*each.at("room"), day=each.lesson.day, times=each.lesson.times)


@rule(
    "T322",
    clause=None,
    severity=Severity.WARNING,
    it="{day}, {times}: lezione in FAD con l'aula «{room}»; se è in presenza correggi la modalità.",
    en="{day}, {times}: a distance lesson with the room “{room}”; mend the mode if it is not one.",
)
def a_distance_lesson_has_no_room(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A distance lesson takes place on the platform, and keeps no room from others."""
    for each in scheduled.lessons:
        room = each.lesson.room
        if room is not None and each.lesson.mode.is_distance:
            yield hit(*each.at("room"), day=each.lesson.day, times=each.lesson.times, room=room)


@rule(
    "T323",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: lezione in «{room}», che non è tra le aule dell'unità ({rooms}).",
    en="{unit}: a lesson in “{room}”, which is not among the rooms of the unit ({rooms}).",
)
def a_lesson_is_in_a_room_of_its_unit(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson takes place in one of the rooms that the course design names for its unit."""
    for unit in scheduled.course.all_units:
        names = tuple(room.name for room in unit.plan.rooms)
        for each in scheduled.lessons_of(unit.code):
            name = each.lesson.room
            if name not in names and name in scheduled.rooms:
                yield hit(*each.at("room"), unit=unit.code, room=name, rooms=names)


@rule(
    "T324",
    clause=None,
    severity=Severity.ERROR,
    it="«{room}» è occupata {weekday} {day}, {times}; le sue fasce libere quel giorno: {windows}.",
    en="“{room}” is taken on {weekday} {day}, {times}; free that day: {windows}.",
)
def a_room_is_used_in_the_hours_available(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson is within the weekly hours in which its room is free."""
    for name, lessons in _by_room(scheduled).items():
        week = scheduled.rooms[name].availability
        for each in lessons:
            if week is not None and not is_there(each.lesson, week):
                yield hit(
                    *each.at("room"),
                    room=name,
                    weekday=WEEKDAYS[each.lesson.day.weekday()],
                    day=each.lesson.day,
                    times=each.lesson.times,
                    windows=windows_on(week, each.lesson.day),
                )


@rule(
    "T325",
    clause=None,
    severity=Severity.ERROR,
    it="lezione in «{room}» il {day}, ma l'aula non è libera dal {first} al {last}.",
    en="a lesson in “{room}” on {day}, but the room is not free from {first} to {last}.",
)
def a_room_is_not_used_while_closed(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """No lesson takes place in a room on the days on which it is closed."""
    for name, lessons in _by_room(scheduled).items():
        for each in lessons:
            for closure in scheduled.rooms[name].closures:
                if each.lesson.day in closure:
                    yield hit(
                        *each.at("room"),
                        room=name,
                        day=each.lesson.day,
                        first=closure.first,
                        last=closure.last,
                    )


@rule(
    "T326",
    clause=None,
    severity=Severity.ERROR,
    it="«{room}» contiene {capacity} allievi, il corso ne ha {learners}.",
    en="“{room}” holds {capacity} learners, the course has {learners}.",
)
def a_room_holds_the_learners(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A room in use is large enough for the class; said once a room, at its first lesson."""
    learners = scheduled.course.edition.learners
    for name, lessons in _by_room(scheduled).items():
        capacity = scheduled.rooms[name].capacity
        if capacity is not None and capacity < learners:
            yield hit(*lessons[0].at("room"), room=name, capacity=capacity, learners=learners)


@rule(
    "T327",
    clause=None,
    severity=Severity.ERROR,
    it="«{room}» ha due lezioni insieme il {day}, {other_times} e {times}; una alla volta.",
    en="“{room}” has two lessons at once on {day}, {other_times} and {times}; one at a time.",
)
def a_room_has_one_lesson_at_a_time(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """No room is booked for two lessons at the same time."""
    for name, lessons in scheduled.by_room.items():
        for earlier, later in clashes(lessons):
            yield hit(
                *later.at("room"),
                room=name,
                day=later.lesson.day,
                times=later.lesson.times,
                other_times=earlier.lesson.times,
            )


@rule(
    "T328",
    clause=None,
    severity=Severity.ERROR,
    it="{day}, {times}: ore di laboratorio in «{room}», che non è un laboratorio.",
    en="{day}, {times}: laboratory hours in “{room}”, which is not a laboratory.",
)
def laboratory_hours_are_in_a_laboratory(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A laboratory lesson takes place in a room of that kind."""
    for each in scheduled.lessons:
        room = scheduled.rooms.get(each.lesson.room or "")
        is_laboratory = room is not None and room.kind is RoomKind.LABORATORY
        if room and each.lesson.mode is Mode.LABORATORY and not is_laboratory:
            yield hit(
                *each.at("room"), day=each.lesson.day, times=each.lesson.times, room=room.name
            )


@rule(
    "T329",
    clause="equipment",
    severity=Severity.ERROR,
    it="«{room}» ha {pcs} pc, per {learners} allievi lo standard ne chiede {needed}.",
    en="“{room}” has {pcs} PCs, for {learners} learners the standard asks for {needed}.",
)
def a_laboratory_in_use_has_the_pcs(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A laboratory used for laboratory hours has the PCs that the class needs.

    Said once a room, at its first such lesson. A standard that does not count PCs asks
    for none.
    """
    learners = scheduled.course.edition.learners
    per_pc = [each.learners_per_pc for each in scheduled.course.standard.equipment]
    needed = max((ceil(learners / each) for each in per_pc if each), default=0)
    for name, lessons in _by_room(scheduled).items():
        room = scheduled.rooms[name]
        practice = [each for each in lessons if each.lesson.mode is Mode.LABORATORY]
        if practice and room.kind is RoomKind.LABORATORY and room.pcs < needed:
            yield hit(
                *practice[0].at("room"),
                room=name,
                pcs=room.pcs,
                learners=learners,
                needed=needed,
            )


@rule(
    "T330",
    clause="laboratory-units",
    severity=Severity.ERROR,
    it="{unit}: nessuna lezione in laboratorio, lo standard lo chiede.",
    en="{unit}: no lesson in a laboratory, the standard asks for it.",
)
def a_laboratory_unit_has_lessons_in_a_laboratory(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Each unit that the standard wants in a laboratory has lessons in one."""
    for unit in scheduled.course.units:
        lessons = scheduled.lessons_of(unit.code)
        rooms = (
            scheduled.rooms.get(each.lesson.room or "")
            for each in lessons
            if each.lesson.mode is Mode.LABORATORY
        )
        is_in_one = any(room is not None and room.kind is RoomKind.LABORATORY for room in rooms)
        if unit.is_laboratory and lessons and not is_in_one:
            yield hit(*scheduled.place_of(unit.code), unit=unit.code)
