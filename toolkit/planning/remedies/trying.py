"""Trying changes on a course before they are named: those that do not do are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from toolkit.model.course import Course
from toolkit.planning.asking import demand_of
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.idea import Change, Idea, Step
from toolkit.planning.remedies.thinking import ideas_for
from toolkit.planning.search import best_draft
from toolkit.planning.shortages import shortages_of
from toolkit.planning.shortages.shortage import Remedy, Shortage, Subject
from toolkit.text import Text

MOST_ALTERNATIVES = 3
"""Weekdays, people or rooms named for one remedy."""

ENOUGH = 4
"""Remedies named for one shortage."""

STEPS_TRIED = (0, 1, 2, 3, 5, 8, 13, 21, 34)
"""How far beyond the first step that no count refuses to look for one that does."""

PASSES = 12
"""How many drafts to try of a changed course."""

Attempt = Callable[[Course], bool]


def with_remedies(course: Course, shortages: Sequence[Shortage]) -> tuple[Shortage, ...]:
    """Return *shortages* with changes after each of which the course has a timetable.

    Where several things are short, a change to one is tried together with one to each of the
    others.
    """
    demand = demand_of(course)
    mends = _mends(demand, shortages)
    return tuple(
        replace(each, remedies=tuple(_remedies(demand, each, (*mends[:n], *mends[n + 1 :]))))
        for n, each in enumerate(shortages)
    )


def working(course: Course, ideas: Iterable[Idea]) -> Iterator[Remedy]:
    """Yield, of the changes in *ideas*, those after which the course can be planned."""
    told = set()
    for idea in ideas:
        remedy = _least(course, idea) if idea.grows else _alternatives(course, idea)
        if remedy and remedy.words not in told:
            told.add(remedy.words)
            yield remedy


def _remedies(demand: Demand, shortage: Shortage, others: Sequence[Change | None]) -> list[Remedy]:
    mended = demand.course
    for change in others:
        if change is None:
            return []
        mended = change(mended)
    return list(islice(working(mended, ideas_for(demand, shortage)), ENOUGH))


def _mends(demand: Demand, shortages: Sequence[Shortage]) -> list[Change | None]:
    """Return one change for each of *shortages*, found by counting: together they end all.

    Each is chosen on the course as those before it leave it, and brings no new shortage.
    """
    course, expected = demand.course, {each.subject for each in shortages}
    found: list[Change | None] = []
    for shortage in shortages:
        expected.discard(shortage.subject)

        def is_mended(changed: Course, left: frozenset[Subject] = frozenset(expected)) -> bool:
            return {each.subject for each in _short_of(changed)} <= left

        change = _first_change(course, ideas_for(demand, shortage), is_mended)
        found.append(change)
        course = change(course) if change else course
    return found


def _first_change(course: Course, ideas: Iterable[Idea], is_enough: Attempt) -> Change | None:
    for idea in ideas:
        if idea.grows:
            position = _first(idea.steps, course, is_enough)
            if position is not None:
                return idea.steps[position].change
        for step in () if idea.grows else idea.steps:
            if is_enough(step.change(course)):
                return step.change
    return None


def _alternatives(course: Course, idea: Idea) -> Remedy | None:
    """Return those steps of *idea* that do, if any does."""
    tried = ((step.which, step.change(course)) for step in idea.steps)
    found = list(islice((each for each in tried if _can_be_planned(each[1])), MOST_ALTERNATIVES))
    if not found:
        return None
    which = _one_of([which for which, _ in found])
    return Remedy(idea.words.filled(which=which), tuple(changed for _, changed in found))


def _one_of(found: Sequence[object]) -> Text:
    *rest, last = found
    if not rest:
        return Text(it="{last}", en="{last}").filled(last=last)
    return Text(it="{rest} o {last}", en="{rest} or {last}").filled(rest=tuple(rest), last=last)


def _least(course: Course, idea: Idea) -> Remedy | None:
    """Return the first step of *idea* that does, if one is found.

    Steps before the first that no count refuses cannot do.
    """
    first = _first(idea.steps, course, lambda changed: not _short_of(changed))
    if first is None:
        return None
    failed = first - 1
    for at in (first + ahead for ahead in STEPS_TRIED if first + ahead < len(idea.steps)):
        if _has_draft(idea.steps[at].change(course)):
            sooner = (n for n in range(failed + 1, at) if _has_draft(idea.steps[n].change(course)))
            step = idea.steps[next(sooner, at)]
            return Remedy(idea.words.filled(which=step.which), (step.change(course),))
        failed = at
    return None


def _first(steps: Sequence[Step], course: Course, is_enough: Attempt) -> int | None:
    """Return the first of *steps* that is enough, given that all after it are."""
    if not steps or not is_enough(steps[-1].change(course)):
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        if is_enough(steps[middle].change(course)):
            high = middle
        else:
            low = middle + 1
    return low


def _short_of(course: Course) -> tuple[Shortage, ...]:
    return shortages_of(demand_of(course))


def _has_draft(course: Course) -> bool:
    return best_draft(demand_of(course), seed=0, at_most=PASSES).is_complete


def _can_be_planned(course: Course) -> bool:
    return not _short_of(course) and _has_draft(course)
