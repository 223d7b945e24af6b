"""What no timetable can cost less than, counted by hand, and never above what one does cost."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from small_courses import small_courses

from toolkit.errors import NoTimetableError
from toolkit.planning import demand_of, plan_well
from toolkit.planning.leastcost import least_cost

ONLY = dict.fromkeys(
    (
        "early_end",
        "few_days",
        "even_weeks",
        "whole_blocks",
        "whole_hours",
        "varied_days",
        "few_trainers_a_day",
        "one_trainer_a_unit",
        "in_the_laboratory",
        "theory_first",
        "distance_evenings",
        "taught_before_test",
        "unit_soon_finished",
        "expert_hours",
    ),
    0,
)


def least(course, standard, *, goals, **asked):
    planning = {"min_block": 2, "max_block": 4, "goals": {**ONLY, **goals}}
    return least_cost(demand_of(course(standard, planning=planning, **asked)))


def test_units_of_five_hours_leave_short_lessons_or_a_day_more(course, small_standard):
    # Four units of five hours in five mornings of four: 4 + 1 or 3 + 2, and a one pairs with a three.
    goals = {"few_days": 1, "whole_blocks": 0.5}

    assert least(course, small_standard(5, 5, 5, 5), goals=goals) == 5 + 4 * 0.25


def test_units_of_four_hours_leave_none(course, small_standard):
    goals = {"few_days": 1, "whole_blocks": 0.5}

    assert least(course, small_standard(4, 4, 4), goals=goals) == 3


def test_a_trainer_who_comes_once_a_week_makes_a_unit_long(course, small_standard):
    monday = {"trainers": [{"name": "R. Bianchi", "availability": {"monday": "8:00-20:00"}}]}

    found = least(course, small_standard(12), provider=monday, goals={"unit_soon_finished": 1})

    assert found == 14


def test_two_trainers_are_better_than_a_long_unit(course, small_standard):
    both = {
        "trainers": [
            {"name": "R. Bianchi", "availability": {"monday": "8:00-20:00"}},
            {"name": "L. Verdi", "availability": {"tuesday": "8:00-20:00"}},
        ]
    }
    goals = {"unit_soon_finished": 1, "one_trainer_a_unit": 3}

    # Monday, Tuesday and the Monday after: a second trainer and seven days; alone it takes fourteen.
    assert least(course, small_standard(12), provider=both, goals=goals) == 3 + 7


def test_a_unit_with_a_test_ends_in_presence_after_its_distance_hours(course, small_standard):
    week = {"monday": "18:00-22:00", "tuesday": "18:00-22:00 distance"}
    units = {"URA01": {"distance_hours": 8, "assessment": {"hours": 1}}}

    found = least(course, small_standard(12), week=week, units=units, goals={"early_end": 1})

    # Distance on two Tuesdays, the second on the 9th; the Monday after is the 15th.
    assert found == 14


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(asked=small_courses())
def test_no_timetable_costs_less(asked, course, small_standard, errors):
    hours, standard, edition = asked
    found = course(small_standard(*hours, **standard), **edition)
    try:
        laid = plan_well(found, seed=0, going=lambda progress: progress.rounds < 60)
    except NoTimetableError:
        return

    assert laid.progress.least <= laid.progress.cost + 1e-9
    assert errors(found, laid.timetables[0]) == []
