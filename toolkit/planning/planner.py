"""The planner: from a course to its timetable, or to what keeps it from having one."""

from __future__ import annotations

from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.composing import timetable_of
from toolkit.planning.search import attempts, best_draft
from toolkit.planning.shortages import ShortagesError, UnplacedError, left_over, shortages_of


def plan(course: Course, *, seed: int) -> Timetable:
    """Return a timetable of *course* that keeps every constraint: the same for the same *seed*.

    Raises `ShortagesError` when a count shows that none can exist, and `UnplacedError` when
    the search finds none; never returns one with something missing.
    """
    demand = demand_of(course)
    if shortages := shortages_of(demand):
        raise ShortagesError(shortages)
    draft = best_draft(demand, seed=seed)
    if not draft.is_complete:
        raise UnplacedError(attempts=attempts(demand), left=left_over(draft))
    return timetable_of(draft)
