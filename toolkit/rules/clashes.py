"""Which lessons are at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from toolkit.model.scheduled import ListedLesson


def clashes(lessons: Sequence[ListedLesson]) -> Iterator[tuple[ListedLesson, ListedLesson]]:
    """Yield each lesson that begins during an earlier one, after the first of those.

    *lessons* are in order of time.
    """
    for n, later in enumerate(lessons):
        for earlier in lessons[:n]:
            same_day = earlier.lesson.day == later.lesson.day
            if same_day and earlier.lesson.times.overlaps(later.lesson.times):
                yield earlier, later
                break


def by(
    name: Callable[[ListedLesson], str | None], lessons: Iterable[ListedLesson]
) -> dict[str, tuple[ListedLesson, ...]]:
    """Return *lessons* grouped by *name*, those without one left out, in the same order."""
    groups: dict[str, list[ListedLesson]] = defaultdict(list)
    for each in lessons:
        if key := name(each):
            groups[key].append(each)
    return {key: tuple(group) for key, group in groups.items()}
