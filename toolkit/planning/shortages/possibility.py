"""What is not there at all: trainers, rooms, windows, a window long enough for a test."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.course import AnyUnit, CourseUnit
from toolkit.model.provider import RoomKind
from toolkit.model.timetable import Mode
from toolkit.place import At
from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand, Part, UnitDemand
from toolkit.planning.shortages.shortage import Shortage, shortage
from toolkit.planning.shortages.wording import MODES, names
from toolkit.planning.supply import ALL_DAY, Stretch, shared
from toolkit.text import Text

_NO_TRAINER = Text(
    it="{unit}: servono {needed} h, ma nessun formatore può insegnarla.",
    en="{unit}: {needed} h are needed, but no trainer may teach it.",
)
_NAME_A_TRAINER = Text(
    it="Indica i suoi formatori, o aggiungi {unit} alle unità che uno insegna (teaches).",
    en="Name its trainers, or add {unit} to the units that one teaches.",
)
_NO_ROOM = Text(
    it="{unit}: servono {needed} h {mode}, ma nessuna delle aule ammesse ({rooms}) "
    "può contenere {learners} allievi.",
    en="{unit}: {needed} h {mode} are needed, but none of its rooms ({rooms}) "
    "can hold {learners} learners.",
)
_NO_LABORATORY = Text(
    it="{unit}: servono {needed} h {mode}, ma nessuna delle aule ammesse ({rooms}) "
    "è un laboratorio.",
    en="{unit}: {needed} h {mode} are needed, but none of its rooms ({rooms}) is a laboratory.",
)
_NO_LARGE_LABORATORY = Text(
    it="{unit}: servono {needed} h {mode}, ma nessun laboratorio ammesso "
    "può contenere {learners} allievi.",
    en="{unit}: {needed} h {mode} are needed, but none of its laboratories "
    "can hold {learners} learners.",
)
_NAME_A_ROOM = Text(
    it="Indica un'aula adatta o sposta queste ore in un altro modo.",
    en="Name a fit room, or give these hours in another way.",
)
_TEST_TOO_LONG = Text(
    it="{unit}: la prova dura {needed} h, ma la sua lezione più lunga possibile ne dura "
    "{available}: mancano {missing} h.",
    en="{unit}: the test takes {needed} h, but the longest lesson it can have takes "
    "{available}: {missing} h are missing.",
)
_SHORTER_TEST = Text(
    it="Accorcia la prova, o allarga le fasce, le disponibilità o max_block.",
    en="Make the test shorter, or widen the windows, the availability or max_block.",
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
                remedy=_NAME_A_TRAINER,
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
                remedy=_NAME_A_ROOM,
                unit=unit.code,
                mode=MODES[part.mode],
                rooms=names(room.name for room in unit.plan.rooms),
                learners=demand.course.edition.learners,
            )


def _why_no_room(part: Part, unit: AnyUnit) -> Text:
    if part.mode is not Mode.LABORATORY:
        return _NO_ROOM
    if any(room.kind is RoomKind.LABORATORY for room in unit.plan.rooms):
        return _NO_LARGE_LABORATORY
    return _NO_LABORATORY


def tests_longer_than_a_lesson(demand: Demand) -> Iterator[Shortage]:
    """A test fits in the lesson that ends its unit."""
    for number, unit in enumerate(demand.units):
        if unit.test and can_be_held(demand, number):
            longest = _longest_lesson(demand, unit)
            # Where there is no time at all, other counts say so.
            if 0 < longest < unit.test:
                yield shortage(
                    *place_of(demand.course.all_units[number]),
                    "assessment",
                    "hours",
                    needed=unit.test,
                    available=longest,
                    sentence=_TEST_TOO_LONG,
                    remedy=_SHORTER_TEST,
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
