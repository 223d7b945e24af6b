"""The planner: from a course to its timetable, or to what keeps it from having one."""

from __future__ import annotations

from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.composing import timetable_of
from toolkit.planning.draft import Draft
from toolkit.planning.exact import Verdict, decide, draft_of
from toolkit.planning.search import attempts, best_draft
from toolkit.planning.shortages import (
    ImpossibleError,
    ShortagesError,
    UnplacedError,
    left_over,
    shortages_of,
)
from toolkit.text import Text

EFFORT = 15.0
"""How long the exact model may think about a course that neither counts nor drafts settle."""

_IMPOSSIBLE = Text(
    it="Nessun calendario è possibile: contate una per una le ore bastano, ma insieme i vincoli "
    "non lasciano posto per tutte. Al tentativo migliore mancano: {left}.",
    en="No timetable is possible: counted one by one the hours suffice, but together the "
    "constraints leave no place for all of them. The best attempt lacks: {left}.",
)


def plan(course: Course, *, seed: int) -> Timetable:
    """Return a timetable of *course* that keeps every constraint: the same for the same *seed*.

    Raises `ShortagesError` when a count shows that none can exist, `ImpossibleError` when the
    exact model proves it, and `UnplacedError` when neither says and the search finds none;
    never returns one with something missing.
    """
    demand = demand_of(course)
    if shortages := shortages_of(demand):
        raise ShortagesError(shortages)
    draft = best_draft(demand, seed=seed)
    return timetable_of(draft if draft.is_complete else _decided(draft))


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
