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


def trainers_too_few(bounds: Bounds) -> Iterator[tuple[int, Shortage]]:
    """The trainers of each unit have hours enough for it; yields the units that lack them."""
    demand = bounds.demand
    for number, unit in enumerate(demand.units):
        if not unit.trainers or not unit.minutes:
            continue
        lacks = [_lack_of_time(bounds, number, kind) for kind in Kind]
        if lack := worst([*lacks, _lack_of_hours(bounds, number)]):
            yield (
                number,
                shortage(
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
                ),
            )


def shared_trainers_too_few(bounds: Bounds, missing: dict[int, int]) -> Iterator[Shortage]:
    """Units that share their trainers find hours enough among them.

    *missing* minutes of single units are told already, and not asked for again.
    """
    demand = bounds.demand
    needs = _still_needed(demand, missing)
    allowed = [part.trainers for part in demand.parts]
    told: set[int] = set()
    for kind in Kind:
        of_kind = [n * kind.includes(part) for n, part in zip(needs, demand.parts, strict=True)]
        for parts, trainers in subsets(allowed, of_kind):
            lack = _lack_of_group(bounds, parts, trainers, kind, sum(of_kind[n] for n in parts))
            if lack and told.isdisjoint(parts):
                told.update(parts)
                yield _of_units(demand, parts, trainers, lack)
    everything = range(len(demand.units))
    capacity = [
        _hours(bounds, everything, trainer, sum(needs)) for trainer in range(len(demand.trainers))
    ]
    for parts, trainers in clusters(shortfall(needs, allowed, capacity), allowed):
        if told.isdisjoint(parts):
            needed = sum(needs[part] for part in parts)
            available = sum(capacity[trainer] for trainer in trainers)
            lack = Lack(Kind.ANY, needed, available, by_the_deadline(bounds, everything))
            yield _of_units(demand, parts, trainers, lack)


def _still_needed(demand: Demand, missing: dict[int, int]) -> list[int]:
    """Return the minutes of each part, less those *missing* from its unit."""
    needs = [part.minutes for part in demand.parts]
    for unit, minutes in missing.items():
        left = minutes
        for part in demand.units[unit].parts:
            less = min(left, needs[part])
            needs[part] -= less
            left -= less
    return needs


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
    bounds: Bounds, parts: Sequence[int], trainers: Sequence[int], kind: Kind, needed: int
) -> Lack | None:
    """Return what *parts*, for these trainers only, lack of time or of hours, if anything."""
    demand = bounds.demand
    units = _units(demand, parts)
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


def _of_units(
    demand: Demand, parts: Sequence[int], trainers: Sequence[int], lack: Lack
) -> Shortage:
    units = _units(demand, parts)
    return shortage(
        "provider",
        "trainers",
        str(trainers[0]),
        needed=lack.needed,
        available=lack.available,
        sentence=_UNITS if len(units) > 1 else _UNIT,
        remedy=_MORE_HOURS if lack.when is _IN_ALL else _MORE_TIME,
        unit=demand.units[units[0]].code,
        kind=KINDS[lack.kind],
        units=names(demand.units[unit].code for unit in units),
        trainers=_names(demand, trainers),
        when=lack.when,
    )


def _units(demand: Demand, parts: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(demand.parts[part].unit for part in parts))


def _names(demand: Demand, trainers: Sequence[int]) -> Text:
    return names(demand.trainers[trainer].name for trainer in trainers)
