"""T2xx: lessons take place on the days and in the hours of the course."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.rules.clashes import clashes
from toolkit.rules.opening import is_within, windows_on
from toolkit.wording import WEEKDAYS


@rule(
    "T201",
    clause=None,
    severity=Severity.ERROR,
    it="attività il {day}, giorno di sospensione: {reason}.",
    en="an activity on {day}, a day off: {reason}.",
)
def nothing_takes_place_on_a_day_off(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Lessons and internship keep clear of holidays, the patron saint's day and closures."""
    reasons = {each.day: each.reason for each in scheduled.course.days_off}
    for activity in scheduled.activities:
        if reason := reasons.get(activity.day):
            yield hit(*activity.at, day=activity.day, reason=reason)


@rule(
    "T202",
    clause=None,
    severity=Severity.ERROR,
    it="attività il {day}, il corso comincia il {start}.",
    en="an activity on {day}, the course begins on {start}.",
)
def nothing_takes_place_before_the_course_begins(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Lessons and internship begin on the first day of the course or later."""
    start = scheduled.course.edition.start
    for activity in scheduled.activities:
        if activity.day < start:
            yield hit(*activity.at, day=activity.day, start=start)


@rule(
    "T203",
    clause=None,
    severity=Severity.ERROR,
    it="attività il {day}, l'ultimo giorno utile è il {end}.",
    en="an activity on {day}, the last day of the course is {end}.",
)
def nothing_takes_place_after_the_course_ends(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Lessons and internship are over by the last day, where the course sets one."""
    end = scheduled.course.edition.end
    for activity in scheduled.activities:
        if end is not None and activity.day > end:
            yield hit(*activity.at, day=activity.day, end=end)


@rule(
    "T204",
    clause=None,
    severity=Severity.ERROR,
    it="lezione {weekday} {day}, {times}; le fasce del corso quel giorno: {windows}.",
    en="a lesson on {weekday} {day}, {times}; the windows of the course that day: {windows}.",
)
def a_lesson_is_within_the_weekly_windows(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson begins and ends within the windows of its weekday.

    Windows that touch count as one.
    """
    week = scheduled.course.edition.week
    for each in scheduled.lessons:
        if not is_within(each.lesson, week.on(each.lesson.day)):
            yield _outside(each, scheduled)


@rule(
    "T205",
    clause=None,
    severity=Severity.ERROR,
    it="lezione in FAD {weekday} {day}, {times}, fuori dalle fasce per la FAD; "
    "le fasce del corso quel giorno: {windows}.",
    en="a distance lesson on {weekday} {day}, {times}, outside the distance windows; "
    "the windows of the course that day: {windows}.",
)
def a_distance_lesson_is_within_the_distance_windows(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A distance lesson takes place in the windows meant for it, where the week has some.

    A week without distance windows takes distance lessons in any of its hours.
    """
    week = scheduled.course.edition.week
    if not any(window.distance for windows in week.days for window in windows):
        return
    for each in scheduled.lessons:
        windows = week.on(each.lesson.day)
        meant = [window for window in windows if window.distance]
        if (
            each.lesson.mode.is_distance
            and is_within(each.lesson, windows)
            and not is_within(each.lesson, meant)
        ):
            yield _outside(each, scheduled)


@rule(
    "T206",
    clause=None,
    severity=Severity.ERROR,
    it="lezione in presenza {weekday} {day}, {times}, in una fascia per la FAD; "
    "le fasce del corso quel giorno: {windows}.",
    en="a lesson in presence on {weekday} {day}, {times}, in a distance window; "
    "the windows of the course that day: {windows}.",
)
def a_lesson_in_presence_keeps_out_of_distance_windows(
    scheduled: ScheduledCourse,
) -> Iterator[Hit]:
    """A lesson in presence takes place outside the windows meant for distance lessons.

    Learners who are told that an evening is at a distance are not in the building.
    """
    week = scheduled.course.edition.week
    if not any(window.distance for windows in week.days for window in windows):
        return
    for each in scheduled.lessons:
        windows = week.on(each.lesson.day)
        meant = [window for window in windows if not window.distance]
        if (
            not each.lesson.mode.is_distance
            and is_within(each.lesson, windows)
            and not is_within(each.lesson, meant)
        ):
            yield _outside(each, scheduled)


def _outside(each: ListedLesson, scheduled: ScheduledCourse) -> Hit:
    lesson = each.lesson
    return hit(
        *each.at("time"),
        weekday=WEEKDAYS[lesson.day.weekday()],
        day=lesson.day,
        times=lesson.times,
        windows=windows_on(scheduled.course.edition.week, lesson.day),
    )


@rule(
    "T207",
    clause=None,
    severity=Severity.ERROR,
    it="{day}: {unit}, {times}, si sovrappone a {other}, {other_times}; "
    "gli allievi seguono una lezione alla volta.",
    en="{day}: {unit}, {times}, overlaps {other}, {other_times}; "
    "learners attend one lesson at a time.",
)
def learners_have_one_lesson_at_a_time(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """No lesson begins before the one under way is over, at a distance or not."""
    for earlier, later in clashes(scheduled.lessons):
        yield hit(
            *later.at("time"),
            day=later.lesson.day,
            unit=later.lesson.unit,
            times=later.lesson.times,
            other=earlier.lesson.unit,
            other_times=earlier.lesson.times,
        )


@rule(
    "T208",
    clause=None,
    severity=Severity.WARNING,
    it="la lezione del {day} alle {start} segue quella del {other} alle {other_start}; "
    "scrivi le lezioni in ordine di tempo.",
    en="the lesson on {day} at {start} follows that on {other} at {other_start}; "
    "write the lessons in order of time.",
)
def lessons_are_written_in_order_of_time(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The file lists the lessons in order of time, so that a person finds them."""
    for before, each in pairwise(scheduled.listed):
        one, other = each.lesson, before.lesson
        if (one.day, one.start) < (other.day, other.start):
            yield hit(
                *each.at("date"),
                day=one.day,
                start=one.start,
                other=other.day,
                other_start=other.start,
            )


@rule(
    "T209",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: il corso fissa una lezione il {day}, {times}, che in calendario non c'è o è diversa "
    "(modalità, aula o formatore).",
    en="{unit}: the course pins a lesson on {day}, {times}, which is not in the timetable or differs "
    "(mode, room or trainer).",
)
def the_lessons_the_course_pins_are_there(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Each lesson that the course pins stands in the timetable as it is written there."""
    pinned = scheduled.course.edition.planning.pinned
    if not pinned:
        return
    there = {
        (one.day, one.times, one.unit, one.mode, one.room, one.trainer)
        for one in scheduled.timetable.lessons
    }
    for each in pinned:
        as_written = (each.date, each.time, each.unit, each.mode, each.room, each.trainer)
        if as_written not in there:
            yield hit("timetable", "lessons", unit=each.unit, day=each.date, times=each.time)
