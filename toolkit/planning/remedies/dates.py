"""Later days: the end of the course, its exam, the internship."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from toolkit.model.course import Course, PlannedInternship
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.edits import ending, examined_on, with_internship
from toolkit.planning.remedies.idea import Idea, Step, one
from toolkit.planning.shortages.wording import is_bound_by_the_exam
from toolkit.text import Text

LONGEST_DELAY = 400
"""Days: a course that needs more than a year more has other troubles."""

FULL_DAY = 8.0
FULL_WEEK = 40
HALF = 0.5

_LATER_END = Text(it="sposta la fine al {which}", en="move the end to {which}")
_LATER_EXAM = Text(it="sposta l'esame al {which}", en="move the exam to {which}")
_OTHER_START = Text(
    it="fai cominciare il tirocinio il {which}", en="let the internship begin on {which}"
)
_LONGER_DAYS = Text(
    it="porta il tirocinio a {which} ore al giorno", en="make the internship {which} hours a day"
)
_LONGER_WEEKS = Text(
    it="porta il tirocinio a {which} ore alla settimana",
    en="make the internship {which} hours a week",
)
_SATURDAYS = Text(it="fai il tirocinio anche di sabato", en="hold the internship on Saturdays too")
_SATURDAY = 5


def later_end(demand: Demand) -> Iterator[Idea]:
    """The course ends later, or its exam is later where that is what comes first."""
    edition = demand.course.edition
    if is_bound_by_the_exam(edition):
        assert edition.exam.date is not None
        days = _days_after(edition.exam.date)
        yield Idea(_LATER_EXAM, _on(days, examined_on), grows=True)
    elif edition.end:
        days = _days_after(max(edition.end, edition.start - timedelta(days=1)))
        exam = edition.exam.date
        if before_exam := [day for day in days if exam is None or day < exam]:
            yield Idea(_LATER_END, _on(before_exam, ending), grows=True)


def other_internship(demand: Demand) -> Iterator[Idea]:
    """The internship begins on another day, or has more hours a day or a week, or more days."""
    internship = demand.course.internship
    if internship is None:
        return
    if internship.start:
        later = [day for day in _days_after(internship.start) if _hosts(internship, day)]
        earlier = [day for day in _days_before(internship.start) if _hosts(internship, day)]
        for days in (later, earlier):
            steps = tuple(Step(day, partial(with_internship, start=day)) for day in days)
            yield Idea(_OTHER_START, steps, grows=True)
    if steps := tuple(_hours_a_day(internship)):
        yield Idea(_LONGER_DAYS, steps, grows=True)
    if steps := tuple(_hours_a_week(internship)):
        yield Idea(_LONGER_WEEKS, steps, grows=True)
    if _SATURDAY not in internship.weekdays:
        weekdays = (*internship.weekdays, _SATURDAY)
        yield one(_SATURDAYS, partial(with_internship, weekdays=weekdays))


def _on(days: Iterable[date], moved: Callable[..., Course]) -> tuple[Step, ...]:
    return tuple(Step(day, partial(moved, day=day)) for day in days)


def _days_after(day: date) -> list[date]:
    count = min(LONGEST_DELAY, (date.max - day).days)
    return [day + timedelta(days=n) for n in range(1, count)]


def _days_before(day: date) -> list[date]:
    return [day - timedelta(days=n) for n in range(1, LONGEST_DELAY)]


def _hosts(internship: PlannedInternship, day: date) -> bool:
    return day.weekday() in internship.weekdays


def _hours_a_day(internship: PlannedInternship) -> Iterator[Step]:
    hours = internship.hours_per_day + HALF
    while hours <= FULL_DAY:
        yield Step(hours, partial(with_internship, hours_per_day=hours))
        hours += HALF


def _hours_a_week(internship: PlannedInternship) -> Iterator[Step]:
    if internship.hours_per_week is not None:
        for hours in range(int(internship.hours_per_week) + 1, FULL_WEEK + 1):
            yield Step(hours, partial(with_internship, hours_per_week=hours))
