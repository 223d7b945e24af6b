"""Time that other courses take of trainers and rooms shared with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from toolkit.model.course import Course
from toolkit.model.moments import minutes_of
from toolkit.model.sharing import Identity, room_identity, trainer_identity
from toolkit.model.timetable import Timetable
from toolkit.planning.supply import Stretch, Stretches, joined

Taken = Mapping[Identity, Mapping[int, Stretches]]
"""For who or what is shared, the stretches taken on each day, by its number."""

NOTHING_TAKEN: Taken = {}


def taken_by(others: Iterable[tuple[Course, Timetable]]) -> Taken:
    """Return what the lessons of *others* take; names unknown to their course take nothing."""
    found: dict[Identity, dict[int, list[Stretch]]] = defaultdict(lambda: defaultdict(list))
    for course, timetable in others:
        known = _identities(course)
        for lesson in timetable.lessons:
            stretch = (minutes_of(lesson.start), minutes_of(lesson.end))
            for name in (("trainer", lesson.trainer), ("room", lesson.room)):
                if identity := known.get(name):
                    found[identity][lesson.day.toordinal()].append(stretch)
    return {
        identity: {number: joined(stretches) for number, stretches in days.items()}
        for identity, days in found.items()
    }


def together(one: Taken, other: Taken) -> Taken:
    """Return what either takes."""
    return {
        identity: _joined_days(one.get(identity, {}), other.get(identity, {}))
        for identity in {*one, *other}
    }


def _joined_days(
    one: Mapping[int, Stretches], other: Mapping[int, Stretches]
) -> dict[int, Stretches]:
    days = {*one, *other}
    return {number: joined([*one.get(number, ()), *other.get(number, ())]) for number in days}


def _identities(course: Course) -> dict[tuple[str, str | None], Identity]:
    known: dict[tuple[str, str | None], Identity] = {}
    for trainer in course.provider.trainers:
        known["trainer", trainer.name] = trainer_identity(course.provider, trainer)
    for room in course.venue.rooms:
        known["room", room.name] = room_identity(course.provider, course.venue, room)
    return known
