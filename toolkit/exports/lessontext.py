"""What the spreadsheet and the calendar say of a lesson, in Italian."""

from __future__ import annotations

import functools

from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Mode
from toolkit.text import written


def unit_title(code: str, scheduled: ScheduledCourse) -> str:
    """Return the title of a unit; empty for one that the course does not have."""
    unit = scheduled.units.get(code)
    return unit.title if unit else ""


def treated(
    unit: str, topic: str | None, covers: tuple[str, ...], scheduled: ScheduledCourse
) -> str:
    """Return what a lesson of *unit* treats: its topic, else the words of what it covers."""
    if topic:
        return topic
    words = scheduled.words.get(unit, {})
    return "; ".join([words[code] for code in covers if code in words])


def place(mode: Mode, room: str | None, course: Course) -> str:
    """Return the *room* of a lesson, or the platform of a distance lesson."""
    if not mode.is_distance:
        return room or ""
    platform = course.provider.platform
    return platform.name if platform else "FAD"


def notes(assessment_minutes: int) -> str:
    """Return what else there is to know of a lesson; empty where there is nothing."""
    if not assessment_minutes:
        return ""
    return f"Verifica di fine unità: ultimi {assessment_minutes} minuti"


# The lessons of all courses have a few lengths.
@functools.lru_cache(maxsize=256)
def hours(value: float) -> str:
    """Return a number of hours with its word: ``1 ora``, ``2,5 ore``."""
    return f"{written(value, 'it')} {'ora' if value == 1 else 'ore'}"
