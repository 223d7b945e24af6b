"""The planner: from a course to its timetable, or to what keeps it from having one."""

from __future__ import annotations

from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.composing import timetable_of
from toolkit.planning.demand import Demand
from toolkit.planning.draft import Draft
from toolkit.planning.exact import Verdict, decide, draft_of
from toolkit.planning.fixed import NOTHING, Fixed
from toolkit.planning.goals import Score, scores
from toolkit.planning.schedule import Schedule, schedule_of
from toolkit.planning.search import attempts, best_draft
from toolkit.planning.shortages import (
    ImpossibleError,
    ShortagesError,
    UnplacedError,
    left_over,
    shortages_of,
)
from toolkit.planning.taken import NOTHING_TAKEN, Taken
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
    return timetable_of(schedule_for(demand_of(course, fixed=fixed, taken=taken), seed=seed))


def schedule_for(demand: Demand, *, seed: int) -> Schedule:
    """Return the schedule that `plan` makes a timetable of."""
    if shortages := shortages_of(demand):
        raise ShortagesError(shortages)
    draft = best_draft(demand, seed=seed)
    return (draft if draft.is_complete else _decided(draft)).schedule


def scores_of(course: Course, timetable: Timetable) -> tuple[Score, ...]:
    """Return how far *timetable*, whoever made it, is from each goal of its course, and why."""
    return scores(schedule_of(demand_of(course), timetable))


def _decided(draft: Draft) -> Draft:
    """Return the draft that the exact model finds where drafting left something over."""
    demand = draft.demand
    answer = decide(demand, effort=EFFORT)
    if answer.verdict.has_solution and not _knows_less(demand):
        return draft_of(demand, answer.lessons, answer.internship)
    left = left_over(draft)
    if answer.verdict is Verdict.IMPOSSIBLE:
        raise ImpossibleError(why=_IMPOSSIBLE.filled(left=left))
    raise UnplacedError(attempts=attempts(demand), left=left)


def _knows_less(demand: Demand) -> bool:
    """Return whether the exact model forgets something of *demand*: its proofs then still hold.

    It knows neither what stands already nor the weekly hours of an internship.
    """
    internship = demand.course.internship
    has_weeks = internship is not None and internship.hours_per_week is not None
    return has_weeks or bool(demand.fixed.lessons or demand.fixed.internship)
