"""The planner: from a course to its timetable, or to what keeps it from having one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.demand import Demand
from toolkit.planning.draft import Draft
from toolkit.planning.exact import Verdict, decide, draft_of
from toolkit.planning.experts import with_enough_experts
from toolkit.planning.fixed import NOTHING, Fixed
from toolkit.planning.foresight import Foresight
from toolkit.planning.goals import Score, scores
from toolkit.planning.portfolio import Going, Laid, a_few_rounds, improved, laid_out
from toolkit.planning.schedule import schedule_of
from toolkit.planning.search import attempts, best_draft
from toolkit.planning.shortages import (
    ImpossibleError,
    ShortagesError,
    UnplacedError,
    left_over,
    shortages_of,
)
from toolkit.planning.taken import NOTHING_TAKEN, Taken, taken_by, together
from toolkit.text import Text

EFFORT = 15.0
"""How long the exact model may think about a course that neither counts nor drafts settle."""

_IMPOSSIBLE = Text(
    it="Nessun calendario è possibile: contate una per una le ore bastano, ma insieme i vincoli "
    "non lasciano posto per tutte. Al tentativo migliore mancano: {left}.",
    en="No timetable is possible: counted one by one the hours suffice, but together the "
    "constraints leave no place for all of them. The best attempt lacks: {left}.",
)


def plan(
    course: Course, *, seed: int, fixed: Fixed = NOTHING, taken: Taken = NOTHING_TAKEN
) -> Timetable:
    """Return a timetable of *course* that keeps every constraint: the same for the same *seed*.

    What is *fixed* stays where it is; what other courses have *taken* is left to them.
    Raises `ShortagesError` when a count shows that none can exist, `ImpossibleError` when the
    exact model proves it, and `UnplacedError` when neither says and the search finds none;
    never returns one with something missing.
    """
    return plan_well(course, seed=seed, fixed=fixed, taken=taken).timetables[0]


def plan_well(
    course: Course,
    *,
    seed: int,
    fixed: Fixed = NOTHING,
    taken: Taken = NOTHING_TAKEN,
    going: Going = a_few_rounds,
) -> Laid:
    """Return what `plan` does, improved as long as *going* says, and how good it is."""
    demand = demand_of(course, fixed=fixed, taken=taken)
    refuse_shortages(demand)
    foresight = Foresight(demand)
    draft = best_draft(foresight, seed=seed)
    if not draft.is_complete:
        draft = _decided(draft)
    laid = improved(draft.schedule, foresight, taken=taken, seed=seed, going=going)
    only = with_enough_experts(laid.timetables[0], course, fixed=fixed, taken=taken)
    return replace(laid, timetables=(only,))


def plan_together(
    courses: Sequence[Course],
    *,
    seed: int,
    taken: Taken = NOTHING_TAKEN,
    going: Going = a_few_rounds,
    with_helper: bool = False,
) -> Laid:
    """Return timetables of all *courses*, without a clash over the trainers and rooms they share.

    They are improved as long as *going* says, *with_helper* by another process too. That each
    alone has what it needs is for `refuse_shortages` to say before. Raises `NoPlaceError` when
    one finds no place beside the others.
    """
    demands = [demand_of(course, taken=taken) for course in courses]
    laid = laid_out(demands, taken=taken, seed=seed, going=going, with_helper=with_helper)
    timetables = list(laid.timetables)
    for n, course in enumerate(courses):
        others = [pair for m, pair in enumerate(zip(courses, timetables, strict=True)) if m != n]
        busy = together(taken, taken_by(others))
        timetables[n] = with_enough_experts(timetables[n], course, fixed=NOTHING, taken=busy)
    return replace(laid, timetables=tuple(timetables))


def refuse_shortages(demand: Demand) -> None:
    """Raise `ShortagesError` when a count shows that *demand* has no timetable."""
    if shortages := shortages_of(demand):
        raise ShortagesError(shortages)


def scores_of(course: Course, timetable: Timetable) -> tuple[Score, ...]:
    """Return how far *timetable*, whoever made it, is from each goal of its course, and why."""
    return scores(schedule_of(demand_of(course), timetable))


def _decided(draft: Draft) -> Draft:
    """Return the draft that the exact model finds where drafting left something over."""
    demand = draft.demand
    answer = decide(demand, effort=EFFORT)
    if answer.verdict.has_solution:
        return draft_of(demand, answer.lessons, answer.internship)
    left = left_over(draft)
    if answer.verdict is Verdict.IMPOSSIBLE:
        raise ImpossibleError(why=_IMPOSSIBLE.filled(left=left))
    raise UnplacedError(attempts=attempts(demand), left=left)
