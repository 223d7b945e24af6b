"""What is not there at all: trainers, rooms, windows, a window long enough for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.model.course import AnyUnit, CourseUnit
from toolkit.model.provider import RoomKind
from toolkit.model.timetable import Mode
from toolkit.place import At
from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand, Part, UnitDemand
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.shortage import Means, Shortage, Subject, shortage
from toolkit.planning.shortages.wording import MODES, names
from toolkit.planning.supply import ALL_DAY, Stretch, shared
from toolkit.text import Text

_NO_TRAINER = Text(
    it="{unit}: {needs}, ma nessuno può insegnarla.",
    en="{unit}: {needs}, but nobody may teach it.",
)
_NO_ROOM = Text(
    it="{unit}: {needs}, ma nessuna delle aule ammesse ({rooms}) può contenere {learners} allievi.",
    en="{unit}: {needs}, but none of its rooms ({rooms}) can hold {learners} learners.",
)
_NO_LABORATORY = Text(
    it="{unit}: {needs}, ma nessuna delle aule ammesse ({rooms}) è un laboratorio.",
    en="{unit}: {needs}, but none of its rooms ({rooms}) is a laboratory.",
)
_NO_LARGE_LABORATORY = Text(
    it="{unit}: {needs}, ma nessun laboratorio ammesso può contenere {learners} allievi.",
    en="{unit}: {needs}, but none of its laboratories can hold {learners} learners.",
)
_IN_MODE = Text(it=" {mode}", en=" {mode}")
_TEST_TOO_LONG = Text(
    it="{unit}: la prova dura {needed} h, ma la lezione più lunga in cui può stare ne dura "
    "{available}: {lacks}.",
    en="{unit}: the test takes {needed} h, but the longest lesson that can hold it takes "
    "{available}: {lacks}.",
)


def place_of(unit: AnyUnit) -> At:
    """Return where the configuration speaks of *unit*."""
    if isinstance(unit, CourseUnit):
        return ("units", unit.code)
    return ("additional_units", str(unit.number - 1))


def can_be_held(demand: Demand, unit: int) -> bool:
    """Return whether a unit has any hours, someone to teach it and rooms for every part."""
    found = demand.units[unit]
    parts = [demand.parts[part] for part in found.parts]
    return bool(parts and found.trainers) and all(part.is_distance or part.rooms for part in parts)


def units_without_trainers(demand: Demand) -> Iterator[Shortage]:
    """Every unit has a trainer who may teach it."""
    for number, unit in enumerate(demand.units):
        if unit.minutes and not unit.trainers:
            yield shortage(
                *place_of(demand.course.all_units[number]),
                "trainers",
                needed=unit.minutes,
                available=0,
                sentence=_NO_TRAINER,
                subject=Subject(Means.TRAINERS, (number,)),
                unit=unit.code,
            )


def parts_without_rooms(demand: Demand) -> Iterator[Shortage]:
    """Every lesson in presence has a room fit for it."""
    for part in demand.parts:
        if not part.is_distance and not part.rooms:
            unit = demand.course.all_units[part.unit]
            yield shortage(
                *place_of(unit),
                "rooms",
                needed=part.minutes,
                available=0,
                sentence=_why_no_room(part, unit),
                subject=Subject(Means.ROOMS, (part.unit,), kind=Kind.PRESENCE),
                kind=_IN_MODE.filled(mode=MODES[part.mode]),
                unit=unit.code,
                rooms=names(room.name for room in unit.plan.rooms),
                learners=demand.course.edition.learners,
            )


def _why_no_room(part: Part, unit: AnyUnit) -> Text:
    if part.mode is not Mode.LABORATORY:
        return _NO_ROOM
    if any(room.kind is RoomKind.LABORATORY for room in unit.plan.rooms):
        return _NO_LARGE_LABORATORY
    return _NO_LABORATORY


def tests_longer_than_a_lesson(demand: Demand, later: Callable[[], Demand]) -> Iterator[Shortage]:
    """A test fits in the lesson that ends its unit, unless that one may stand already.

    *later* gives the same course without a last day: only there must no lesson hold it.
    """
    for number, unit in enumerate(demand.units):
        if unit.test and not unit.last_fixed and can_be_held(demand, number):
            if _longest_lesson(demand, unit) >= unit.test:
                continue
            longest = _longest_lesson(later(), unit)
            # Where there is no time at all, other counts say so.
            if 0 < longest < unit.test:
                yield shortage(
                    *place_of(demand.course.all_units[number]),
                    "assessment",
                    "hours",
                    needed=unit.test,
                    available=longest,
                    sentence=_TEST_TOO_LONG,
                    subject=Subject(Means.TEST, (number,)),
                    unit=unit.code,
                )


def _longest_lesson(demand: Demand, unit: UnitDemand) -> int:
    """Return the minutes of the longest lesson that could end the unit, or enough for it."""
    longest = 0
    for day in demand.days:
        for part in unit.closing:
            longest = max(longest, _longest_on(demand, demand.parts[part], day))
        if longest >= unit.test:
            break
    return longest


def _longest_on(demand: Demand, part: Part, day: PlanningDay) -> int:
    """Return the minutes of the longest lesson of *part* that *day* has place for."""
    limits = demand.limits
    places = [end - start for start, end in _places(demand, part, day)]
    fitting = limits.fitting(max(places, default=0))
    return min(fitting, part.minutes, limits.max_block, limits.per_day, limits.per_week)


def _places(demand: Demand, part: Part, day: PlanningDay) -> Iterator[Stretch]:
    """Yield when one trainer, and one room if needed, are free in one window of *day*."""
    rooms = [demand.rooms[room].free(day.number, is_distance=False) for room in part.rooms]
    for slot in day.slots:
        if slot.admits(part.is_distance):
            for trainer in part.trainers:
                free = demand.trainers[trainer].free(day.number, part.is_distance)
                inside = shared(((slot.start, slot.end),), free)
                for room in [ALL_DAY] if part.is_distance else rooms:
                    yield from shared(inside, room)
