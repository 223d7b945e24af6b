"""The events of lessons in an iCalendar file."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from toolkit.exports import lessontext
from toolkit.exports.contentlines import text
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Lesson
from toolkit.wording import MODES

ZONE = "Europe/Rome"

Event = tuple[str, ...]
"""The lines of one event, but those that all have alike."""


class LessonEvents:
    """Writes the events of one calendar; what its lessons have alike is written once."""

    def __init__(self, scheduled: ScheduledCourse, *, about: str) -> None:
        self._scheduled = scheduled
        self._about = about
        """The course, as every description names it."""
        self._location = functools.cache(functools.partial(_location, scheduled.course))

    def event(self, lesson: Lesson, uid: str, *, status: str) -> Event:
        """Return the event of *lesson*, confirmed or cancelled as *status* says."""
        title = f"{lesson.unit} {lessontext.unit_title(lesson, self._scheduled)}".strip()
        mode = MODES[lesson.mode].it
        is_distance = lesson.mode.is_distance
        summary = f"{title} ({mode})" if is_distance else title
        place = lessontext.place(lesson, self._scheduled.course)
        # Several times as fast as a format, and there are three of these a lesson.
        day = lesson.day.isoformat().replace("-", "")
        start = lesson.start.isoformat().replace(":", "")
        end = lesson.end.isoformat().replace(":", "")
        description = "\n".join(self._description(lesson, title, mode))
        return (
            f"UID:{text(uid)}",
            f"DTSTART;TZID={ZONE}:{day}T{start}",
            f"DTEND;TZID={ZONE}:{day}T{end}",
            f"SUMMARY:{text(summary)}",
            self._location(place, is_distance),
            f"DESCRIPTION:{text(description)}",
            f"CATEGORIES:{text(mode)}",
            f"STATUS:{status}",
        )

    def _description(self, lesson: Lesson, title: str, mode: str) -> Iterator[str]:
        yield self._about
        yield f"Unità: {title}"
        yield f"Modalità: {mode}, {lessontext.hours(lesson.hours)}"
        yield f"Formatore: {lesson.trainer}"
        if topic := lessontext.treated(lesson, self._scheduled):
            yield f"Argomento: {topic}"
        if lesson.covers:
            yield f"Codici: {', '.join(lesson.covers)}"
        if lesson.break_minutes:
            yield f"Pausa: {lesson.break_minutes} minuti"
        if notes := lessontext.notes(lesson):
            yield notes


def _location(course: Course, place: str, is_distance: bool) -> str:
    if is_distance:
        return f"LOCATION:{text(place)}"
    parts = (place, course.venue.name, str(course.venue.address))
    return f"LOCATION:{text(', '.join(part for part in parts if part))}"
