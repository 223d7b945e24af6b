"""A finished layout of lessons, as goals score it: frozen, in positions of its `Demand`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.model.timetable import Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.fixed import Fixed


@dataclass(frozen=True)
class Schedule:
    """The lessons and internship days of a course, each in order of time."""

    demand: Demand
    lessons: tuple[Placed, ...]
    internship: tuple[tuple[int, int], ...]
    """The number of each day, with its minutes."""

    @cached_property
    def last_activity(self) -> int:
        """The number of the last day of lessons or internship; the first day if none."""
        first = self.demand.course.edition.start.toordinal()
        lessons = (lesson.number for lesson in self.lessons[-1:])
        return max((first, *lessons, *(number for number, _ in self.internship)))

    @cached_property
    def by_day(self) -> Mapping[int, list[Placed]]:
        """The lessons of each day that has some, by its number."""
        found: dict[int, list[Placed]] = defaultdict(list)
        for lesson in self.lessons:
            found[lesson.number].append(lesson)
        return found

    @cached_property
    def by_unit(self) -> Mapping[int, list[Placed]]:
        """The lessons of each unit that has some, by its position."""
        found: dict[int, list[Placed]] = defaultdict(list)
        parts = self.demand.parts
        for lesson in self.lessons:
            found[parts[lesson.part].unit].append(lesson)
        return found


def schedule_of(demand: Demand, timetable: Timetable) -> Schedule:
    """Return *timetable* as a schedule of the course of *demand*.

    Lessons that name what the course has not are left out: rules tell them.
    """
    whole = demand_of(demand.course, fixed=Fixed(timetable.lessons, timetable.internship))
    hosted = sorted((each.day.toordinal(), round(each.hours * 60)) for each in timetable.internship)
    return Schedule(demand, whole.standing, tuple(hosted))
