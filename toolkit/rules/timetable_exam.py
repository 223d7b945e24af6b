"""T43x: the final examination comes after everything, on the day that is set."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import SetValue
from toolkit.model.scheduled import ScheduledCourse
from toolkit.text import Text

_AT = ("timetable", "exam", "date")


@rule(
    "T431",
    clause=None,
    severity=Severity.ERROR,
    it="esame il {day}, ma l'ultima attività è il {last}; l'esame viene dopo.",
    en="exam on {day}, but the last activity is on {last}; the exam comes after it.",
)
def the_exam_comes_after_everything(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The exam is on a day after the last lesson and the last day of internship."""
    exam = scheduled.timetable.exam
    last = max((activity.day for activity in scheduled.activities), default=None)
    if exam and last and exam.day <= last:
        yield hit(*_AT, day=exam.day, last=last)


@rule(
    "T432",
    clause="exam-admission",
    severity=Severity.ERROR,
    it="esame il {day}, quando si sono svolte {hours} ore su {total}; "
    "per l'ammissione lo standard chiede di frequentarne il {minimum}%.",
    en="exam on {day}, after {hours} hours out of {total}; "
    "to be admitted the standard asks for attendance of {minimum}%.",
)
def the_attendance_for_the_exam_can_be_met(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Before the exam enough hours take place for a learner to be admitted.

    The share is of all hours of the course, internship included.
    """
    exam = scheduled.timetable.exam
    total = scheduled.course.total_hours
    minimum = scheduled.course.standard.exam.min_attendance_percent
    if exam is None:
        return
    minutes = sum(each.minutes for each in scheduled.lessons if each.lesson.day < exam.day)
    internship = (each for each in scheduled.timetable.internship if each.day < exam.day)
    hours = minutes / 60 + sum(each.hours for each in internship)
    if hours * 100 < minimum * total:
        yield hit(*_AT, day=exam.day, hours=hours, total=total, minimum=minimum)


@rule(
    "T433",
    clause=None,
    severity=Severity.ERROR,
    it="esame il {day}, il corso lo fissa il {date}.",
    en="exam on {day}, the course sets it on {date}.",
)
def the_exam_is_on_the_day_that_is_set(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The exam is on the day that the course sets, where it sets one."""
    exam, set_for = scheduled.timetable.exam, scheduled.course.edition.exam.date
    if exam and set_for and exam.day != set_for:
        yield hit(*_AT, day=exam.day, date=set_for)


@rule(
    "T434",
    clause=None,
    severity=Severity.WARNING,
    it="manca la data dell'esame; scrivila alla voce «exam».",
    en="the date of the exam is missing; write it under “exam”.",
    mend=Text(
        it="scrivi la data che il corso fissa, {date}",
        en="write the date that the course sets, {date}",
    ),
)
def the_exam_has_a_date(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The timetable ends with the exam, even when its date is only a proposal."""
    if scheduled.timetable.exam is None:
        date = scheduled.course.edition.exam.date
        yield hit("timetable", "exam", mend=(SetValue(_AT, date),) if date else (), date=date)


@rule(
    "T435",
    clause=None,
    severity=Severity.WARNING,
    it="esame il {day}, giorno di sospensione: {reason}.",
    en="exam on {day}, a day off: {reason}.",
)
def the_exam_is_not_on_a_day_off(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The exam keeps clear of holidays, the patron saint's day and closures."""
    exam = scheduled.timetable.exam
    for off in scheduled.course.days_off:
        if exam and exam.day == off.day:
            yield hit(*_AT, day=exam.day, reason=off.reason)


@rule(
    "T436",
    clause="access-residence",
    severity=Severity.WARNING,
    it="i permessi di soggiorno valgono fino al {until}, l'ultimo giorno in calendario è il {last}: "
    "serve la domanda di rinnovo.",
    en="the residence permits are valid until {until}, the last day in the timetable is {last}: "
    "the application for renewal is needed.",
)
def residence_permits_last_to_the_exam(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Residence permits are valid to the last day of lessons, internship and exam.

    Where the course sets its last day, that day is compared instead.
    """
    edition, exam = scheduled.course.edition, scheduled.timetable.exam
    until = edition.selection.permits_until
    days = [activity.day for activity in scheduled.activities] + ([exam.day] if exam else [])
    if until and edition.end is None and days and until < max(days):
        yield hit("selection", "permits_until", until=until, last=max(days))
