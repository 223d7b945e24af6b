"""Whether a lesson falls within the hours of a week."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from toolkit.model.moments import TimeRange
from toolkit.model.timetable import Lesson
from toolkit.model.week import Week, Window
from toolkit.text import Text


def is_within(lesson: Lesson, windows: Sequence[Window]) -> bool:
    """Return whether *windows* cover the lesson from its beginning to its end.

    Windows that touch count as one; they come in order of time, as a `Week` has them.
    """
    # Nearly always one window is enough.
    for window in windows:
        if window.times.contains(lesson.times):
            return True
    return any(stretch.contains(lesson.times) for stretch in _joined(windows))


def is_there(lesson: Lesson, week: Week) -> bool:
    """Return whether who or what keeps the hours of *week* is there for the lesson.

    Hours for distance lessons will not do for a lesson in presence; the others will do
    for both.
    """
    windows = week.on(lesson.day)
    is_distance = lesson.mode.is_distance
    return is_within(lesson, [each for each in windows if is_distance or not each.distance])


def windows_on(week: Week, day: date) -> Text | tuple[str, ...]:
    """Return the windows of *day* as a message lists them."""
    return tuple(str(window) for window in week.on(day)) or Text(it="nessuna", en="none")


def _joined(windows: Iterable[Window]) -> list[TimeRange]:
    joined: list[TimeRange] = []
    for window in windows:
        if joined and joined[-1].end == window.times.start:
            joined[-1] = TimeRange(joined[-1].start, window.times.end)
        else:
            joined.append(window.times)
    return joined
