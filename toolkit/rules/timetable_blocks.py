"""T11x: how long a lesson, a day and a week may be, and when there is a break."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.moments import monday_of
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.model.timetable import Mode


@rule(
    "T111",
    clause=None,
    severity=Severity.ERROR,
    it="{day}, {times}: {minutes} minuti di pausa, la lezione non dura di più.",
    en="{day}, {times}: a break of {minutes} minutes, the lesson is no longer than that.",
)
def a_lesson_is_longer_than_its_break(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson lasts longer than the break inside it."""
    for each in scheduled.lessons:
        if each.minutes <= 0:
            yield hit(
                *each.at("break_minutes"),
                day=each.lesson.day,
                times=each.lesson.times,
                minutes=each.lesson.break_minutes,
            )


@rule(
    "T112",
    clause=None,
    severity=Severity.WARNING,
    it="{day}, {times}: lezione di {hours} ore, il corso ne prevede al massimo {limit}.",
    en="{day}, {times}: a lesson of {hours} hours, the course plans {limit} at most.",
)
def a_lesson_is_no_longer_than_the_longest_block(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson is no longer than the longest that the course plans, its break left out."""
    limit = scheduled.course.edition.planning.max_block
    for each in scheduled.lessons:
        if each.minutes > limit * 60:
            yield hit(
                *each.at("time"),
                day=each.lesson.day,
                times=each.lesson.times,
                hours=each.lesson.hours,
                limit=limit,
            )


@rule(
    "T113",
    clause=None,
    severity=Severity.ERROR,
    it="il {day} ci sono {hours} ore di lezione, il corso ne ammette {limit} al giorno.",
    en="{hours} hours of lessons on {day}, the course allows {limit} a day.",
)
def a_day_stays_within_its_hours(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The lessons of a day do not exceed the hours that the course allows a day.

    Breaks do not count, nor does the internship, which has daily hours of its own.
    """
    limit = scheduled.course.edition.planning.max_hours_per_day
    for day, lessons in scheduled.by_day.items():
        minutes = sum([each.minutes for each in lessons])
        if minutes > limit * 60:
            yield hit(*lessons[-1].at("time"), day=day, hours=minutes / 60, limit=limit)


@rule(
    "T114",
    clause=None,
    severity=Severity.ERROR,
    it="nella settimana del {monday} ci sono {hours} ore di lezione, il corso ne ammette {limit}.",
    en="{hours} hours of lessons in the week of {monday}, the course allows {limit}.",
)
def a_week_stays_within_its_hours(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The lessons of a week, Monday to Sunday, do not exceed the hours the course allows.

    Breaks do not count, nor does the internship, which has hours of its own.
    """
    limit = scheduled.course.edition.planning.max_hours_per_week
    weeks: dict[date, list[ListedLesson]] = defaultdict(list)
    for day, lessons_of_day in scheduled.by_day.items():
        weeks[monday_of(day)] += lessons_of_day
    for monday, lessons in weeks.items():
        minutes = sum([each.minutes for each in lessons])
        if minutes > limit * 60:
            yield hit(*lessons[-1].at("date"), monday=monday, hours=minutes / 60, limit=limit)


@rule(
    "T115",
    clause=None,
    severity=Severity.ERROR,
    it="{day}, {times}: {minutes} minuti di pausa in {hours} ore di lezione, "
    "il corso ne prevede {asked} oltre le {after} ore.",
    en="{day}, {times}: a break of {minutes} minutes in {hours} hours of lesson, "
    "the course plans {asked} beyond {after} hours.",
)
def a_long_lesson_has_its_break(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson beyond the length that the course sets has the break it sets.

    Asynchronous lessons are exempt: each learner rests when it suits.
    """
    planning = scheduled.course.edition.planning
    for each in scheduled.lessons:
        lesson = each.lesson
        is_long = each.minutes > planning.break_after * 60
        if lesson.mode is Mode.ASYNCHRONOUS or not is_long:
            continue
        if lesson.break_minutes < planning.break_minutes:
            yield hit(
                *each.at("break_minutes"),
                day=lesson.day,
                times=lesson.times,
                minutes=lesson.break_minutes,
                hours=lesson.hours,
                asked=planning.break_minutes,
                after=planning.break_after,
            )
