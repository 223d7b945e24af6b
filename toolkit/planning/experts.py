"""The share of experts among those who teach, kept by handing a unit over to one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from toolkit.model.course import Course
from toolkit.model.moments import TimeRange, minutes_of
from toolkit.model.timetable import Lesson, Mode, Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.fixed import Fixed, minutes, with_pinned
from toolkit.planning.supply import Supply
from toolkit.planning.taken import Taken

_AT_DISTANCE = {Mode.SYNCHRONOUS, Mode.ASYNCHRONOUS}


def with_enough_experts(
    timetable: Timetable, course: Course, *, fixed: Fixed, taken: Taken
) -> Timetable:
    """Return *timetable* with lessons handed to experts until their share is what it must be.

    Each time an expert who teaches nothing yet gets the lessons of one unit that they can
    give, of the unit with the most of them; no other expert is left without any. Where nobody
    can take any it stays as it is, and the rule says what is missing.
    """
    standing = {(each.day, each.times) for each in with_pinned(fixed, course).lessons}
    while _is_short(timetable, course):
        offers = sorted(_offers(timetable, course, standing, taken), key=len, reverse=True)
        after = (_handed_over(timetable, each) for each in offers)
        teaching = _experts(timetable, course)
        better = next((each for each in after if _experts(each, course) > teaching), None)
        if better is None:
            break
        timetable = better
    return timetable


def _handed_over(timetable: Timetable, lessons: Sequence[Lesson]) -> Timetable:
    new = {(each.day, each.times): each for each in lessons}
    given = (new.get((each.day, each.times), each) for each in timetable.lessons)
    return replace(timetable, lessons=tuple(given))


def _experts(timetable: Timetable, course: Course) -> int:
    """Return how many of those who teach are experts."""
    teaching = {each.trainer for each in timetable.lessons}
    return sum(each.expert and each.name in teaching for each in course.provider.trainers)


def _is_short(timetable: Timetable, course: Course) -> bool:
    required = course.standard.trainers
    teaching = {each.trainer for each in timetable.lessons}
    experts = _experts(timetable, course)
    return required is not None and experts * 100 < required.min_expert_percent * len(teaching)


def _offers(
    timetable: Timetable, course: Course, standing: set[tuple[date, TimeRange]], taken: Taken
) -> Iterator[tuple[Lesson, ...]]:
    """Yield, for each idle expert and unit, the lessons of it that they could give."""
    teaching = {each.trainer for each in timetable.lessons}
    supplies = {each.name: each for each in demand_of(course, taken=taken).trainers}
    for trainer in course.provider.trainers:
        if not trainer.expert or trainer.name in teaching:
            continue
        for unit in course.all_units:
            if trainer in unit.plan.trainers:
                lessons = [
                    each
                    for each in timetable.lessons
                    if each.unit == unit.code and (each.day, each.times) not in standing
                ]
                yield tuple(_given(lessons, supplies[trainer.name]))


def _given(lessons: list[Lesson], supply: Supply) -> Iterator[Lesson]:
    left = supply.max_minutes
    for lesson in lessons:
        begin, end = minutes_of(lesson.start), minutes_of(lesson.end)
        free = supply.free(lesson.day.toordinal(), lesson.mode in _AT_DISTANCE)
        if any(first <= begin and end <= last for first, last in free):
            if left is not None:
                left -= minutes(lesson)
                if left < 0:
                    return
            yield replace(lesson, trainer=supply.name)
