"""The dated part of the documents: lessons, internship, tests, exam and their summaries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from toolkit.context.calendar import (
    AssessmentDateContext,
    DayOffContext,
    InternshipWeekContext,
    LessonContext,
    RoomHoursContext,
    TimetableContext,
    TrainerHoursContext,
    UnitHoursContext,
    WeekHoursContext,
)
from toolkit.context.constraints import constraint_contexts
from toolkit.context.labels import TEST_KINDS, WEEKDAYS
from toolkit.context.lessons import lesson_contexts, lessons_in_order, place_of
from toolkit.context.means import TrainerContext
from toolkit.context.months import month_contexts
from toolkit.model.course import Course
from toolkit.model.moments import monday_of
from toolkit.model.timetable import InternshipDay, Lesson, Timetable
from toolkit.placeholders import NOT_DATED, Missing


def timetable_context(
    course: Course, timetable: Timetable, trainers: Iterable[TrainerContext]
) -> TimetableContext:
    """Return everything that has a date, with the summaries the calendar prints."""
    in_order = lessons_in_order(timetable)
    lessons = lesson_contexts(course, in_order)
    return TimetableContext(
        lessons=lessons,
        months=month_contexts(lessons, course, timetable),
        internship_weeks=_internship_weeks(timetable),
        assessments=_assessments(course, in_order),
        exam_date=timetable.exam.day if timetable.exam else NOT_DATED,
        exam_is_proposed=timetable.exam is not None and timetable.exam.is_proposed,
        exam_place=course.edition.exam.place or str(course.venue.address),
        by_unit=_by_unit(course, timetable),
        by_trainer=_by_trainer(lessons, trainers),
        by_room=_by_room(lessons),
        by_week=_by_week(lessons, timetable),
        days_off=_days_off(course, timetable),
        constraints=constraint_contexts(course),
        weekly_pattern=tuple(
            f"{WEEKDAYS[weekday]} {window.times}" + (" (FAD)" if window.distance else "")
            for weekday, windows in enumerate(course.edition.week.days)
            for window in windows
        ),
    )


def weeks_of(days: Iterable[date]) -> tuple[date, ...]:
    """Return the Monday of each week that has one of *days*, in order."""
    return tuple(sorted({monday_of(day) for day in days}))


def _internship_weeks(timetable: Timetable) -> tuple[InternshipWeekContext, ...]:
    found = []
    for monday in weeks_of(each.day for each in timetable.internship):
        days = [each for each in timetable.internship if monday_of(each.day) == monday]
        found.append(
            InternshipWeekContext(
                first_day=min(each.day for each in days),
                last_day=max(each.day for each in days),
                days=len(days),
                hours=sum(each.hours for each in days),
            )
        )
    return tuple(found)


def _assessments(course: Course, lessons: Iterable[Lesson]) -> tuple[AssessmentDateContext, ...]:
    units = {unit.code: unit for unit in course.all_units}
    return tuple(
        AssessmentDateContext(
            unit_code=lesson.unit,
            unit_title=units[lesson.unit].title,
            kind=TEST_KINDS[units[lesson.unit].plan.assessment.kind],
            date=lesson.day,
            start=lesson.assessment_times.start,
            end=lesson.end,
            place=place_of(lesson, course),
        )
        for lesson in lessons
        if lesson.assessment_minutes
    )


def _by_unit(course: Course, timetable: Timetable) -> tuple[UnitHoursContext, ...]:
    found = []
    taught: dict[str, list[date]] = defaultdict(list)
    for lesson in timetable.lessons:
        taught[lesson.unit].append(lesson.day)
    for unit in course.all_units:
        days = taught.get(unit.code, [])
        found.append(
            UnitHoursContext(
                code=unit.code,
                title=unit.title,
                min_hours=unit.min_hours,
                hours=unit.plan.hours,
                classroom_hours=unit.plan.classroom_hours,
                laboratory_hours=unit.plan.laboratory_hours,
                synchronous_hours=unit.plan.synchronous_hours,
                asynchronous_hours=unit.plan.asynchronous_hours,
                lessons=len(days),
                first_day=min(days, default=NOT_DATED),
                last_day=max(days, default=NOT_DATED),
            )
        )
    return tuple(found)


def _by_trainer(
    lessons: tuple[LessonContext, ...], trainers: Iterable[TrainerContext]
) -> tuple[TrainerHoursContext, ...]:
    taught = Counter(lesson.trainer for lesson in lessons)
    return tuple(
        TrainerHoursContext(each.name, each.is_expert, each.units, taught[each.name], each.hours)
        for each in trainers
    )


def _by_room(lessons: tuple[LessonContext, ...]) -> tuple[RoomHoursContext, ...]:
    used: dict[str | Missing, list[float]] = defaultdict(list)
    for lesson in lessons:
        used[lesson.place].append(lesson.hours)
    return tuple(
        RoomHoursContext(place, len(used[place]), sum(used[place]))
        for place in sorted(used, key=str)
    )


def _by_week(
    lessons: tuple[LessonContext, ...], timetable: Timetable
) -> tuple[WeekHoursContext, ...]:
    taught: dict[date, list[LessonContext]] = defaultdict(list)
    trained: dict[date, list[InternshipDay]] = defaultdict(list)
    for lesson in lessons:
        taught[monday_of(lesson.date)].append(lesson)
    for day in timetable.internship:
        trained[monday_of(day.day)].append(day)
    found = []
    for number, first in enumerate(sorted({*taught, *trained}), start=1):
        week, internship_days = taught.get(first, []), trained.get(first, [])
        distance = sum(lesson.hours for lesson in week if lesson.is_distance)
        presence = sum(lesson.hours for lesson in week if not lesson.is_distance)
        internship = sum(each.hours for each in internship_days)
        days = [lesson.date for lesson in week] + [each.day for each in internship_days]
        found.append(
            WeekHoursContext(
                number=number,
                first_day=min(days),
                last_day=max(days),
                presence_hours=presence,
                distance_hours=distance,
                internship_hours=internship,
                hours=presence + distance + internship,
            )
        )
    return tuple(found)


def _days_off(course: Course, timetable: Timetable) -> tuple[DayOffContext, ...]:
    """Return the days off on which the weekly pattern or the internship would have met."""
    if not timetable.lessons:
        return ()
    meets = {n for n, windows in enumerate(course.edition.week.days) if windows}
    if course.internship:
        meets |= set(course.internship.weekdays)
    first, last = timetable.first_day, timetable.last_day
    return tuple(
        DayOffContext(each.day, each.reason.it)
        for each in course.days_off
        if first <= each.day <= last and each.day.weekday() in meets
    )
