"""The timetable as an iCalendar file: one event a lesson, for anybody's calendar."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from toolkit.exports import lessontext
from toolkit.exports.contentlines import lines, text
from toolkit.exports.lessonevents import ZONE, LessonEvents, compact
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified

_BEGINNING = lines(
    *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Percorso//Calendario didattico//IT"),
    *("CALSCALE:GREGORIAN", "METHOD:PUBLISH"),
)
_TIME_ZONE = lines(
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
    ends = lines(
        f"DTSTAMP:{made}",
        f"LAST-MODIFIED:{made}",
        f"SEQUENCE:{sequence + timetable.revision}",
        "END:VEVENT",
    )
    events = (*_lessons(scheduled), *_internship(scheduled), *_exam(scheduled))
    name = text(_name(scheduled.course))
    return "".join(
        (
            _BEGINNING,
            lines(f"NAME:{name}", f"X-WR-CALNAME:{name}", f"X-WR-TIMEZONE:{ZONE}"),
            _TIME_ZONE,
            *(f"BEGIN:VEVENT\r\n{event}{ends}" for event in events),
            "END:VCALENDAR\r\n",
        )
    ).encode()


def _name(course: Course) -> str:
    return f"{course.title} ({course.edition.code})"


def _about(course: Course) -> str:
    return f"Corso: {_name(course)}, edizione {course.edition.edition}"


@functools.lru_cache(maxsize=256)
def _host(provider: str) -> str:
    plain = unicodedata.normalize("NFKD", provider).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "ente"


def _uid(course: Course, name: str) -> str:
    """Return the UID of an event, no other course's, of this provider or with equal codes."""
    host = _host(course.provider.name)
    return lines(f"UID:{text(f'{course.edition.code}-{name}@{host}.percorso')}")


def _lessons(scheduled: ScheduledCourse) -> Iterator[str]:
    course = scheduled.course
    events = LessonEvents(scheduled, about=_about(course))
    for lesson in (each.lesson for each in scheduled.lessons):
        uid = _uid(course, f"{lesson.unit}-{lesson.id}")
        yield f"{uid}{events.event(lesson)}STATUS:CONFIRMED\r\n"
    for lesson in scheduled.timetable.cancelled:
        uid = _uid(course, f"{lesson.unit}-{lesson.id}")
        yield f"{uid}{events.event(lesson)}STATUS:CANCELLED\r\n"


def _internship(scheduled: ScheduledCourse) -> Iterator[str]:
    course = scheduled.course
    described = functools.cache(functools.partial(_internship_day, course))
    in_order = sorted(scheduled.timetable.internship, key=lambda each: each.day)
    for ordinal, each in enumerate(in_order, start=1):
        uid = _uid(course, f"tirocinio-{ordinal}")
        yield f"{uid}{_whole_day(each.day)}{described(each.hours)}"


def _internship_day(course: Course, hours: float) -> str:
    """Return what the events of the days of internship with so many hours have alike."""
    length = lessontext.hours(hours)
    description = "\n".join((_about(course), f"Ore del giorno: {length}", *_hosted(course)))
    return lines(
        f"SUMMARY:{text(f'Tirocinio curriculare ({length})')}",
        f"DESCRIPTION:{text(description)}",
        "CATEGORIES:tirocinio",
        "STATUS:CONFIRMED",
    )


def _hosted(course: Course) -> Iterator[str]:
    internship = course.internship
    if internship and internship.hosts:
        yield f"Presso: {', '.join(host.name for host in internship.hosts)}"
    if internship and internship.tutor:
        yield f"Tutor: {internship.tutor.name}"


def _exam(scheduled: ScheduledCourse) -> Iterator[str]:
    course, exam = scheduled.course, scheduled.timetable.exam
    if exam is None:
        return
    place = course.edition.exam.place or str(course.venue.address)
    described = lines(
        f"SUMMARY:Esame finale{' (data proposta)' if exam.is_proposed else ''}",
        f"LOCATION:{text(place)}",
        f"DESCRIPTION:{text(_about(course))}",
        "CATEGORIES:esame",
        f"STATUS:{'TENTATIVE' if exam.is_proposed else 'CONFIRMED'}",
    )
    yield f"{_uid(course, 'esame')}{_whole_day(exam.day)}{described}"


def _whole_day(day: date) -> str:
    end = day + timedelta(days=1)
    return f"DTSTART;VALUE=DATE:{compact(day)}\r\nDTEND;VALUE=DATE:{compact(end)}\r\n"
