"""Which lesson is which when a timetable changes, so that calendars move and do not double.

A lesson is known by its unit and its id. The planner numbers the lessons of a unit; a lesson
that a person adds by hand is known by its first day and time until it has an id of its own.
No id is given again to another lesson.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from toolkit.model.timetable import Lesson, Timetable
from toolkit.model.variation import Variation

Name = tuple[str, str | None]
"""A unit and an id."""


def identified(timetable: Timetable) -> Timetable:
    """Return *timetable* with an id for each lesson, none of them twice in a unit.

    In a timetable without any id lessons are counted within their unit, in order of time.
    """
    lessons = timetable.lessons
    if _is_identified(timetable):
        return timetable
    if not any(each.id for each in lessons):
        return replace(timetable, lessons=_counted(lessons))
    taken = {_name(each) for each in timetable.cancelled}
    found = []
    for each in lessons:
        known = each if each.id and _name(each) not in taken else _by_time(each, taken)
        taken.add(_name(known))
        found.append(known)
    return replace(timetable, lessons=tuple(found))


def _is_identified(timetable: Timetable) -> bool:
    lessons = (*timetable.lessons, *timetable.cancelled)
    names = {_name(each) for each in lessons}
    return len(names) == len(lessons) and all(each.id for each in timetable.lessons)


def succeeding(
    before: Timetable, after: Timetable, variations: tuple[Variation, ...] = ()
) -> Timetable:
    """Return *after* as the next revision of *before*, made for these *variations*.

    A lesson that stands where one of its unit stood is that one; of the others, the first of
    a unit is the first that moved, and so on. What is left over of *before* is cancelled, what
    is new has an id of its own. Lessons of *after* that have an id keep it.
    """
    before = identified(before)
    named = {_name(each) for each in after.lessons if each.id}
    free = [each for each in before.lessons if _name(each) not in named]
    lessons = _matched_in_order(_matched_in_place(after.lessons, free), free)
    taken = {_name(each) for each in (*lessons, *before.lessons, *before.cancelled)}
    return replace(
        after,
        lessons=tuple(each if each.id else _numbered(each, taken) for each in lessons),
        revision=before.revision + 1,
        cancelled=(*before.cancelled, *free),
        variations=(*before.variations, *variations),
    )


def _matched_in_place(lessons: Iterable[Lesson], free: list[Lesson]) -> list[Lesson]:
    """Give each lesson without an id that of the one of its unit that began then; use it up."""
    places = {(each.unit, each.day, each.start): each for each in free}
    found = []
    for lesson in lessons:
        same = None if lesson.id else places.pop((lesson.unit, lesson.day, lesson.start), None)
        if same:
            free.remove(same)
        found.append(replace(lesson, id=same.id) if same else lesson)
    return found


def _matched_in_order(lessons: Iterable[Lesson], free: list[Lesson]) -> list[Lesson]:
    """Give each lesson left without an id that of the first left of its unit; use it up."""
    found = []
    for lesson in lessons:
        left = (each for each in free if each.unit == lesson.unit)
        same = None if lesson.id else next(left, None)
        if same:
            free.remove(same)
        found.append(replace(lesson, id=same.id) if same else lesson)
    return found


def _name(lesson: Lesson) -> Name:
    return lesson.unit, lesson.id


def _counted(lessons: tuple[Lesson, ...]) -> tuple[Lesson, ...]:
    seen: dict[str, int] = defaultdict(int)
    ids: dict[int, str] = {}
    for n in sorted(range(len(lessons)), key=lambda n: (lessons[n].day, lessons[n].times)):
        seen[lessons[n].unit] += 1
        ids[n] = str(seen[lessons[n].unit])
    return tuple(replace(each, id=ids[n]) for n, each in enumerate(lessons))


def _numbered(lesson: Lesson, taken: set[Name]) -> Lesson:
    """Return *lesson* with the number after the highest that its unit ever had."""
    numbers = [int(id_) for unit, id_ in taken if unit == lesson.unit and id_ and id_.isdigit()]
    return _taking(replace(lesson, id=str(max(numbers, default=0) + 1)), taken)


def _by_time(lesson: Lesson, taken: set[Name]) -> Lesson:
    """Return *lesson* known by its day and time, with letters after it where that is taken."""
    known = replace(lesson, id=f"{lesson.day:%Y%m%d}-{lesson.start:%H%M}")
    while _name(known) in taken:
        known = replace(known, id=f"{known.id}b")
    return known


def _taking(lesson: Lesson, taken: set[Name]) -> Lesson:
    taken.add(_name(lesson))
    return lesson
