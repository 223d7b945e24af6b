"""The timetable as an iCalendar file: one event a lesson, for anybody's calendar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.cal import Component

from toolkit.exports import lessontext
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Timetable
from toolkit.wording import MODES

_ROME = ZoneInfo("Europe/Rome")
_HOUR = timedelta(hours=1)


def timetable_ics(
    course: Course, timetable: Timetable, *, stamp: datetime, sequence: int = 0
) -> bytes:
    """Return the events of *timetable*; *stamp*, with a time zone, is when they were made.

    The same lesson keeps its UID when its time, room or trainer changes, so that importing
    the file again moves the event; a cancelled one stays as cancelled, so that it goes. Each
    revision of the timetable has a *sequence* higher by one.
    """
    scheduled = ScheduledCourse(course, identified(timetable))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Percorso//Calendario didattico//IT")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _name(course))
    calendar.add("x-wr-calname", _name(course))
    calendar.add("x-wr-timezone", _ROME.key)
    calendar.add_component(_time_zone())
    for event in (*_lessons(scheduled), *_internship(scheduled), *_exam(scheduled)):
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("last-modified", stamp.astimezone(UTC))
        event.add("sequence", sequence + timetable.revision)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _name(course: Course) -> str:
    return f"{course.title} ({course.edition.code})"


def _uid(course: Course, *parts: object) -> str:
    """Return a UID no other course has, of this provider or of another with equal codes."""
    plain = unicodedata.normalize("NFKD", course.provider.name).encode("ascii", "ignore").decode()
    host = "-".join(re.findall(r"[a-z0-9]+", plain.lower())) or "ente"
    name = "-".join(str(part) for part in (course.edition.code, *parts))
    return f"{name}@{host}.percorso"


def _lessons(scheduled: ScheduledCourse) -> Iterator[Event]:
    for each in scheduled.lessons:
        yield _lesson(each.lesson, scheduled, status="CONFIRMED")
    for lesson in scheduled.timetable.cancelled:
        yield _lesson(lesson, scheduled, status="CANCELLED")


def _lesson(lesson: Lesson, scheduled: ScheduledCourse, *, status: str) -> Event:
    course = scheduled.course
    title = f"{lesson.unit} {lessontext.unit_title(lesson, scheduled)}".strip()
    mode = MODES[lesson.mode].it
    event = Event()
    event.add("uid", _uid(course, lesson.unit, lesson.id))
    event.add("dtstart", datetime.combine(lesson.day, lesson.start, _ROME))
    event.add("dtend", datetime.combine(lesson.day, lesson.end, _ROME))
    event.add("summary", f"{title} ({mode})" if lesson.mode.is_distance else title)
    event.add("location", _location(lesson, course))
    event.add("description", "\n".join(_description(lesson, title, mode, scheduled)))
    event.add("categories", [mode])
    event.add("status", status)
    return event


def _location(lesson: Lesson, course: Course) -> str:
    room = lessontext.place(lesson, course)
    if lesson.mode.is_distance:
        return room
    parts = (room, course.venue.name, str(course.venue.address))
    return ", ".join(part for part in parts if part)


def _description(
    lesson: Lesson, title: str, mode: str, scheduled: ScheduledCourse
) -> Iterator[str]:
    course = scheduled.course
    yield f"Corso: {_name(course)}, edizione {course.edition.edition}"
    yield f"Unità: {title}"
    yield f"Modalità: {mode}, {lessontext.hours(lesson.hours)}"
    yield f"Formatore: {lesson.trainer}"
    if topic := lessontext.treated(lesson, scheduled):
        yield f"Argomento: {topic}"
    if lesson.covers:
        yield f"Codici: {', '.join(lesson.covers)}"
    if lesson.break_minutes:
        yield f"Pausa: {lesson.break_minutes} minuti"
    if notes := lessontext.notes(lesson):
        yield notes


def _internship(scheduled: ScheduledCourse) -> Iterator[Event]:
    course = scheduled.course
    in_order = sorted(scheduled.timetable.internship, key=lambda each: each.day)
    for ordinal, each in enumerate(in_order, start=1):
        event = _whole_day(each.day, _uid(course, "tirocinio", ordinal))
        event.add("summary", f"Tirocinio curriculare ({lessontext.hours(each.hours)})")
        event.add("description", "\n".join(_internship_description(each, course)))
        event.add("categories", ["tirocinio"])
        event.add("status", "CONFIRMED")
        yield event


def _internship_description(each: InternshipDay, course: Course) -> Iterator[str]:
    yield f"Corso: {_name(course)}, edizione {course.edition.edition}"
    yield f"Ore del giorno: {lessontext.hours(each.hours)}"
    if course.internship and course.internship.hosts:
        yield f"Presso: {', '.join(host.name for host in course.internship.hosts)}"
    if course.internship and course.internship.tutor:
        yield f"Tutor: {course.internship.tutor.name}"


def _exam(scheduled: ScheduledCourse) -> Iterator[Event]:
    course, exam = scheduled.course, scheduled.timetable.exam
    if exam is None:
        return
    event = _whole_day(exam.day, _uid(course, "esame"))
    event.add("summary", _exam_summary(exam))
    event.add("location", course.edition.exam.place or str(course.venue.address))
    event.add("description", f"Corso: {_name(course)}, edizione {course.edition.edition}")
    event.add("categories", ["esame"])
    event.add("status", "TENTATIVE" if exam.is_proposed else "CONFIRMED")
    yield event


def _exam_summary(exam: ExamDay) -> str:
    return "Esame finale (data proposta)" if exam.is_proposed else "Esame finale"


def _whole_day(day: date, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    return event


def _time_zone() -> Timezone:
    """Return the rule of Italian time since 1996.

    A rule rather than the list of dates that icalendar would make from the machine's own
    tables: every program reads it, it has no last year, and the bytes are always the same.
    """
    summer = datetime(1996, 3, 31, 2)  # noqa: DTZ001 — local time, which the rule defines
    winter = datetime(1996, 10, 27, 3)  # noqa: DTZ001
    zone = Timezone()
    zone.add("tzid", _ROME.key)
    zone.add_component(_change(TimezoneDaylight(), "CEST", summer, _HOUR, 2 * _HOUR))
    zone.add_component(_change(TimezoneStandard(), "CET", winter, 2 * _HOUR, _HOUR))
    return zone


def _change(
    component: Component, name: str, first: datetime, before: timedelta, after: timedelta
) -> Component:
    component.add("dtstart", first)
    component.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1su"})
    component.add("tzoffsetfrom", before)
    component.add("tzoffsetto", after)
    component.add("tzname", name)
    return component
