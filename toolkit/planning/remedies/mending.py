"""What would mend each of several shortages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from toolkit.model.course import Course
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.idea import Change, Idea
from toolkit.planning.remedies.thinking import ideas_for
from toolkit.planning.remedies.trial import Attempt, Trial, first_enough
from toolkit.planning.shortages.shortage import Remedy, Shortage, Subject

ENOUGH = 4
"""Remedies named for one shortage."""


def with_remedies(
    course: Course, shortages: Sequence[Shortage], trial: Trial
) -> tuple[Shortage, ...]:
    """Return *shortages* with changes after each of which the course has a timetable.

    Where several things are short, a change to one is tried together with one to each of the
    others.
    """
    demand = trial.ask(course)
    mends = _mends(demand, shortages, trial)
    return tuple(
        replace(each, remedies=_remedies(demand, each, (*mends[:n], *mends[n + 1 :]), trial))
        for n, each in enumerate(shortages)
    )


def _remedies(
    demand: Demand, shortage: Shortage, others: Sequence[Change | None], trial: Trial
) -> tuple[Remedy, ...]:
    mended = demand.course
    for change in others:
        if change is None:
            return ()
        mended = change(mended)
    return tuple(islice(trial.working(mended, ideas_for(demand, shortage)), ENOUGH))


def _mends(demand: Demand, shortages: Sequence[Shortage], trial: Trial) -> list[Change | None]:
    """Return one change for each of *shortages*, found by counting: together they end all.

    Each is chosen on the course as those before it leave it, and brings no new shortage.
    """
    course, expected = demand.course, {each.subject for each in shortages}
    found: list[Change | None] = []
    for shortage in shortages:
        expected.discard(shortage.subject)

        def is_mended(changed: Course, left: frozenset[Subject] = frozenset(expected)) -> bool:
            return {each.subject for each in trial.short_of(changed)} <= left

        change = _first_change(course, ideas_for(demand, shortage), is_mended)
        found.append(change)
        course = change(course) if change else course
    return found


def _first_change(course: Course, ideas: Iterable[Idea], is_enough: Attempt) -> Change | None:
    for idea in ideas:
        if idea.grows:
            position = first_enough(idea.steps, course, is_enough)
            if position is not None:
                return idea.steps[position].change
        for step in () if idea.grows else idea.steps:
            if is_enough(step.change(course)):
                return step.change
    return None
