"""What trainers and rooms ask of a timetable: when each is there, and for how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.agreement import preceded
from toolkit.context.calendar import ConstraintContext
from toolkit.context.labels import WEEKDAYS
from toolkit.model.course import Course
from toolkit.model.moments import DateRange
from toolkit.model.provider import Room, Trainer
from toolkit.model.week import Week
from toolkit.text import written

OWN = "soggetto attuatore"
"""Who sets what the configuration says."""


def means_constraints(course: Course) -> Iterator[ConstraintContext]:
    """Yield what is asked by the trainers who may teach in the course and by its rooms."""
    teaching = {trainer.name for unit in course.all_units for trainer in unit.plan.trainers}
    used = {room.name for unit in course.all_units for room in unit.plan.rooms}
    for trainer in course.provider.trainers:
        if trainer.name in teaching:
            yield from (ConstraintContext(words, OWN) for words in _of_trainer(trainer))
    for room in course.venue.rooms:
        if room.name in used:
            yield from (ConstraintContext(words, OWN) for words in _of_room(room))


def _of_trainer(trainer: Trainer) -> Iterator[str]:
    if trainer.availability:
        yield f"{trainer.name} insegna {_week(trainer.availability)}."
    if trainer.absences:
        yield f"{trainer.name} non è disponibile {_periods(trainer.absences)}."
    if trainer.max_hours is not None:
        yield f"{trainer.name} tiene al massimo {written(trainer.max_hours, 'it')} ore nel corso."
    if trainer.contract_until:
        last = preceded("al", written(trainer.contract_until, "it"))
        yield f"{trainer.name} insegna fino {last}."


def _of_room(room: Room) -> Iterator[str]:
    if room.availability:
        yield f"{room.name}: uso {_week(room.availability)}."
    if room.closures:
        yield f"{room.name}: nessun uso {_periods(room.closures)}."


def _week(week: Week) -> str:
    days = (
        f"{WEEKDAYS[n]} {' e '.join(str(window.times) for window in windows)}"
        for n, windows in enumerate(week.days)
        if windows
    )
    return ", ".join(days)


def _periods(periods: Iterable[DateRange]) -> str:
    return ", ".join(_period(each) for each in periods)


def _period(days: DateRange) -> str:
    first, last = written(days.first, "it"), written(days.last, "it")
    if first == last:
        return preceded("il", first)
    return f"{preceded('dal', first)} {preceded('al', last)}"
