"""From a complete draft to the timetable: names, times, breaks, topics, tests and the exam."""

from __future__ import annotations

from datetime import date, time

from toolkit.model.moments import TimeRange
from toolkit.model.timetable import InternshipDay, Lesson, Timetable
from toolkit.planning.draft import Draft, Placed
from toolkit.planning.exam import exam_day
from toolkit.planning.quality import last_activity
from toolkit.planning.topics import Content, contents_of


def timetable_of(draft: Draft) -> Timetable:
    """Return the timetable that a complete *draft* makes."""
    course = draft.demand.course
    contents = _contents(draft)
    last = {draft.demand.parts[each.part].unit: n for n, each in enumerate(draft.lessons)}
    return Timetable(
        course=course.edition.code,
        lessons=tuple(
            _lesson(draft, placed, content, is_last=n in last.values())
            for n, (placed, content) in enumerate(zip(draft.lessons, contents, strict=True))
        ),
        internship=tuple(
            InternshipDay(date.fromordinal(number), minutes / 60)
            for number, minutes in draft.internship
        ),
        exam=exam_day(course, date.fromordinal(last_activity(draft))),
    )


def _contents(draft: Draft) -> list[Content]:
    """Return what each lesson treats, in the order of the draft."""
    found: dict[int, Content] = {}
    for number, unit in enumerate(draft.demand.course.all_units):
        own = [
            n
            for n, placed in enumerate(draft.lessons)
            if draft.demand.parts[placed.part].unit == number
        ]
        minutes = [draft.lessons[n].minutes for n in own]
        if minutes:
            # The test at the end treats nothing new.
            minutes[-1] = max(minutes[-1] - draft.demand.units[number].test, 0)
        found.update(zip(own, contents_of(unit, minutes), strict=True))
    return [found[n] for n in range(len(draft.lessons))]


def _lesson(draft: Draft, placed: Placed, content: Content, *, is_last: bool) -> Lesson:
    demand = draft.demand
    part = demand.parts[placed.part]
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
        assessment_minutes=demand.units[part.unit].test if is_last else 0,
    )


def _moment(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
