"""The numbers of units as documents name them, and when those that come first are over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from toolkit.agreement import preceded
from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.text import written


def numbers_of_units(numbers: list[int]) -> str:
    """Write unit numbers with runs folded: ``2, 3, 7–11``."""
    runs = []
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0]):
        members = [number for _, number in run]
        runs.append(f"{members[0]}" if len(members) == 1 else f"{members[0]}–{members[-1]}")
    return ", ".join(runs)


def units_named(numbers: list[int]) -> str:
    """Name units with their article: ``l’unità n. 3``, ``le unità n. 3, 5``."""
    return f"{'l’unità' if len(numbers) == 1 else 'le unità'} n. {numbers_of_units(numbers)}"


def when_prerequisites_end(course: Course, timetable: Timetable) -> str:
    """Return the day on which each unit that comes first is over: ``unità n. 3 conclusa il …``."""
    return "; ".join(
        told
        for each in course.standard.prerequisites
        if (told := ", ".join(_endings(set(each.first), course, timetable)))
    )


def _endings(first: set[int], course: Course, timetable: Timetable) -> Iterator[str]:
    """Yield the units numbered *first* with their last days, those of one day together."""
    number_of = {unit.code: unit.outcome.number for unit in course.units}
    last: dict[int, date] = {}
    for lesson in timetable.lessons:
        if (number := number_of.get(lesson.unit)) in first:
            last[number] = max(lesson.day, last.get(number, lesson.day))
    by_day = sorted(last, key=lambda number: (last[number], number))
    for day, ended in groupby(by_day, key=last.__getitem__):
        numbers = list(ended)
        over = "conclusa" if len(numbers) == 1 else "concluse"
        when = preceded("il", written(day, "it"))
        yield f"unità n. {numbers_of_units(numbers)} {over} {when}"
