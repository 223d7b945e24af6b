"""Trainers: have those of a unit, or of several units that share them, hours enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from toolkit.planning.allotment import shortfall
from toolkit.planning.demand import Demand
from toolkit.planning.shortages.bounds import Bounds, trainers_open
from toolkit.planning.shortages.counting import Kind, minutes_in
from toolkit.planning.shortages.lack import Lack, clusters, lack_of_unit, subsets, worst
from toolkit.planning.shortages.possibility import place_of
from toolkit.planning.shortages.shortage import Shortage, shortage
from toolkit.planning.shortages.wording import KINDS, by_the_deadline, names
from toolkit.text import Text

_UNIT = Text(
    it="{unit}: servono {needed} h{kind}, i formatori ammessi ({trainers}) ne hanno {available} "
    "disponibili {when}: mancano {missing} h.",
    en="{unit}: {needed} h{kind} are needed, its trainers ({trainers}) have {available} "
    "available {when}: {missing} h are missing.",
)
_UNITS = Text(
    it="{units}: servono insieme {needed} h{kind}, i soli formatori ammessi ({trainers}) ne hanno "
    "{available} disponibili {when}: mancano {missing} h.",
    en="{units}: together {needed} h{kind} are needed, their only trainers ({trainers}) have "
    "{available} available {when}: {missing} h are missing.",
)
_IN_ALL = Text(it="in tutto (max_hours)", en="in all (max_hours)")
_MORE_TIME = Text(
    it="Indica un altro formatore, allarga le disponibilità o sposta la fine.",
    en="Name another trainer, widen the availability or move the end.",
)
_MORE_HOURS = Text(
    it="Indica un altro formatore o alza max_hours.",
    en="Name another trainer or raise max_hours.",
)


def trainers_too_few(bounds: Bounds) -> Iterator[tuple[tuple[int, ...], Shortage]]:
    """Trainers have hours enough, for each unit and for the units that share them.

    Yields the units that lack them; a unit that lacks hours alone is told within a group
    that lacks more than its units one by one.
    """
    alone = dict(_of_each_unit(bounds))
    groups = tuple(_of_groups(bounds, {unit: each.missing for unit, each in alone.items()}))
    grouped = {unit for units, _ in groups for unit in units}
    for number, lack in alone.items():
        if number not in grouped:
            yield (number,), _told_of_unit(bounds.demand, number, lack)
    yield from groups


def _of_each_unit(bounds: Bounds) -> Iterator[tuple[int, Lack]]:
    for number, unit in enumerate(bounds.demand.units):
        if unit.trainers and unit.minutes:
            lacks = [_lack_of_time(bounds, number, kind) for kind in Kind]
            if lack := worst([*lacks, _lack_of_hours(bounds, number)]):
                yield number, lack


def _of_groups(
    bounds: Bounds, missing: dict[int, int]
) -> Iterator[tuple[tuple[int, ...], Shortage]]:
    """Yield the units that share trainers and lack more than what is *missing* from each."""
    demand = bounds.demand
    allowed = [part.trainers for part in demand.parts]
    told: set[int] = set()
    for kind in Kind:
        needs = [part.minutes * kind.includes(part) for part in demand.parts]
        for parts, trainers in subsets(allowed, needs):
            units = _units(demand, parts)
            lack = _lack_of_group(bounds, parts, trainers, kind)
            known = sum(missing.get(unit, 0) for unit in units)
            if lack and lack.missing > known and told.isdisjoint(units):
                told.update(units)
                yield units, _told_of_group(demand, units, trainers, lack)
    if not told and not missing:
        yield from _of_clusters(bounds, allowed)


def _of_clusters(
    bounds: Bounds, allowed: Sequence[tuple[int, ...]]
) -> Iterator[tuple[tuple[int, ...], Shortage]]:
    """Yield the units whose trainers, though enough for each and each group, clash."""
    demand = bounds.demand
    needs = [part.minutes for part in demand.parts]
    everything = range(len(demand.units))
    capacity = [
        _hours(bounds, everything, trainer, sum(needs)) for trainer in range(len(demand.trainers))
    ]
    for parts, trainers in clusters(shortfall(needs, allowed, capacity), allowed):
        units = _units(demand, parts)
        needed = sum(needs[part] for part in parts)
        available = sum(capacity[trainer] for trainer in trainers)
        lack = Lack(Kind.ANY, needed, available, by_the_deadline(bounds, units))
        yield units, _told_of_group(demand, units, trainers, lack)


def _lack_of_time(bounds: Bounds, unit: int, kind: Kind) -> Lack | None:
    open_on = trainers_open(bounds.demand, bounds.demand.units[unit].trainers, kind)
    return lack_of_unit(bounds, unit, kind, open_on)


def _lack_of_hours(bounds: Bounds, unit: int) -> Lack | None:
    found = bounds.demand.units[unit]
    available = _hours_together(bounds, [unit], found.trainers, found.minutes)
    if available >= found.minutes:
        return None
    return Lack(Kind.ANY, found.minutes, available, _IN_ALL)


def _lack_of_group(
    bounds: Bounds, parts: Sequence[int], trainers: Sequence[int], kind: Kind
) -> Lack | None:
    """Return what *parts*, for these trainers only, lack of time or of hours, if anything."""
    demand = bounds.demand
    units = _units(demand, parts)
    needed = sum(demand.parts[part].minutes for part in parts)
    open_on = trainers_open(demand, trainers, kind)
    by_time = minutes_in(demand, bounds.days(units), open_on, enough=needed)
    by_hours = _hours_together(bounds, units, trainers, needed)
    return worst(
        [
            Lack(kind, needed, by_time, by_the_deadline(bounds, units)),
            Lack(kind, needed, by_hours, _IN_ALL),
        ]
    )


def _hours_together(
    bounds: Bounds, units: Sequence[int], trainers: Sequence[int], enough: int
) -> int:
    """Return the minutes *trainers* have for *units* one by one, or *enough* if more."""
    if any(bounds.demand.trainers[trainer].max_minutes is None for trainer in trainers):
        return enough
    return min(enough, sum(_hours(bounds, units, trainer, enough) for trainer in trainers))


def _hours(bounds: Bounds, units: Iterable[int], trainer: int, enough: int) -> int:
    """Return the minutes that one trainer has for *units*, or *enough* if more."""
    most = bounds.demand.trainers[trainer].max_minutes
    open_on = trainers_open(bounds.demand, [trainer], Kind.ANY)
    cap = enough if most is None else min(most, enough)
    return minutes_in(bounds.demand, bounds.days(units), open_on, enough=cap)


def _told_of_unit(demand: Demand, number: int, lack: Lack) -> Shortage:
    unit = demand.units[number]
    return shortage(
        *place_of(demand.course.all_units[number]),
        "trainers",
        needed=lack.needed,
        available=lack.available,
        sentence=_UNIT,
        remedy=_MORE_HOURS if lack.when is _IN_ALL else _MORE_TIME,
        unit=unit.code,
        kind=KINDS[lack.kind],
        trainers=_names(demand, unit.trainers),
        when=lack.when,
    )


def _told_of_group(
    demand: Demand, units: Sequence[int], trainers: Sequence[int], lack: Lack
) -> Shortage:
    if len(units) == 1:
        return _told_of_unit(demand, units[0], lack)
    return shortage(
        "provider",
        "trainers",
        str(trainers[0]),
        needed=lack.needed,
        available=lack.available,
        sentence=_UNITS,
        remedy=_MORE_HOURS if lack.when is _IN_ALL else _MORE_TIME,
        kind=KINDS[lack.kind],
        units=names(demand.units[unit].code for unit in units),
        trainers=_names(demand, trainers),
        when=lack.when,
    )


def _units(demand: Demand, parts: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(demand.parts[part].unit for part in parts))


def _names(demand: Demand, trainers: Sequence[int]) -> Text:
    return names(demand.trainers[trainer].name for trainer in trainers)
