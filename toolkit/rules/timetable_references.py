"""T0xx: what a timetable names is what the course has."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.scheduled import ScheduledCourse
from toolkit.nearest import did_you_mean


@rule(
    "T001",
    clause=None,
    severity=Severity.ERROR,
    it="calendario del corso {found}, questo corso è {code}: «percorso plan --replace» ne fa uno suo.",
    en="timetable of the course {found}, this course is {code}: “percorso plan --replace” makes one of its own.",
)
def the_timetable_is_of_this_course(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The timetable carries the code of the course it is used for.

    A timetable copied from another edition has that edition's dates and trainers: the
    code tells before anything else does.
    """
    found, code = scheduled.timetable.course, scheduled.course.edition.code
    if found != code:
        yield hit("timetable", "course", found=found, code=code)


@rule(
    "T002",
    clause=None,
    severity=Severity.ERROR,
    it="il corso non ha l'unità «{name}»{hint}",
    en="the course has no unit “{name}”{hint}",
)
def every_lesson_is_of_a_unit_of_the_course(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The unit of a lesson is one of the standard or one the provider adds."""
    for name, lessons in scheduled.by_unit.items():
        if name not in scheduled.units:
            hint = did_you_mean(name, scheduled.units)
            yield from (hit(*each.at("unit"), name=name, hint=hint) for each in lessons)


@rule(
    "T003",
    clause=None,
    severity=Severity.ERROR,
    it="il soggetto attuatore non ha il formatore «{name}»{hint}",
    en="the provider has no trainer “{name}”{hint}",
)
def every_trainer_is_one_of_the_provider(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The trainer of a lesson is described by the provider.

    Experience, expertise and availability are known only for the trainers described.
    """
    for name, lessons in scheduled.by_trainer.items():
        if name not in scheduled.trainers:
            hint = did_you_mean(name, scheduled.trainers)
            yield from (hit(*each.at("trainer"), name=name, hint=hint) for each in lessons)


@rule(
    "T004",
    clause=None,
    severity=Severity.ERROR,
    it="la sede non ha l'aula «{name}»{hint}",
    en="the venue has no room “{name}”{hint}",
)
def every_room_is_one_of_the_venue(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The room of a lesson is one that the course may use."""
    for name, lessons in scheduled.by_room.items():
        if name not in scheduled.rooms:
            hint = did_you_mean(name, scheduled.rooms)
            yield from (hit(*each.at("room"), name=name, hint=hint) for each in lessons)
