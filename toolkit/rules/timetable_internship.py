"""T42x: the internship has its hours, on its days, after what it practises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.moments import monday_of
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Timetable
from toolkit.text import Text
from toolkit.wording import WEEKDAYS


def _hours(timetable: Timetable) -> float:
    return sum(each.hours for each in timetable.internship)


@rule(
    "T421",
    clause=None,
    severity=Severity.ERROR,
    it="{hours} ore di tirocinio in calendario, il progetto ne prevede {planned}.",
    en="{hours} hours of internship in the timetable, the course design plans {planned}.",
)
def the_internship_has_the_hours_of_the_design(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The days of internship add up to the hours of the course design; none without one."""
    hours, planned = _hours(scheduled.timetable), scheduled.course.internship_hours
    if hours != planned:
        yield hit("timetable", "internship", hours=hours, planned=planned)


@rule(
    "T422",
    clause="internship-min",
    severity=Severity.ERROR,
    it="{hours} ore di tirocinio in calendario, lo standard ne chiede almeno {minimum}.",
    en="{hours} hours of internship in the timetable, the standard asks for at least {minimum}.",
)
def the_internship_reaches_its_minimum(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The internship lasts at least as long as the standard says.

    Credit shortens it for single learners, not in the timetable of the course.
    """
    limits, hours = scheduled.course.standard.internship, _hours(scheduled.timetable)
    if limits and hours < limits.min_hours:
        yield hit("timetable", "internship", hours=hours, minimum=limits.min_hours)


@rule(
    "T423",
    clause="internship-max",
    severity=Severity.ERROR,
    it="{hours} ore di tirocinio in calendario, lo standard ne ammette {maximum}.",
    en="{hours} hours of internship in the timetable, the standard allows {maximum}.",
)
def the_internship_stays_within_its_maximum(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The internship lasts no longer than the standard says."""
    limits, hours = scheduled.course.standard.internship, _hours(scheduled.timetable)
    if limits and hours > limits.max_hours:
        yield hit("timetable", "internship", hours=hours, maximum=limits.max_hours)


@rule(
    "T424",
    clause=None,
    severity=Severity.ERROR,
    it="tirocinio {weekday} {day}, il corso lo prevede di {weekdays}.",
    en="internship on {weekday} {day}, the course plans it on {weekdays}.",
)
def the_internship_is_on_its_weekdays(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The internship takes place on the weekdays that the course sets for it."""
    planned = scheduled.course.internship
    for n, each in enumerate(scheduled.timetable.internship):
        if planned and each.day.weekday() not in planned.weekdays:
            yield hit(
                *("timetable", "internship", str(n), "date"),
                weekday=WEEKDAYS[each.day.weekday()],
                day=each.day,
                weekdays=tuple(WEEKDAYS[weekday] for weekday in planned.weekdays),
            )


@rule(
    "T425",
    clause=None,
    severity=Severity.ERROR,
    it="tirocinio il {day}: {hours} ore, il corso ne prevede al massimo {limit} al giorno.",
    en="internship on {day}: {hours} hours, the course plans {limit} a day at most.",
)
def a_day_of_internship_stays_within_its_hours(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A day of internship is no longer than the course sets."""
    planned = scheduled.course.internship
    for n, each in enumerate(scheduled.timetable.internship):
        if planned and each.hours > planned.hours_per_day:
            yield hit(
                *("timetable", "internship", str(n), "hours"),
                day=each.day,
                hours=each.hours,
                limit=planned.hours_per_day,
            )


@rule(
    "T426",
    clause=None,
    severity=Severity.ERROR,
    it="tirocinio dal {day}, ma le unità che mette in pratica finiscono dopo: {units}.",
    en="internship from {day}, but the units it practises end later: {units}.",
)
def the_internship_follows_what_it_practises(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The internship begins on a day after the last lesson of each unit it practises.

    Internship days have no hours of the clock, so the two cannot share a day.
    """
    days = [(each.day, n) for n, each in enumerate(scheduled.timetable.internship)]
    planned = scheduled.course.internship
    if not days or planned is None:
        return
    first, n = min(days)
    ends = {code: scheduled.lessons_of(code)[-1:] for code in planned.after}
    late = tuple(
        Text(it="{unit} il {day}", en="{unit} on {day}").filled(unit=code, day=last.lesson.day)
        for code, lessons in ends.items()
        for last in lessons
        if last.lesson.day >= first
    )
    if late:
        yield hit("timetable", "internship", str(n), "date", day=first, units=late)


@rule(
    "T427",
    clause=None,
    severity=Severity.ERROR,
    it="tirocinio il {day}, il corso lo prevede dal {start}.",
    en="internship on {day}, the course plans it from {start} on.",
)
def the_internship_begins_when_the_course_says(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """No day of internship comes before its first day, where the course sets one."""
    planned = scheduled.course.internship
    for n, each in enumerate(scheduled.timetable.internship):
        if planned and planned.start and each.day < planned.start:
            yield hit(
                *("timetable", "internship", str(n), "date"), day=each.day, start=planned.start
            )


@rule(
    "T428",
    clause=None,
    severity=Severity.ERROR,
    it="il {day} di tirocinio compare due volte; riunisci le ore.",
    en="the day of internship {day} appears twice; put its hours together.",
)
def a_day_of_internship_is_written_once(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Each day of internship is listed once, with all its hours."""
    days = [each.day for each in scheduled.timetable.internship]
    for n, day in enumerate(days):
        if day in days[:n]:
            yield hit("timetable", "internship", str(n), "date", day=day)


@rule(
    "T429",
    clause=None,
    severity=Severity.WARNING,
    it="il {day} ci sono {hours} ore di tirocinio e {lessons} di lezione, "
    "il corso ne ammette {limit} al giorno.",
    en="{hours} hours of internship and {lessons} of lessons on {day}, "
    "the course allows {limit} a day.",
)
def internship_and_lessons_of_a_day_go_together(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Where a day has both internship and lessons, they stay within the hours of a day.

    Internship days have no hours of the clock: whether a learner can be at the company
    and in class on one day is for a person to judge.
    """
    limit = scheduled.course.edition.planning.max_hours_per_day
    for n, each in enumerate(scheduled.timetable.internship):
        lessons = sum(one.minutes for one in scheduled.by_day.get(each.day, ())) / 60
        if lessons > 0 and each.hours + lessons > limit:
            yield hit(
                *("timetable", "internship", str(n), "date"),
                day=each.day,
                hours=each.hours,
                lessons=lessons,
                limit=limit,
            )


@rule(
    "T430",
    clause=None,
    severity=Severity.ERROR,
    it="nella settimana del {monday} ci sono {hours} ore di tirocinio, il corso ne prevede "
    "al massimo {limit}.",
    en="{hours} hours of internship in the week of {monday}, the course plans {limit} at most.",
)
def a_week_of_internship_stays_within_its_hours(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The internship of a week, Monday to Sunday, keeps to its weekly hours, where it has some.

    Said once a week, at the day with which they are exceeded.
    """
    planned = scheduled.course.internship
    if planned is None or planned.hours_per_week is None:
        return
    weeks: dict[date, float] = defaultdict(float)
    for n, each in enumerate(scheduled.timetable.internship):
        monday = monday_of(each.day)
        was_within = weeks[monday] <= planned.hours_per_week
        weeks[monday] += each.hours
        if was_within and weeks[monday] > planned.hours_per_week:
            yield hit(
                *("timetable", "internship", str(n), "hours"),
                monday=monday,
                hours=sum(
                    one.hours
                    for one in scheduled.timetable.internship
                    if monday_of(one.day) == monday
                ),
                limit=planned.hours_per_week,
            )
