"""From a schedule to the timetable: names, times, breaks, topics, tests and the exam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from toolkit.model.course import AnyUnit
from toolkit.model.moments import TimeRange
from toolkit.model.timetable import InternshipDay, Lesson, Timetable
from toolkit.planning.demand import Placed
from toolkit.planning.exam import exam_day
from toolkit.planning.schedule import Schedule
from toolkit.planning.standing import standing_lessons
from toolkit.planning.topics import Content, contents_of


def timetable_of(schedule: Schedule) -> Timetable:
    """Return the timetable that a complete *schedule* makes; what stands stays as it is."""
    course = schedule.demand.course
    standing = standing_lessons(schedule.demand)
    contents = _contents(schedule, standing)
    last = {lessons[-1] for lessons in schedule.by_unit.values()}
    return Timetable(
        course=course.edition.code,
        lessons=tuple(
            _lesson(schedule, placed, standing, contents[placed], is_last=placed in last)
            for placed in schedule.lessons
        ),
        internship=tuple(
            InternshipDay(date.fromordinal(number), minutes / 60)
            for number, minutes in schedule.internship
        ),
        exam=exam_day(course, date.fromordinal(schedule.last_activity)),
    )


def _contents(schedule: Schedule, standing: Mapping[Placed, Lesson]) -> dict[Placed, Content]:
    """Return what each lesson treats."""
    found: dict[Placed, Content] = {}
    for number, lessons in schedule.by_unit.items():
        minutes = [lesson.minutes for lesson in lessons]
        # The test at the end treats nothing new.
        minutes[-1] = max(minutes[-1] - schedule.demand.units[number].test, 0)
        unit = schedule.demand.course.all_units[number]
        spread = contents_of(unit, minutes)
        said = [_said(standing.get(lesson)) for lesson in lessons]
        found.update(zip(lessons, _with_said(unit, spread, said, minutes), strict=True))
    return found


def _said(lesson: Lesson | None) -> Content | None:
    """Return what a lesson that stands says it treats, if it says anything."""
    if lesson is None or not (lesson.covers or lesson.topic):
        return None
    return Content(lesson.covers, lesson.topic)


def _with_said(
    unit: AnyUnit,
    spread: Sequence[Content],
    said: Sequence[Content | None],
    minutes: Sequence[int],
) -> list[Content]:
    """Return *spread*, but for the lessons that say what they treat.

    What only those would have treated goes to the nearest lesson that says nothing. A lesson
    with no *minutes* but those of its test teaches nothing.
    """
    contents = [one or other for one, other in zip(said, spread, strict=True)]
    teaching = [n for n, each in enumerate(minutes) if each > 0]
    open_to_all = [n for n in teaching if said[n] is None]
    treated = {code for n in teaching for code in contents[n].covers}
    order = [item.code for item in unit.items]
    for n, each in enumerate(spread):
        left = [code for code in each.covers if code not in treated]
        if left and open_to_all:
            near = min(open_to_all, key=lambda other: abs(other - n))
            covers = sorted({*contents[near].covers, *left}, key=order.index)
            contents[near] = replace(contents[near], covers=tuple(covers))
    return contents


def _lesson(
    schedule: Schedule,
    placed: Placed,
    standing: Mapping[Placed, Lesson],
    content: Content,
    *,
    is_last: bool,
) -> Lesson:
    demand = schedule.demand
    part = demand.parts[placed.part]
    test = demand.units[part.unit].test if is_last else 0
    if stands := standing.get(placed):
        test = stands.assessment_minutes or min(test, placed.minutes)
        return replace(stands, covers=content.covers, topic=content.topic, assessment_minutes=test)
    end = placed.start + demand.limits.lasting(placed.minutes)
    return Lesson(
        day=date.fromordinal(placed.number),
        times=TimeRange(_moment(placed.start), _moment(end)),
        break_minutes=demand.limits.pause(placed.minutes),
        unit=demand.units[part.unit].code,
        mode=part.mode,
        room=None if placed.room is None else demand.rooms[placed.room].name,
        trainer=demand.trainers[placed.trainer].name,
        covers=content.covers,
        topic=content.topic,
        assessment_minutes=test,
    )


def _moment(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
