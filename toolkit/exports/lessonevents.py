"""The events of lessons in an iCalendar file."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date, time

from toolkit.exports import lessontext
from toolkit.exports.contentlines import lines, text
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Lesson, Mode
from toolkit.wording import MODES

ZONE = "Europe/Rome"


class LessonEvents:
    """Writes the events of one calendar; what its lessons have alike is written once."""

    def __init__(self, scheduled: ScheduledCourse, *, about: str) -> None:
        self._scheduled = scheduled
        self._place = functools.cache(functools.partial(_summary_and_place, scheduled))
        self._opening = functools.cache(functools.partial(_opening, scheduled, about))

    def event(self, lesson: Lesson) -> str:
        """Return the lines that only the event of *lesson* has, but for its UID and status."""
        day = compact(lesson.day)
        description = "\n".join(self._description(lesson))
        return (
            f"DTSTART;TZID={ZONE}:{day}T{compact(lesson.start)}\r\n"
            f"DTEND;TZID={ZONE}:{day}T{compact(lesson.end)}\r\n"
            f"{self._place(lesson.unit, lesson.mode, lesson.room)}"
            f"{lines(f'DESCRIPTION:{text(description)}')}"
            f"CATEGORIES:{MODES[lesson.mode].it}\r\n"
        )

    def _description(self, lesson: Lesson) -> Iterator[str]:
        yield self._opening(lesson.unit, lesson.mode, lesson.minutes)
        yield f"Formatore: {lesson.trainer}"
        unit, topic, covers = lesson.unit, lesson.topic, lesson.covers
        if treated := lessontext.treated(unit, topic, covers, self._scheduled):
            yield f"Argomento: {treated}"
        if covers:
            yield f"Codici: {', '.join(covers)}"
        if lesson.break_minutes:
            yield f"Pausa: {lesson.break_minutes} minuti"
        if notes := lessontext.notes(lesson.assessment_minutes):
            yield notes


def _summary_and_place(scheduled: ScheduledCourse, unit: str, mode: Mode, room: str | None) -> str:
    course, title = scheduled.course, _title(scheduled, unit)
    place = lessontext.place(mode, room, course)
    if mode.is_distance:
        return lines(f"SUMMARY:{text(f'{title} ({MODES[mode].it})')}", f"LOCATION:{text(place)}")
    parts = filter(None, (place, course.venue.name, str(course.venue.address)))
    return lines(f"SUMMARY:{text(title)}", f"LOCATION:{text(', '.join(parts))}")


def _opening(scheduled: ScheduledCourse, about: str, unit: str, mode: Mode, minutes: int) -> str:
    """Return how descriptions begin: with the course, which *about* names, and the unit."""
    length = lessontext.hours(minutes / 60)
    return f"{about}\nUnità: {_title(scheduled, unit)}\nModalità: {MODES[mode].it}, {length}"


def _title(scheduled: ScheduledCourse, unit: str) -> str:
    return f"{unit} {lessontext.unit_title(unit, scheduled)}".strip()


# The days and times of courses come back, and this takes as long as all else of an event's time.
@functools.lru_cache(maxsize=2048)
def compact(moment: date | time) -> str:
    """Return a day as ``20270308``, a time of day as ``093000``."""
    return moment.isoformat().replace("-", "").replace(":", "")
