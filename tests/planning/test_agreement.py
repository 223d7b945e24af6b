"""The planner and the exact solver agree on which courses have a timetable, and counts with both.

`PERCORSO_AGREEMENT=3000 pytest tests/planning/test_agreement.py` tries that many courses.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from small_courses import small_courses

from toolkit.planning import Fixed
from toolkit.planning.asking import demand_of
from toolkit.planning.composing import timetable_of
from toolkit.planning.exact import Verdict, decide, draft_of
from toolkit.planning.foresight import Foresight
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
    draft = best_draft(Foresight(demand), seed=0)
    if draft.is_complete:
        assert answer.verdict is Verdict.FOUND
    if answer.lessons:
        timetable = timetable_of(draft_of(demand, answer.lessons, answer.internship).schedule)
        assert errors(asked, timetable) == []


@given(small_courses(), st.data())
@settings(
    max_examples=COURSES // 8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_what_stands_of_a_timetable_is_never_said_to_leave_no_place(
    course, small_standard, errors, configuration, data
):
    hours, standard, edition = configuration
    asked = course(small_standard(*hours, **standard), **edition)
    draft = best_draft(Foresight(demand_of(asked)), seed=0)
    assume(draft.is_complete)
    whole = timetable_of(draft.schedule)
    kept = data.draw(st.sets(st.sampled_from(range(len(whole.lessons)))))
    demand = demand_of(asked, fixed=Fixed(tuple(whole.lessons[n] for n in sorted(kept))))

    answer = decide(demand, effort=5.0)

    assert not shortages_of(demand)
    assert answer.verdict is not Verdict.IMPOSSIBLE
    if answer.lessons:
        timetable = timetable_of(draft_of(demand, answer.lessons, answer.internship).schedule)
        assert errors(asked, timetable) == []


def test_lessons_before_a_test_that_stands_take_only_what_is_left(course, small_standard, errors):
    pin = {"date": "2027-02-02", "time": "9:00-10:00", "unit": "URA01", "trainer": "B"}
    asked = course(
        small_standard(2.5),
        end="2027-02-02",
        week={"monday": "9:00-11:00", "tuesday": "9:00-11:00"},
        units={"URA01": {"distance_hours": 0, "assessment": {"hours": 1}}},
        planning={"min_block": 1, "max_block": 1.5, "pinned": [{**pin, "room": "Aula 1"}]},
        provider={
            "trainers": [
                {"name": "A", "max_hours": 1, "availability": {"monday": "9:40-11:00"}},
                {
                    "name": "B",
                    "expert": True,
                    "availability": {"monday": "9:00-9:45", "tuesday": "9:00-10:00"},
                },
            ]
        },
    )
    demand = demand_of(asked)

    answer = decide(demand, effort=5.0)

    timetable = timetable_of(draft_of(demand, answer.lessons, answer.internship).schedule)
    assert errors(asked, timetable) == []
