"""The timetable as an iCalendar file: one event a lesson, for anybody's calendar."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from toolkit.exports import lessontext
from toolkit.exports.contentlines import as_file, text
from toolkit.exports.lessonevents import ZONE, Event, LessonEvents
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified
from toolkit.model.timetable import ExamDay, InternshipDay

_TIME_ZONE = (
    *("BEGIN:VTIMEZONE", f"TZID:{ZONE}"),
    *("BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
    *("TZNAME:CEST", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT"),
    *("BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    *("TZNAME:CET", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"),
    "END:VTIMEZONE",
)
"""The rule of Italian time since 1996.

A rule rather than a list of dates: every program reads it, it has no last year, and the
bytes are always the same.
"""


def timetable_ics(scheduled: ScheduledCourse, *, stamp: datetime, sequence: int = 0) -> bytes:
    """Return the events of a timetable; *stamp*, with a time zone, is when they were made.

    The same lesson keeps its UID when its time, room or trainer changes, so that importing
    the file again moves the event; a cancelled one stays as cancelled, so that it goes. Each
    revision of the timetable has a *sequence* higher by one.
    """
    timetable = identified(scheduled.timetable)
    if timetable is not scheduled.timetable:
        scheduled = replace(scheduled, timetable=timetable)
    made = f"{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    issue = (
        f"DTSTAMP:{made}",
        f"LAST-MODIFIED:{made}",
        f"SEQUENCE:{sequence + timetable.revision}",
    )
    events = (*_lessons(scheduled), *_internship(scheduled), *_exam(scheduled))
    name = text(_name(scheduled.course))
    return as_file(
        (
            *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Percorso//Calendario didattico//IT"),
            *("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"NAME:{name}", f"X-WR-CALNAME:{name}"),
            *(f"X-WR-TIMEZONE:{ZONE}", *_TIME_ZONE),
            *chain.from_iterable(
                ("BEGIN:VEVENT", *event, *issue, "END:VEVENT") for event in events
            ),
            "END:VCALENDAR",
        )
    )


def _name(course: Course) -> str:
    return f"{course.title} ({course.edition.code})"


def _about(course: Course) -> str:
    return f"Corso: {_name(course)}, edizione {course.edition.edition}"


@functools.lru_cache(maxsize=256)
def _host(provider: str) -> str:
    plain = unicodedata.normalize("NFKD", provider).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "ente"


def _uid(course: Course, *parts: object) -> str:
    """Return a UID no other course has, of this provider or of another with equal codes."""
    name = "-".join(str(part) for part in (course.edition.code, *parts))
    return f"{name}@{_host(course.provider.name)}.percorso"


def _lessons(scheduled: ScheduledCourse) -> Iterator[Event]:
    course = scheduled.course
    events = LessonEvents(scheduled, about=_about(course))
    for each in scheduled.lessons:
        lesson = each.lesson
        yield events.event(lesson, _uid(course, lesson.unit, lesson.id), status="CONFIRMED")
    for lesson in scheduled.timetable.cancelled:
        yield events.event(lesson, _uid(course, lesson.unit, lesson.id), status="CANCELLED")


def _internship(scheduled: ScheduledCourse) -> Iterator[Event]:
    course = scheduled.course
    in_order = sorted(scheduled.timetable.internship, key=lambda each: each.day)
    for ordinal, each in enumerate(in_order, start=1):
        summary = f"Tirocinio curriculare ({lessontext.hours(each.hours)})"
        description = "\n".join(_internship_description(each, course))
        yield (
            *_whole_day(each.day, _uid(course, "tirocinio", ordinal)),
            f"SUMMARY:{text(summary)}",
            f"DESCRIPTION:{text(description)}",
            "CATEGORIES:tirocinio",
            "STATUS:CONFIRMED",
        )


def _internship_description(each: InternshipDay, course: Course) -> Iterator[str]:
    yield _about(course)
    yield f"Ore del giorno: {lessontext.hours(each.hours)}"
    if course.internship and course.internship.hosts:
        yield f"Presso: {', '.join(host.name for host in course.internship.hosts)}"
    if course.internship and course.internship.tutor:
        yield f"Tutor: {course.internship.tutor.name}"


def _exam(scheduled: ScheduledCourse) -> Iterator[Event]:
    course, exam = scheduled.course, scheduled.timetable.exam
    if exam is None:
        return
    place = course.edition.exam.place or str(course.venue.address)
    yield (
        *_whole_day(exam.day, _uid(course, "esame")),
        f"SUMMARY:{_exam_summary(exam)}",
        f"LOCATION:{text(place)}",
        f"DESCRIPTION:{text(_about(course))}",
        "CATEGORIES:esame",
        f"STATUS:{'TENTATIVE' if exam.is_proposed else 'CONFIRMED'}",
    )


def _exam_summary(exam: ExamDay) -> str:
    return "Esame finale (data proposta)" if exam.is_proposed else "Esame finale"


def _whole_day(day: date, uid: str) -> Event:
    return (
        f"UID:{text(uid)}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
    )
