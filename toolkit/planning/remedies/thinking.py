"""Which changes might end a shortage: the likeliest and least costly first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.planning.demand import Demand
from toolkit.planning.remedies import dates, people, pins, spaces
from toolkit.planning.remedies import hours as longer
from toolkit.planning.remedies.idea import Idea
from toolkit.planning.remedies.loosening import PINNED, Constraint
from toolkit.planning.shortages.shortage import Means, Shortage, Subject
from toolkit.text import Text


def ideas_for(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """Yield the changes to try for *shortage*."""
    match shortage.subject.means:
        case Means.WINDOWS:
            yield from _for_windows(demand, shortage)
        case Means.TRAINERS:
            yield from _for_trainers(demand, shortage)
        case Means.ROOMS:
            yield from _for_rooms(demand, shortage)
        case Means.MEETING:
            yield from people.another_day(demand, shortage)
            yield from spaces.another_day(demand, shortage)
            yield from _for_trainers(demand, shortage)
            yield from _for_rooms(demand, shortage)
        case Means.INTERNSHIP:
            yield from dates.other_internship(demand)
            yield from dates.later_end(demand)
            yield from _for_trainers(demand, shortage)
            yield from longer.another_window(demand, shortage)
        case Means.PINNED:
            yield from pins.without_one(demand, shortage)
        case Means.TEST:
            yield from longer.other_lengths(demand, shortage)


def ideas_for_clash(demand: Demand, clashing: Sequence[Constraint]) -> Iterator[Idea]:
    """Yield the changes to try where constraints clash, those of the constraints themselves first."""
    trainers = tuple(n for each in clashing for n in each.trainers)
    rooms = tuple(n for each in clashing for n in each.rooms)
    units = tuple(
        n
        for n, unit in enumerate(demand.units)
        if unit.trainers and set(unit.trainers) <= set(trainers)
    )
    subject = Subject(Means.MEETING, units, trainers, rooms)
    hours = sum(demand.units[n].minutes for n in units) / 60
    shortage = Shortage(("week",), hours, hours - 1, Text(it="", en=""), subject)
    if any(each.at == PINNED for each in clashing):
        yield from pins.without_one(demand, shortage)
    yield from people.more_hours(demand, shortage)
    yield from people.another_day(demand, shortage)
    yield from spaces.another_day(demand, shortage)
    yield from _for_windows(demand, shortage)
    yield from dates.other_internship(demand)
    if units:
        yield from people.another_trainer(demand, shortage)
        yield from people.someone_new(demand, shortage)


def _for_windows(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    yield from dates.later_end(demand)
    yield from longer.another_window(demand, shortage)
    yield from longer.a_window_every_day(demand, shortage)
    yield from longer.longer_days_and_weeks(demand)


def _for_trainers(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    yield from people.more_hours(demand, shortage)
    yield from people.another_day(demand, shortage)
    yield from people.longer_contract(demand, shortage)
    yield from people.another_trainer(demand, shortage)
    yield from people.someone_new(demand, shortage)
    yield from dates.later_end(demand)
    yield from dates.other_internship(demand)


def _for_rooms(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    yield from spaces.another_room(demand, shortage)
    yield from spaces.another_day(demand, shortage)
    yield from spaces.new_room(demand, shortage)
    yield from dates.later_end(demand)
