"""Rooms: have those fit for each unit, and for units that share them, hours enough."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.planning.demand import Demand
from toolkit.planning.shortages.bounds import Bounds, rooms_open, unit_open
from toolkit.planning.shortages.counting import Kind, minutes_in
from toolkit.planning.shortages.lack import Lack, lack_of_unit, subsets, worst
from toolkit.planning.shortages.possibility import can_be_held, place_of
from toolkit.planning.shortages.shortage import Shortage, shortage
from toolkit.planning.shortages.wording import KINDS, MODES, by_the_deadline, names
from toolkit.text import Text

_ROOMS = Text(
    it="{units}: servono {needed} h {mode}, le aule adatte ({rooms}) ne hanno {available} "
    "libere {when}: mancano {missing} h.",
    en="{units}: {needed} h {mode} are needed, the fit rooms ({rooms}) have {available} "
    "free {when}: {missing} h are missing.",
)
_MORE_ROOMS = Text(
    it="Indica un'altra aula, allarga la disponibilità o sposta la fine.",
    en="Name another room, widen the availability or move the end.",
)
_TOGETHER = Text(
    it="{unit}: servono {needed} h{kind}, un formatore ammesso e un'aula adatta sono liberi "
    "insieme per {available} h {when}: mancano {missing} h.",
    en="{unit}: {needed} h{kind} are needed, one of its trainers and a fit room are free "
    "together for {available} h {when}: {missing} h are missing.",
)
_MORE_OF_EITHER = Text(
    it="Fai incontrare le disponibilità di formatori e aule, o indicane altri.",
    en="Let the availability of trainers and rooms meet, or name others.",
)
_IN_PRESENCE = Text(it="in presenza", en="in presence")


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
        available = minutes_in(demand, days, rooms_open(demand, rooms), enough=needed)
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
            lack_of_unit(bounds, number, kind, unit_open(demand, number, kind)) for kind in Kind
        )
        if lack := worst(lacks):
            yield shortage(
                *place_of(demand.course.all_units[number]),
                needed=lack.needed,
                available=lack.available,
                sentence=_TOGETHER,
                remedy=_MORE_OF_EITHER,
                unit=unit.code,
                kind=KINDS[lack.kind],
                when=lack.when,
            )


def _lack_of_part(bounds: Bounds, number: int) -> Lack | None:
    """Return what the rooms of one part lack of its minutes."""
    part = bounds.demand.parts[number]
    return lack_of_unit(
        bounds,
        part.unit,
        Kind.PRESENCE,
        rooms_open(bounds.demand, part.rooms),
        needed=part.minutes,
    )


def _of_parts(demand: Demand, parts: tuple[int, ...], lack: Lack) -> Shortage:
    found = [demand.parts[part] for part in parts]
    units = tuple(dict.fromkeys(part.unit for part in found))
    mode = MODES[found[0].mode] if len({part.mode for part in found}) == 1 else _IN_PRESENCE
    rooms = sorted({room for part in found for room in part.rooms})
    return shortage(
        *place_of(demand.course.all_units[units[0]]),
        "rooms",
        needed=lack.needed,
        available=lack.available,
        sentence=_ROOMS,
        remedy=_MORE_ROOMS,
        units=names(demand.units[unit].code for unit in units),
        mode=mode,
        rooms=names(demand.rooms[room].name for room in rooms),
        when=lack.when,
    )
