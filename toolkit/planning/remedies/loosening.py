"""The constraints of a course that could be given up, one by one: how, and in what words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from toolkit.model.course import Course
from toolkit.place import At
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.edits import (
    WEEKDAY_KEYS,
    ending,
    examined_on,
    limited_to,
    tested_for,
    with_internship,
    with_room,
    with_trainer,
    with_week,
)
from toolkit.planning.remedies.idea import Change
from toolkit.planning.shortages.possibility import place_of
from toolkit.planning.shortages.wording import is_bound_by_the_exam, names
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that a course asks for, and how to do without it."""

    words: Text
    at: At
    loosened: Change
    trainers: tuple[int, ...] = ()
    rooms: tuple[int, ...] = ()


PINNED = ("planning", "pinned")
MUCH_LATER = timedelta(days=120)
NO_LIMIT = 168

_START = Text(it="il tirocinio dal {day}", en="the internship from {day}")
_AFTER = Text(it="il tirocinio dopo {units}", en="the internship after {units}")
_END = Text(it="la fine al {day}", en="the end on {day}")
_EXAM = Text(it="l'esame il {day}", en="the exam on {day}")
_MAX_HOURS = Text(it="al massimo {hours} h di {trainer}", en="{hours} h of {trainer} at most")
_AVAILABILITY = Text(it="le disponibilità di {trainer}", en="the availability of {trainer}")
_ABSENCES = Text(it="le assenze di {trainer}", en="the absences of {trainer}")
_CONTRACT = Text(
    it="il contratto di {trainer} fino al {day}", en="the contract of {trainer} until {day}"
)
_ROOM_FREE = Text(it="le disponibilità di «{room}»", en="the availability of “{room}”")
_ROOM_CLOSED = Text(it="le chiusure di «{room}»", en="the closures of “{room}”")
_A_DAY = Text(
    it="al massimo {hours} ore al giorno, fra lezioni e tirocinio",
    en="{hours} hours a day at most, lessons and internship together",
)
_A_WEEK = Text(
    it="al massimo {hours} ore alla settimana, fra lezioni e tirocinio",
    en="{hours} hours a week at most, lessons and internship together",
)
_DISTANCE = Text(
    it="la FAD solo nelle sue fasce, e lì nient'altro",
    en="distance learning in its own windows only, and nothing else there",
)
_TESTS = Text(
    it="la prova di {unit} ({hours} h) in una sola lezione",
    en="the test of {unit} ({hours} h) in one lesson",
)
_ORDER = Text(it="{unit} dopo {before}", en="{unit} after {before}")
_DAYS_OFF = Text(it="le feste e le chiusure", en="the holidays and closures")


_PINNED = Text(it="le lezioni fissate (pinned)", en="the pinned lessons")


def constraints_of(demand: Demand) -> tuple[Constraint, ...]:
    """Return the constraints of a course that could be given up, the most telling first."""
    return (
        *_of_what_is_pinned(demand),
        *_of_the_internship(demand),
        *_of_people(demand),
        *_of_rooms(demand),
        *_of_dates(demand),
        *_of_limits(demand),
        *_of_units(demand),
    )


def _of_what_is_pinned(demand: Demand) -> Iterator[Constraint]:
    if demand.course.edition.planning.pinned:
        freed = partial(limited_to, limit="pinned", to=())
        yield Constraint(_PINNED, PINNED, freed)


def _of_the_internship(demand: Demand) -> Iterator[Constraint]:
    internship = demand.course.internship
    if internship is None:
        return
    if internship.start:
        yield Constraint(
            _START.filled(day=internship.start),
            ("internship", "start"),
            partial(with_internship, start=None),
        )
    if internship.after:
        yield Constraint(
            _AFTER.filled(units=names(internship.after)),
            ("internship", "after"),
            partial(with_internship, after=()),
        )


def _of_dates(demand: Demand) -> Iterator[Constraint]:
    edition = demand.course.edition
    if is_bound_by_the_exam(edition):
        assert edition.exam.date is not None
        later = partial(examined_on, day=edition.exam.date + MUCH_LATER)
        yield Constraint(_EXAM.filled(day=edition.exam.date), ("exam", "date"), later)
    elif edition.end:
        later = partial(ending, day=edition.end + MUCH_LATER)
        yield Constraint(_END.filled(day=edition.end), ("end",), later)
    if demand.course.days_off:
        yield Constraint(_DAYS_OFF, ("closures",), _without_days_off)


def _of_people(demand: Demand) -> Iterator[Constraint]:
    for n, trainer in enumerate(demand.course.provider.trainers):
        for key, words, freed in (
            ("max_hours", _MAX_HOURS, None),
            ("availability", _AVAILABILITY, None),
            ("absences", _ABSENCES, ()),
            ("contract_until", _CONTRACT, None),
        ):
            if value := getattr(trainer, key):
                change: dict[str, Any] = {key: freed}
                yield Constraint(
                    words.filled(trainer=trainer.name, hours=value, day=value),
                    ("provider", "trainers", str(n), key),
                    partial(with_trainer, number=n, **change),
                    trainers=(n,),
                )


def _of_rooms(demand: Demand) -> Iterator[Constraint]:
    for n, room in enumerate(demand.course.venue.rooms):
        for key, words, freed in (
            ("availability", _ROOM_FREE, None),
            ("closures", _ROOM_CLOSED, ()),
        ):
            if getattr(room, key):
                change: dict[str, Any] = {key: freed}
                yield Constraint(
                    words.filled(room=room.name),
                    ("provider", "rooms", str(n), key),
                    partial(with_room, number=n, **change),
                    rooms=(n,),
                )


def _of_limits(demand: Demand) -> Iterator[Constraint]:
    planning = demand.course.edition.planning
    for key, words in (("max_hours_per_week", _A_WEEK), ("max_hours_per_day", _A_DAY)):
        yield Constraint(
            words.filled(hours=getattr(planning, key)),
            ("planning", key),
            partial(limited_to, limit=key, to=NO_LIMIT),
        )
    week = demand.course.edition.week
    if any(window.distance for windows in week.days for window in windows):
        yield Constraint(_DISTANCE, ("week",), _with_open_windows)


def _of_units(demand: Demand) -> Iterator[Constraint]:
    for asked, unit in zip(demand.units, demand.course.all_units, strict=True):
        if asked.test:
            yield Constraint(
                _TESTS.filled(unit=unit.code, hours=asked.test / 60),
                (*place_of(unit), "assessment"),
                partial(tested_for, unit=unit.code, hours=0.0),
            )
        if unit.prerequisites:
            yield Constraint(
                _ORDER.filled(unit=unit.code, before=names(unit.prerequisites)),
                place_of(unit),
                partial(_without_prerequisites, code=unit.code),
            )


def _without_days_off(course: Course) -> Course:
    return replace(course, days_off=())


def _without_prerequisites(course: Course, code: str) -> Course:
    return replace(
        course,
        units=tuple(
            replace(unit, prerequisites=()) if unit.code == code else unit for unit in course.units
        ),
    )


def _with_open_windows(course: Course) -> Course:
    """Return *course* with windows for lessons of either kind."""
    week = course.edition.week
    open_: dict[str, Any] = {
        key: tuple(replace(window, distance=False) for window in windows)
        for key, windows in zip(WEEKDAY_KEYS, week.days, strict=True)
    }
    return with_week(course, week.model_copy(update=open_))
