"""Windows and internship days: is there time enough, whoever teaches and wherever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from toolkit.place import At
from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.internship import hosted_minutes
from toolkit.planning.shortages.bounds import Bounds, earliest_end, minutes_of_kind
from toolkit.planning.shortages.counting import day_with, minutes_in
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.shortages.openings import Openings
from toolkit.planning.shortages.shortage import Means, Shortage, Subject, shortage
from toolkit.planning.shortages.wording import KINDS, by_the_end, is_bound_by_the_exam
from toolkit.text import Text

_NO_WINDOWS = Text(
    it="Lezioni: {needs}, ma la settimana non ha fasce in cui tenerle.",
    en="Lessons: {needs}, but the week has no windows to hold them in.",
)
_WINDOWS = Text(
    it="Lezioni: {needs}, ma le fasce della settimana ne danno {available} {until}: {lacks}.",
    en="Lessons: {needs}, but the windows of the week give {available} {until}: {lacks}.",
)
_INTERNSHIP = Text(
    it="Tirocinio: {needs}, ma i giorni in cui si può svolgere {since} ne danno {available} "
    "{until}: {lacks}.",
    en="Internship: {needs}, but the days on which it can take place {since} give {available} "
    "{until}: {lacks}.",
)
_FROM_START = Text(it="dal {day}", en="from {day}")
_AFTER_UNITS = Text(
    it="dal {day} (prima vengono le unità che mette in pratica)",
    en="from {day} (the units it practises come first)",
)
_AFTER_UNIT = Text(
    it="dal {day} (prima deve finire {unit}, e non può farlo prima del {ready})",
    en="from {day} ({unit} must end first, and cannot before {ready})",
)
_HELD_UP = Text(
    it="Il tirocinio comincia il {start}, ma {unit}, che lo precede, non può finire prima "
    "del {ready}.",
    en="The internship begins on {start}, but {unit}, which comes before it, cannot end "
    "before {ready}.",
)
_EARLY_INTERNSHIP = Text(
    it="Il tirocinio comincia il {start}, ma le unità che lo precedono ({needed} h) "
    "non possono finire prima del {ready}.",
    en="The internship begins on {start}, but the units before it ({needed} h) "
    "cannot end before {ready}.",
)


def windows_too_few(openings: Openings, later: Callable[[], Openings]) -> Iterator[Shortage]:
    """There are windows enough for all lessons, in presence, at a distance and together.

    *later* gives those of the same course without a last day: they tell which end would do.
    """
    demand = openings.demand
    everything = range(len(demand.units))
    found = []
    for kind in Kind:
        needed = minutes_of_kind(demand, everything, kind)
        available = minutes_in(demand, demand.days, openings.of_windows(kind), enough=needed)
        if available < needed:
            found.append((kind, needed, available))
    for kind, needed, available in _said_once(found):
        yield _of_windows(demand, later(), kind, needed, available)


def _said_once(found: list[tuple[Kind, int, int]]) -> list[tuple[Kind, int, int]]:
    """Leave out what is missing of all lessons where that of either kind explains it."""
    of_all = [each for each in found if each[0] is Kind.ANY]
    of_one = [each for each in found if each[0] is not Kind.ANY]
    missing_of_all = sum(needed - available for _, needed, available in of_all)
    missing_of_one = sum(needed - available for _, needed, available in of_one)
    return of_one if missing_of_one >= missing_of_all else of_all


def _of_windows(
    demand: Demand, later: Openings, kind: Kind, needed: int, available: int
) -> Shortage:
    has_any = day_with(later.demand, later.demand.days, later.of_windows(kind), minutes=1)
    return shortage(
        *_place(demand, later, kind, needed),
        needed=needed,
        available=available,
        sentence=_WINDOWS if has_any else _NO_WINDOWS,
        subject=Subject(Means.WINDOWS, kind=kind),
        kind=KINDS[kind],
        until=by_the_end(demand),
    )


def _place(demand: Demand, later: Openings, kind: Kind, needed: int) -> At:
    """Return the date that comes too soon, unless no date would do."""
    days = later.demand.days
    if day_with(later.demand, days, later.of_windows(kind), minutes=needed) is None:
        return ("week",)
    edition = demand.course.edition
    if is_bound_by_the_exam(edition):
        return ("exam", "date")
    return ("end",) if edition.end else ("week",)


def internship_too_short(bounds: Bounds) -> Iterator[Shortage]:
    """The internship has days enough after the units that it practises."""
    demand = bounds.demand
    internship = demand.course.internship
    if internship is None or demand.internship_minutes <= 0:
        return
    practised = [unit for unit in demand.before_internship if demand.units[unit].minutes]
    ready, slowest = earliest_end(bounds, practised) if practised else (None, None)
    if internship.start and ready and ready.day >= internship.start:
        yield _starting_too_early(bounds, internship.start, practised, (ready, slowest))
        return
    days = demand.hosting_days
    if ready and not internship.start:
        days = tuple(day for day in days if day.number > ready.number)
    needed = demand.internship_minutes
    available = min(needed, hosted_minutes(demand, days))
    if available < needed:
        first = days[0].day if days else _day_after(ready, demand)
        yield shortage(
            *_place_of_internship(demand),
            needed=needed,
            available=available,
            sentence=_INTERNSHIP,
            subject=_held_up_by(demand, practised, slowest),
            since=_since(demand, internship.start or first, ready, slowest),
            until=by_the_end(demand),
        )


def _place_of_internship(demand: Demand) -> At:
    edition = demand.course.edition
    if edition.internship:
        return ("internship", "start") if edition.internship.start else ("internship",)
    return ("exam", "date") if is_bound_by_the_exam(edition) else ("end",)


def _since(demand: Demand, first: date, ready: PlanningDay | None, slowest: int | None) -> Text:
    """Say from when the internship can take place, and what it waits for."""
    internship = demand.course.internship
    if ready is None or (internship and internship.start):
        return _FROM_START.filled(day=first)
    if slowest is None:
        return _AFTER_UNITS.filled(day=first)
    return _AFTER_UNIT.filled(day=first, unit=demand.units[slowest].code, ready=ready.day)


def _held_up_by(demand: Demand, practised: Sequence[int], slowest: int | None) -> Subject:
    if slowest is None:
        return Subject(Means.INTERNSHIP, tuple(practised))
    return Subject(Means.INTERNSHIP, (slowest,), demand.units[slowest].trainers)


def _day_after(ready: PlanningDay | None, demand: Demand) -> date:
    return ready.day + timedelta(days=1) if ready else demand.course.edition.start


def _starting_too_early(
    bounds: Bounds, start: date, practised: Sequence[int], ready: tuple[PlanningDay, int | None]
) -> Shortage:
    demand = bounds.demand
    day, slowest = ready
    everything = sorted(
        {*practised, *(other for unit in practised for other in demand.ancestors[unit])}
    )
    needed = minutes_of_kind(demand, everything, Kind.ANY)
    before = [each for each in demand.days if each.day < start]
    available = minutes_in(demand, before, bounds.openings.of_windows(Kind.ANY), enough=needed)
    return shortage(
        "internship",
        "start",
        needed=needed,
        available=available,
        sentence=_EARLY_INTERNSHIP if slowest is None else _HELD_UP,
        subject=_held_up_by(demand, practised, slowest),
        start=start,
        ready=day.day,
        unit="" if slowest is None else demand.units[slowest].code,
    )
