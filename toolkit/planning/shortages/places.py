"""Rooms: have those fit for each unit, and for units that share them, hours enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.place import At
from toolkit.planning.demand import Demand
from toolkit.planning.shortages.bounds import Bounds
from toolkit.planning.shortages.counting import minutes_in
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.lack import Lack, lack_of_unit, subsets, worst
from toolkit.planning.shortages.possibility import can_be_held, place_of
from toolkit.planning.shortages.shortage import Means, Shortage, Subject, shortage
from toolkit.planning.shortages.wording import KINDS, MODES, by_the_deadline, names
from toolkit.text import Text

_ROOMS = Text(
    it="{units}: {needs} e le aule adatte ({rooms}) ne hanno {available} libere {when}: {lacks}.",
    en="{units}: {needs} and the fit rooms ({rooms}) have {available} free {when}: {lacks}.",
)
_ONE_ROOM = Text(
    it="{units}: {needs} e la sola aula adatta ({rooms}) ne ha {available} libere {when}: {lacks}.",
    en="{units}: {needs} and the only fit room ({rooms}) has {available} free {when}: {lacks}.",
)
_TOGETHER = Text(
    it="{unit}: {needs}, ma chi può insegnarla e un'aula adatta sono liberi insieme per "
    "{available} h {when}: {lacks}.",
    en="{unit}: {needs}, but one of its trainers and a fit room are free together for "
    "{available} h {when}: {lacks}.",
)
_IN_MODE = Text(it=" {mode}", en=" {mode}")


def rooms_too_few(bounds: Bounds) -> Iterator[tuple[tuple[int, ...], Shortage]]:
    """Rooms have hours enough for all the lessons that only they are fit for.

    Yields the units that lack them.
    """
    demand = bounds.demand
    told: set[int] = set()
    for number, part in enumerate(demand.parts):
        if part.rooms and (lack := _lack_of_part(bounds, number)):
            told.add(number)
            yield (part.unit,), _of_parts(demand, (number,), lack)
    allowed = [part.rooms for part in demand.parts]
    for parts, rooms in subsets(allowed, [part.minutes for part in demand.parts]):
        if not told.isdisjoint(parts):
            continue
        units = tuple(dict.fromkeys(demand.parts[part].unit for part in parts))
        needed = sum(demand.parts[part].minutes for part in parts)
        days = bounds.days(units)
        available = minutes_in(demand, days, bounds.openings.of_rooms(rooms), enough=needed)
        if available < needed:
            told.update(parts)
            when = by_the_deadline(bounds, units)
            yield units, _of_parts(demand, parts, Lack(Kind.PRESENCE, needed, available, when))


def trainers_and_rooms_too_few(bounds: Bounds, told: set[int]) -> Iterator[Shortage]:
    """A trainer and a room are free together long enough for each unit not *told* already."""
    demand = bounds.demand
    for number, unit in enumerate(demand.units):
        if number in told or not can_be_held(demand, number):
            continue
        lacks = (
            lack_of_unit(bounds, number, kind, bounds.openings.of_unit(number, kind))
            for kind in Kind
        )
        if lack := worst(lacks):
            yield shortage(
                *place_of(demand.course.all_units[number]),
                needed=lack.needed,
                available=lack.available,
                sentence=_TOGETHER,
                subject=_subject(demand, number, lack),
                kind=KINDS[lack.kind],
                unit=unit.code,
                when=lack.when,
            )


def _lack_of_part(bounds: Bounds, number: int) -> Lack | None:
    """Return what the rooms of one part lack of its minutes."""
    part = bounds.demand.parts[number]
    return lack_of_unit(
        bounds,
        part.unit,
        Kind.PRESENCE,
        bounds.openings.of_rooms(part.rooms),
        needed=part.minutes,
    )


def _of_parts(demand: Demand, parts: tuple[int, ...], lack: Lack) -> Shortage:
    found = [demand.parts[part] for part in parts]
    units = tuple(dict.fromkeys(part.unit for part in found))
    modes = {part.mode for part in found}
    mode = _IN_MODE.filled(mode=MODES[found[0].mode]) if len(modes) == 1 else KINDS[Kind.PRESENCE]
    rooms = sorted({room for part in found for room in part.rooms})
    return shortage(
        *_place(demand, rooms),
        needed=lack.needed,
        available=lack.available,
        sentence=_ONE_ROOM if len(rooms) == 1 else _ROOMS,
        subject=Subject(Means.ROOMS, units, rooms=tuple(rooms), kind=lack.kind),
        kind=mode,
        units=names(demand.units[unit].code for unit in units),
        rooms=names(demand.rooms[room].name for room in rooms),
        when=lack.when,
    )


def _place(demand: Demand, rooms: Sequence[int]) -> At:
    """Return where the first of *rooms* that is limited says how."""
    for number in rooms:
        for key in ("availability", "closures"):
            if getattr(demand.course.venue.rooms[number], key):
                return ("provider", "rooms", str(number), key)
    return ("provider", "rooms", str(rooms[0]))


def _subject(demand: Demand, unit: int, lack: Lack) -> Subject:
    found = demand.units[unit]
    rooms = {room for part in found.parts for room in demand.parts[part].rooms}
    return Subject(Means.MEETING, (unit,), found.trainers, tuple(sorted(rooms)), lack.kind)
