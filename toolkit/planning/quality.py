"""What makes one complete timetable better than another: one small function for each goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from toolkit.planning.draft import Draft


def days_until_the_end(draft: Draft) -> float:
    """A course ends early."""
    return float(last_activity(draft) - draft.demand.course.edition.start.toordinal())


def days_with_lessons(draft: Draft) -> float:
    """Learners come on few days."""
    return float(len({lesson.number for lesson in draft.lessons}))


def hours_missing_from_short_lessons(draft: Draft) -> float:
    """Lessons are not shorter than the shortest block."""
    shortest = draft.demand.limits.min_block
    return sum(max(0, shortest - lesson.minutes) for lesson in draft.lessons) / 60


def trainers_beyond_the_first(draft: Draft) -> float:
    """A unit has one trainer."""
    parts = draft.demand.parts
    pairs = {(parts[lesson.part].unit, lesson.trainer) for lesson in draft.lessons}
    return float(len(pairs) - len({unit for unit, _ in pairs}))


def hours_of_one_unit_beyond_a_block(draft: Draft) -> float:
    """A day is not all of one unit."""
    parts = draft.demand.parts
    minutes: Counter[tuple[int, int]] = Counter()
    for lesson in draft.lessons:
        minutes[lesson.number, parts[lesson.part].unit] += lesson.minutes
    longest = draft.demand.limits.max_block
    return sum(max(0, each - longest) for each in minutes.values()) / 60


def days_a_unit_is_left_open(draft: Draft) -> float:
    """A unit, once begun, is soon finished, so that its test follows what it tests."""
    parts = draft.demand.parts
    days: dict[int, list[int]] = {}
    for lesson in draft.lessons:
        days.setdefault(parts[lesson.part].unit, []).append(lesson.number)
    return float(sum(max(each) - min(each) for each in days.values()))


def hours_short_of_the_share_of_experts(draft: Draft) -> float:
    """Experts give the share of hours that the standard asks of them as trainers."""
    asked = draft.demand.course.standard.trainers
    if asked is None:
        return 0.0
    given = sum(draft.trainer_given[expert] for expert in draft.demand.experts)
    return max(0.0, sum(draft.trainer_given) * asked.min_expert_percent / 100 - given) / 60


GOALS: tuple[tuple[float, Callable[[Draft], float]], ...] = (
    (2.0, days_until_the_end),
    (1.0, days_with_lessons),
    (1.0, hours_missing_from_short_lessons),
    (2.0, trainers_beyond_the_first),
    (1.0, hours_of_one_unit_beyond_a_block),
    (0.1, days_a_unit_is_left_open),
    (0.2, hours_short_of_the_share_of_experts),
)
"""Each goal with its weight."""


def cost(draft: Draft) -> float:
    """Return how far a complete *draft* is from the goals; less is better."""
    return sum(weight * goal(draft) for weight, goal in GOALS)


def last_activity(draft: Draft) -> int:
    """Return the number of the last day of lessons or internship; the first day if none."""
    first = draft.demand.course.edition.start.toordinal()
    lessons = (lesson.number for lesson in draft.lessons)
    internship = (number for number, _ in draft.internship)
    return max((first, *lessons, *internship))
