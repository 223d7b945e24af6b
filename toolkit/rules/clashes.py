"""Which lessons are at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.model.scheduled import ListedLesson


def clashes(lessons: Sequence[ListedLesson]) -> Iterator[tuple[ListedLesson, ListedLesson]]:
    """Yield each lesson that begins during an earlier one, after the first of those.

    *lessons* are in order of time.
    """
    same_day: list[ListedLesson] = []
    for later in lessons:
        if same_day and same_day[0].lesson.day != later.lesson.day:
            same_day = []
        for earlier in same_day:
            if earlier.lesson.times.overlaps(later.lesson.times):
                yield earlier, later
                break
        same_day.append(later)
