"""A course with one thing changed: what a person could change in its configuration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from toolkit.model.course import AnyUnit, Course, CourseUnit, ExtraUnit, UnitPlan
from toolkit.model.provider import Room, Trainer
from toolkit.model.week import Week, Window

Named = TypeVar("Named", Trainer, Room)

WEEKDAY_KEYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def ending(course: Course, day: date) -> Course:
    """Return *course* with another last day."""
    return _edited(course, end=day)


def examined_on(course: Course, day: date) -> Course:
    """Return *course* with its exam on another day, and an end no earlier, if it has one."""
    end = course.edition.end
    course = ending(course, max(end, day)) if end else course
    return _edited(course, exam=course.edition.exam.model_copy(update={"date": day}))


def limited_to(course: Course, *, limit: str, to: object) -> Course:
    """Return *course* with something else for one *limit* of its planning."""
    return _edited(course, planning=course.edition.planning.model_copy(update={limit: to}))


def with_windows(course: Course, weekdays: Iterable[int], window: Window) -> Course:
    """Return *course* with one more window on each of *weekdays*."""
    week = course.edition.week
    for weekday in weekdays:
        week = _wider(week, weekday, (window,))
    return with_week(course, week)


def with_week(course: Course, week: Week) -> Course:
    """Return *course* with another week."""
    return _edited(course, week=week)


def with_trainer(course: Course, number: int, **changes: Any) -> Course:
    """Return *course* with something else true of its trainer *number*, wherever named."""
    before = course.provider.trainers[number]
    after = before.model_copy(update=changes)
    course = _provided(course, trainers=_swapped(course.provider.trainers, before, after))
    return _with_plans(
        course,
        [unit.code for unit in course.all_units],
        lambda plan: replace(plan, trainers=_swapped(plan.trainers, before, after)),
    )


def with_trainer_there(course: Course, number: int, weekday: int) -> Course:
    """Return *course* with its trainer *number* there for all its windows of a weekday."""
    week = course.provider.trainers[number].availability or Week()
    return with_trainer(course, number, availability=_open_on(course, week, weekday))


def taught_also_by(course: Course, units: Iterable[str], trainer: Trainer) -> Course:
    """Return *course* with one more trainer for *units*, new to the provider or not."""
    if trainer.name not in {each.name for each in course.provider.trainers}:
        course = _provided(course, trainers=(*course.provider.trainers, trainer))
    return _with_plans(
        course, units, lambda plan: replace(plan, trainers=(*plan.trainers, trainer))
    )


def with_room(course: Course, number: int, **changes: Any) -> Course:
    """Return *course* with something else true of its room *number*, wherever named."""
    before = course.venue.rooms[number]
    after = before.model_copy(update=changes)
    venue = replace(course.venue, rooms=_swapped(course.venue.rooms, before, after))
    return _with_plans(
        replace(course, venue=venue),
        [unit.code for unit in course.all_units],
        lambda plan: replace(plan, rooms=_swapped(plan.rooms, before, after)),
    )


def with_room_free(course: Course, number: int, weekday: int) -> Course:
    """Return *course* with its room *number* free for all its windows of a weekday."""
    week = course.venue.rooms[number].availability or Week()
    return with_room(course, number, availability=_open_on(course, week, weekday))


def held_also_in(course: Course, units: Iterable[str], room: Room) -> Course:
    """Return *course* with one more room for *units*, new to the venue or not."""
    if room.name not in {each.name for each in course.venue.rooms}:
        venue = replace(course.venue, rooms=(*course.venue.rooms, room))
        course = replace(course, venue=venue)
    return _with_plans(course, units, lambda plan: replace(plan, rooms=(*plan.rooms, room)))


def with_internship(course: Course, **changes: Any) -> Course:
    """Return *course* with something else true of its internship."""
    assert course.internship is not None
    return replace(course, internship=replace(course.internship, **changes))


def tested_for(course: Course, unit: str, hours: float) -> Course:
    """Return *course* with a test of so many *hours* at the end of *unit*."""
    return _with_plans(
        course,
        (unit,),
        lambda plan: replace(plan, assessment=replace(plan.assessment, hours=hours)),
    )


def is_there_for_all(course: Course, week: Week, weekday: int) -> bool:
    """Return whether *week* has, on a weekday, all the windows of *course*."""
    return all(
        any(each.times.contains(window.times) for each in week.days[weekday])
        for window in course.edition.week.days[weekday]
    )


def _swapped(all_of_them: tuple[Named, ...], before: Named, after: Named) -> tuple[Named, ...]:
    return tuple(after if each == before else each for each in all_of_them)


def _edited(course: Course, **update: Any) -> Course:
    return replace(course, edition=course.edition.model_copy(update=update))


def _provided(course: Course, **update: Any) -> Course:
    return replace(course, provider=course.provider.model_copy(update=update))


def _with_plans(
    course: Course, units: Iterable[str], change: Callable[[UnitPlan], UnitPlan]
) -> Course:
    codes = set(units)

    def changed(unit: AnyUnit) -> AnyUnit:
        return replace(unit, plan=change(unit.plan)) if unit.code in codes else unit

    return replace(
        course,
        units=tuple(each for each in map(changed, course.units) if isinstance(each, CourseUnit)),
        additional_units=tuple(
            each for each in map(changed, course.additional_units) if isinstance(each, ExtraUnit)
        ),
    )


def _open_on(course: Course, week: Week, weekday: int) -> Week:
    """Return *week* open, on a weekday, whenever the course has windows."""
    cleared = week.model_copy(update={WEEKDAY_KEYS[weekday]: ()})
    return _wider(cleared, weekday, course.edition.week.days[weekday])


def _wider(week: Week, weekday: int, windows: tuple[Window, ...]) -> Week:
    found = tuple(sorted((*week.days[weekday], *windows)))
    return week.model_copy(update={WEEKDAY_KEYS[weekday]: found})
