"""The planner and the exact solver agree on which courses have a timetable, and counts with both.

`PERCORSO_AGREEMENT=3000 pytest tests/planning/test_agreement.py` tries that many courses.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, event, given, settings
from small_courses import small_courses

from toolkit.planning.asking import demand_of
from toolkit.planning.composing import timetable_of
from toolkit.planning.exact import Verdict, decide, draft_of
from toolkit.planning.search import best_draft
from toolkit.planning.shortages import shortages_of

COURSES = int(os.environ.get("PERCORSO_AGREEMENT", "200"))


@given(small_courses())
@settings(
    max_examples=COURSES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_planner_and_exact_solver_agree_on_whether_a_timetable_exists(
    course, small_standard, errors, configuration
):
    hours, standard, edition = configuration
    asked = course(small_standard(*hours, **standard), **edition)
    demand = demand_of(asked)

    answer = decide(demand, effort=5.0)
    shortages = shortages_of(demand)

    if shortages:
        event("a count says no")
        assert answer.verdict is Verdict.IMPOSSIBLE
        return
    event(answer.verdict.value)
    draft = best_draft(demand, seed=0)
    if draft.is_complete:
        assert answer.verdict is Verdict.FOUND
    if answer.lessons:
        timetable = timetable_of(draft_of(demand, answer.lessons, answer.internship).schedule)
        assert errors(asked, timetable) == []
