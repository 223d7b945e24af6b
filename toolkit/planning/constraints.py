"""What every lesson of a timetable must keep: one small function for each constraint.

Each answers for a draft that has kept them all so far. That lessons do not overlap, and so
that no trainer or room is double-booked, holds by construction: a draft grows forwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.planning.allotment import shortfall
from toolkit.planning.days import QUARTER, PlanningDay, Slot
from toolkit.planning.demand import Demand, UnitDemand
from toolkit.planning.draft import Draft
from toolkit.planning.internship import full_day, full_week
from toolkit.planning.supply import Stretches


def nothing_is_left(draft: Draft) -> bool:
    """Each unit has its hours in each mode, and the internship has its own."""
    return draft.is_complete


def mode_belongs_in_the_window(slot: Slot, *, is_distance: bool) -> bool:
    """Presence lessons keep out of distance windows; distance lessons keep to them, if any."""
    return slot.admits(is_distance)


def prerequisites_are_complete(draft: Draft, unit: UnitDemand, moment: int) -> bool:
    """Every lesson of the units before this one has ended, those that stand included."""
    if unit.not_before > moment:
        return False
    return not any(draft.unit_left[other] for other in unit.before)


def unit_is_in_time(day: PlanningDay, deadline: int) -> bool:
    """A unit that the internship practises ends before the internship must begin."""
    return day.number <= deadline


def minutes_before_what_stands(unit: UnitDemand, moment: int) -> int:
    """A unit is over when a lesson that stands, of a unit that waits for it, begins."""
    return unit.deadline - moment


def minutes_left_today(draft: Draft, day: PlanningDay) -> int:
    """Lessons, with the internship on the days they share, keep to the hours of a day."""
    return draft.demand.limits.per_day - draft.today - draft.internship_by_day.get(day.number, 0)


def minutes_left_this_week(draft: Draft, day: PlanningDay) -> int:
    """Lessons, with the internship in the weeks they share, keep to the hours of a week."""
    return (
        draft.demand.limits.per_week
        - draft.lessons_by_week.get(day.week, 0)
        - draft.internship_by_week.get(day.week, 0)
    )


def longest_lesson(demand: Demand, free: int) -> int:
    """A lesson fits where it stands, break included, and is no longer than the longest block."""
    return min(demand.limits.fitting(free), demand.limits.max_block)


def trainers_are_free(demand: Demand, day: PlanningDay, *, is_distance: bool) -> list[Stretches]:
    """A trainer teaches within availability and contract, and not when absent."""
    return [
        trainer.free(day.number, is_distance) if number in demand.wanted else ()
        for number, trainer in enumerate(demand.trainers)
    ]


def rooms_are_free(demand: Demand, day: PlanningDay) -> list[Stretches]:
    """A room is used when it is free and not closed."""
    return [room.free(day.number, is_distance=False) for room in demand.rooms]


def time_for_the_test(draft: Draft, part: int, moment: int) -> tuple[int, int]:
    """The unit ends with a lesson as long as its test, in a mode fit for the test.

    Returns how long a lesson of *part* may be that leaves time for another to end the unit,
    and how long the one that ends it is; 0 where there is none. A unit whose last lesson is
    there already ends with that one.
    """
    number = draft.demand.parts[part].unit
    unit = draft.demand.units[number]
    left, whole = draft.left[part], draft.unit_left[number]
    if unit.last_fixed > moment or number in draft.ending_later:
        return left, whole
    needed = max(unit.test, QUARTER)
    closes = part in unit.closing
    ends = whole if closes and unit.test <= whole <= left else 0
    if any(draft.left[other] >= needed for other in unit.closing if other != part):
        return left, ends
    return max(left - needed, 0) if closes else 0, ends


def trainers_keep_enough_hours(
    draft: Draft, part: int, trainer: int, minutes: int, time_left: Sequence[int]
) -> bool:
    """What is left can still be shared out among the trainers within their hours.

    *time_left* are the minutes for which each is free after the lesson.
    """
    demand = draft.demand
    needs = list(draft.left)
    needs[part] -= minutes
    hours_left = list(draft.trainer_left)
    hours_left[trainer] -= minutes
    capacity = [min(pair) for pair in zip(hours_left, time_left, strict=True)]
    return not shortfall(needs, [each.trainers for each in demand.parts], capacity).missing


def internship_minutes(draft: Draft, day: PlanningDay) -> int:
    """The internship keeps to the hours of its own day and week."""
    week = full_week(draft.demand) - draft.internship_by_week.get(day.week, 0)
    return min(draft.internship_left, full_day(draft.demand), week)


def internship_keeps_the_day_and_week(draft: Draft, day: PlanningDay, minutes: int) -> bool:
    """On days and in weeks shared with lessons the internship keeps to the same hours.

    A day or week without lessons is bound by the internship's own hours only.
    """
    limits = draft.demand.limits
    week = draft.lessons_by_week.get(day.week, 0)
    inside_day = not draft.today or draft.today + minutes <= limits.per_day
    inside_week = (
        not week or week + draft.internship_by_week.get(day.week, 0) + minutes <= limits.per_week
    )
    return inside_day and inside_week
