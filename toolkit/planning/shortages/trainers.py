"""Trainers: have those of a unit, or of several units that share them, hours enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from toolkit.place import At
from toolkit.planning.allotment import shortfall
from toolkit.planning.demand import Demand
from toolkit.planning.shortages.bounds import Bounds
from toolkit.planning.shortages.counting import minutes_in
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.lack import Lack, clusters, lack_of_unit, subsets, worst
from toolkit.planning.shortages.shortage import Means, Shortage, Subject, hours_available, shortage
from toolkit.planning.shortages.wording import KINDS, by_the_deadline, by_the_end, names
from toolkit.text import Text

_ONE_FOR_UNIT = Text(
    it="{unit}: {needs} e può insegnarla solo {trainers}, con {offer}: {lacks}.",
    en="{unit}: {needs} and only {trainers} may teach it, with {offer}: {lacks}.",
)
_SOME_FOR_UNIT = Text(
    it="{unit}: {needs} e possono insegnarla solo {trainers}, che insieme hanno {offer}: {lacks}.",
    en="{unit}: {needs} and only {trainers} may teach it, who together have {offer}: {lacks}.",
)
_ONE_FOR_UNITS = Text(
    it="{units}: insieme {needs} e può insegnarle solo {trainers}, con {offer}: {lacks}.",
    en="{units}: together {needs} and only {trainers} may teach them, with {offer}: {lacks}.",
)
_SOME_FOR_UNITS = Text(
    it="{units}: insieme {needs} e possono insegnarle solo {trainers}, che insieme hanno {offer}: "
    "{lacks}.",
    en="{units}: together {needs} and only {trainers} may teach them, who together have {offer}: "
    "{lacks}.",
)
_OFFER = Text(it="{has} {when}", en="{has} {when}")
_AT_MOST = Text(it="al massimo {hours} h (max_hours)", en="{hours} h at most (max_hours)")
_IN_ALL = Text(it="in tutto (max_hours)", en="in all (max_hours)")


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
        _hours(bounds, everything, trainer, _asked_of(demand, trainer))
        for trainer in range(len(demand.trainers))
    ]
    for parts, trainers in clusters(shortfall(needs, allowed, capacity), allowed):
        units = _units(demand, parts)
        needed = sum(needs[part] for part in parts)
        available = sum(capacity[trainer] for trainer in trainers)
        lack = Lack(Kind.ANY, needed, available, by_the_deadline(bounds, units))
        yield units, _told_of_group(demand, units, trainers, lack)


def _asked_of(demand: Demand, trainer: int) -> int:
    """Return the minutes of all that may be asked of one *trainer*."""
    return sum(part.minutes for part in demand.parts if trainer in part.trainers)


def _lack_of_time(bounds: Bounds, unit: int, kind: Kind) -> Lack | None:
    opening = bounds.openings.of_trainers(bounds.demand.units[unit].trainers, kind)
    return lack_of_unit(bounds, unit, kind, opening)


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
    opening = bounds.openings.of_trainers(trainers, kind)
    by_time = minutes_in(demand, bounds.days(units), opening, enough=needed)
    by_hours = _hours_together(bounds, units, trainers, needed)
    if min(by_time, by_hours) >= needed:
        return None
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
    opening = bounds.openings.of_trainers([trainer], Kind.ANY)
    cap = enough if most is None else min(most, enough)
    return minutes_in(bounds.demand, bounds.days(units), opening, enough=cap)


def _told_of_unit(demand: Demand, number: int, lack: Lack) -> Shortage:
    trainers = demand.units[number].trainers
    return shortage(
        *_place(demand, trainers, lack),
        needed=lack.needed,
        available=lack.available,
        sentence=_ONE_FOR_UNIT if len(trainers) == 1 else _SOME_FOR_UNIT,
        subject=Subject(Means.TRAINERS, (number,), trainers, kind=lack.kind),
        kind=KINDS[lack.kind],
        unit=demand.units[number].code,
        trainers=_names(demand, trainers),
        offer=_offer(demand, trainers, lack),
    )


def _told_of_group(
    demand: Demand, units: Sequence[int], trainers: Sequence[int], lack: Lack
) -> Shortage:
    if len(units) == 1:
        return _told_of_unit(demand, units[0], lack)
    return shortage(
        *_place(demand, trainers, lack),
        needed=lack.needed,
        available=lack.available,
        sentence=_ONE_FOR_UNITS if len(trainers) == 1 else _SOME_FOR_UNITS,
        subject=Subject(Means.TRAINERS, tuple(units), tuple(trainers), kind=lack.kind),
        kind=KINDS[lack.kind],
        units=names(demand.units[unit].code for unit in units),
        trainers=_names(demand, trainers),
        offer=_offer(demand, trainers, lack),
    )


def _offer(demand: Demand, trainers: Sequence[int], lack: Lack) -> Text:
    """Say what *trainers* have: hours at most, or hours in a time."""
    if lack.when is _IN_ALL:
        return _AT_MOST.filled(hours=lack.available / 60)
    contracts = [demand.course.provider.trainers[each].contract_until for each in trainers]
    when = lack.when
    if lack.when == by_the_end(demand) and all(each for each in contracts):
        until = max(each for each in contracts if each)
        if until < demand.days[-1].day:
            when = (_CONTRACT if len(contracts) == 1 else _CONTRACTS).filled(day=until)
    return _OFFER.filled(has=hours_available(lack.available), when=when)


_CONTRACT = Text(
    it="fino al {day}, quando finisce il contratto", en="until {day}, when the contract ends"
)
_CONTRACTS = Text(
    it="fino al {day}, quando finiscono i contratti", en="until {day}, when the contracts end"
)


def _place(demand: Demand, trainers: Sequence[int], lack: Lack) -> At:
    """Return where the first of *trainers* that is limited says how."""
    asked = ("max_hours",) if lack.when is _IN_ALL else _LIMITS_OF_TIME
    for number in trainers:
        trainer = demand.course.provider.trainers[number]
        for key in asked:
            if getattr(trainer, key):
                return ("provider", "trainers", str(number), key)
    return ("provider", "trainers", str(trainers[0]))


_LIMITS_OF_TIME = ("availability", "absences", "contract_until")


def _units(demand: Demand, parts: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(demand.parts[part].unit for part in parts))


def _names(demand: Demand, trainers: Sequence[int]) -> Text:
    return names(demand.trainers[trainer].name for trainer in trainers)
