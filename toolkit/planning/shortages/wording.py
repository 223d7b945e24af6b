"""The turns of phrase that sentences about shortages share."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model.edition import CourseEdition
from toolkit.model.timetable import Mode
from toolkit.planning.demand import Demand
from toolkit.planning.internship import latest_start
from toolkit.planning.shortages.bounds import Bounds
from toolkit.planning.shortages.kind import Kind
from toolkit.text import Text

KINDS = {
    Kind.ANY: Text(it="", en=""),
    Kind.PRESENCE: Text(it=" in presenza", en=" in presence"),
    Kind.DISTANCE: Text(it=" in FAD", en=" at a distance"),
}

MODES = {
    Mode.CLASSROOM: Text(it="in aula", en="in a classroom"),
    Mode.LABORATORY: Text(it="in laboratorio", en="in a laboratory"),
    Mode.SYNCHRONOUS: Text(it="in FAD sincrona", en="of synchronous distance learning"),
    Mode.ASYNCHRONOUS: Text(it="in FAD asincrona", en="of asynchronous distance learning"),
}

_BY = Text(it="entro il {day}", en="by {day}")
_BEFORE_EXAM = Text(it="prima dell'esame del {day}", en="before the exam on {day}")
_IN_HORIZON = Text(
    it="entro il {day}, tre anni dopo l'inizio", en="by {day}, three years after the start"
)
_BEFORE_INTERNSHIP = Text(
    it="prima del {day}, quando comincia il tirocinio",
    en="before {day}, when the internship begins",
)
_BEFORE_LAST_START = Text(
    it="prima del {day}, ultimo giorno utile per cominciare il tirocinio",
    en="before {day}, the last day on which the internship can begin",
)
_FROM = Text(it="dal {day} (dopo {before}), {until}", en="from {day} (after {before}), {until}")

_NAME = Text(it="{last}", en="{last}")
_NAMES = Text(it="{rest} e {last}", en="{rest} and {last}")


def by_the_end(demand: Demand) -> Text:
    """Say by when lessons and internship must have ended."""
    edition = demand.course.edition
    last = demand.days[-1].day if demand.days else edition.end or edition.start
    if is_bound_by_the_exam(edition):
        return _BEFORE_EXAM.filled(day=edition.exam.date)
    return (_BY if edition.end else _IN_HORIZON).filled(day=edition.end or last)


def is_bound_by_the_exam(edition: CourseEdition) -> bool:
    """Return whether the exam, and not the end of the course, is what comes first."""
    exam = edition.exam.date
    return exam is not None and (edition.end is None or exam <= edition.end)


def by_the_deadline(bounds: Bounds, units: Iterable[int]) -> Text:
    """Say by when all of *units* must have ended."""
    demand = bounds.demand
    if all(bounds.end[unit] == len(demand.days) for unit in units):
        return by_the_end(demand)
    internship = demand.course.internship
    if internship and internship.start:
        return _BEFORE_INTERNSHIP.filled(day=internship.start)
    latest = demand.days[latest_start(demand) - demand.days[0].number]
    return _BEFORE_LAST_START.filled(day=latest.day)


def between(bounds: Bounds, unit: int) -> Text:
    """Say from when, because of the units before it, and by when *unit* can be held."""
    demand = bounds.demand
    return _FROM.filled(
        day=demand.days[bounds.first[unit]].day,
        before=names(demand.units[other].code for other in demand.ancestors[unit]),
        until=by_the_deadline(bounds, [unit]),
    )


def names(found: Iterable[str]) -> Text:
    """Join *found* with commas and a last “and”."""
    *rest, last = found
    if not rest:
        return _NAME.filled(last=last)
    return _NAMES.filled(rest=tuple(rest), last=last)
