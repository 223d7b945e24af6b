"""Small exchanges that make a finished schedule better without moving a lesson."""

from __future__ import annotations

from collections import Counter

from toolkit.planning.demand import Demand, Placed
from toolkit.planning.schedule import Schedule


def with_fewer_trainers(schedule: Schedule) -> Schedule:
    """Give each unit to one trainer where somebody is free for all its lessons.

    Lessons that stand are not given to another.
    """
    demand = schedule.demand
    standing = set(demand.standing)
    given = Counter[int]()
    for lesson in schedule.lessons:
        given[lesson.trainer] += lesson.minutes
    changed: dict[Placed, Placed] = {}
    for lessons in schedule.by_unit.values():
        if len({each.trainer for each in lessons}) > 1 and not standing & set(lessons):
            only = _one_for_all(demand, lessons, given)
            if only is not None:
                for each in lessons:
                    changed[each] = each._replace(trainer=only)
                    given[each.trainer] -= each.minutes
                    given[only] += each.minutes
    if not changed:
        return schedule
    return Schedule(
        demand, tuple(changed.get(each, each) for each in schedule.lessons), schedule.internship
    )


def _one_for_all(demand: Demand, lessons: list[Placed], given: Counter[int]) -> int | None:
    """Return the trainer free for all *lessons*, the one who has most of them first."""
    own = Counter[int]()
    for each in lessons:
        own[each.trainer] += each.minutes
    minutes = sum(own.values())
    able = set(demand.parts[lessons[0].part].trainers)
    for each in lessons:
        able &= set(demand.parts[each.part].trainers)
    for trainer in sorted(able, key=lambda one: (-own[one], one)):
        most = demand.trainers[trainer].max_minutes
        if most is not None and given[trainer] - own[trainer] + minutes > most:
            continue
        if all(each.trainer == trainer or _is_free(demand, each, trainer) for each in lessons):
            return trainer
    return None


def _is_free(demand: Demand, lesson: Placed, trainer: int) -> bool:
    is_distance = demand.parts[lesson.part].is_distance
    end = lesson.start + demand.limits.lasting(lesson.minutes)
    free = demand.trainers[trainer].free(lesson.number, is_distance)
    return any(start <= lesson.start and end <= until for start, until in free)
