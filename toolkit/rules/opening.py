"""Whether a lesson falls within the hours of a week."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model.record import TimeRange
from toolkit.model.timetable import Lesson
from toolkit.model.week import Week, Window


def is_within(lesson: Lesson, windows: Iterable[Window]) -> bool:
    """Return whether *windows* cover the lesson from its beginning to its end.

    Windows that touch count as one; they come in order of time, as a `Week` has them.
    """
    return any(stretch.contains(lesson.times) for stretch in _joined(windows))


def is_there(lesson: Lesson, week: Week | None) -> bool:
    """Return whether who or what keeps the hours of *week* is there for the lesson.

    Hours for distance lessons will not do for a lesson in presence; the others will do
    for both. Without a week, all hours will do.
    """
    if week is None:
        return True
    windows = week.on(lesson.day)
    return is_within(
        lesson, (each for each in windows if lesson.mode.is_distance or not each.distance)
    )


def _joined(windows: Iterable[Window]) -> list[TimeRange]:
    joined: list[TimeRange] = []
    for window in windows:
        if joined and joined[-1].end == window.times.start:
            joined[-1] = TimeRange(joined[-1].start, window.times.end)
        else:
            joined.append(window.times)
    return joined
