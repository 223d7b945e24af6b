"""What a course asks of its timetable, in minutes and positions instead of hours and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from toolkit.model.course import Course
from toolkit.model.timetable import Mode
from toolkit.planning.days import QUARTER, PlanningDay
from toolkit.planning.fixed import Fixed
from toolkit.planning.supply import Supply
from toolkit.planning.taken import Taken


@dataclass(frozen=True, slots=True)
class Limits:
    """How long lessons, days and weeks may be, in minutes of lesson."""

    min_block: int
    max_block: int
    break_minutes: int
    break_after: int
    per_day: int
    per_week: int

    def lasting(self, minutes: int) -> int:
        """Return how long a lesson of so many *minutes* takes, its break included."""
        return minutes + self.pause(minutes)

    def pause(self, minutes: int) -> int:
        """Return the break inside a lesson of so many *minutes*."""
        return self.break_minutes if minutes > self.break_after else 0

    def fitting(self, available: int) -> int:
        """Return the minutes of the longest lesson that fits in *available*, in quarters."""
        whole = available // QUARTER * QUARTER
        if whole <= self.break_after:
            return whole
        with_break = (available - self.break_minutes) // QUARTER * QUARTER
        return max(with_break, self.break_after)


ENDLESS = 10**12
"""A moment after all others."""


class Placed(NamedTuple):
    """One lesson in its place; positions refer to the `Demand`."""

    number: int
    """The number of the day."""
    start: int
    minutes: int
    part: int
    trainer: int
    room: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """The minutes that one unit has in one mode."""

    unit: int
    mode: Mode
    is_distance: bool
    minutes: int
    """Those to place; what stands already is left out."""
    trainers: tuple[int, ...]
    """Positions of the unit's trainers with any time, in a common week, for that mode."""
    rooms: tuple[int, ...]
    """Positions of the rooms fit for it, preferred first; none at a distance."""


@dataclass(frozen=True, slots=True)
class UnitDemand:
    """What one unit asks for."""

    code: str
    minutes: int
    """Those to place; what stands already is left out."""
    parts: tuple[int, ...]
    trainers: tuple[int, ...]
    """Positions of those who may teach it."""
    before: tuple[int, ...]
    """Positions of the units to be completed before this one begins."""
    test: int
    """Minutes of the assessment, at the end of the last lesson."""
    closing: tuple[int, ...]
    """The parts that the last lesson may belong to."""
    not_before: int = 0
    """The moment at which the lessons that stand of the units before it are over."""
    deadline: int = ENDLESS
    """The moment by which it must be over for what stands after it."""
    last_fixed: int = 0
    """The moment at which the last of its lessons that stand begins; 0 is none."""


@dataclass(frozen=True)
class Demand:
    """A course as the planner works on it; positions refer to the tuples here."""

    course: Course
    limits: Limits
    units: tuple[UnitDemand, ...]
    parts: tuple[Part, ...]
    trainers: tuple[Supply, ...]
    rooms: tuple[Supply, ...]
    days: tuple[PlanningDay, ...]
    internship_minutes: int
    """Those to place; what stands already is left out."""
    standing: tuple[Placed, ...]
    """The lessons that stand, in order of time."""
    fixed: Fixed
    taken: Taken

    @cached_property
    def successors(self) -> tuple[tuple[int, ...], ...]:
        """For each unit, those that cannot begin before it ends, near or far."""
        return tuple(
            tuple(other for other in range(len(self.units)) if unit in self.ancestors[other])
            for unit in range(len(self.units))
        )

    @cached_property
    def ancestors(self) -> tuple[tuple[int, ...], ...]:
        """For each unit, those that must end before it begins, near or far."""
        found: list[set[int]] = [set(unit.before) for unit in self.units]
        for _ in self.units:
            for each in found:
                each.update(*[found[other] for other in each])
        return tuple(tuple(sorted(each)) for each in found)

    @cached_property
    def before_internship(self) -> tuple[int, ...]:
        """The units to be completed before the internship begins."""
        after = self.course.internship.after if self.course.internship else ()
        return tuple(n for n, unit in enumerate(self.units) if unit.code in after)

    @cached_property
    def hosting_days(self) -> tuple[PlanningDay, ...]:
        """The days on which the internship may take place, whatever the lessons do."""
        internship = self.course.internship
        if internship is None:
            return ()
        first = (internship.start or self.course.edition.start).toordinal()
        return tuple(day for day in self.days if day.is_for_internship and day.number >= first)

    @cached_property
    def minutes_by_week(self) -> Mapping[int, int]:
        """The minutes of lesson that each week, by the number of its Monday, has place for."""
        found: dict[int, int] = defaultdict(int)
        for day in self.days:
            found[day.week] += min(day.open_minutes, self.limits.per_day)
        return found

    @cached_property
    def standing_by_day(self) -> Mapping[int, list[Placed]]:
        """The lessons that stand on each day that has some, by its number."""
        found: dict[int, list[Placed]] = defaultdict(list)
        for lesson in self.standing:
            found[lesson.number].append(lesson)
        return found

    @cached_property
    def has_limited_trainers(self) -> bool:
        """Whether any trainer has fewer hours than might be asked for."""
        return any(
            trainer.max_minutes is not None
            and trainer.max_minutes
            < sum(unit.minutes for unit in self.units if number in unit.trainers)
            for number, trainer in enumerate(self.trainers)
        )

    @cached_property
    def wanted(self) -> frozenset[int]:
        """The trainers who may teach anything that is left to place."""
        return frozenset(each for part in self.parts if part.minutes for each in part.trainers)

    @cached_property
    def experts(self) -> frozenset[int]:
        """The trainers who come from the world of work."""
        trainers = self.course.provider.trainers
        return frozenset(n for n, trainer in enumerate(trainers) if trainer.expert)

    @cached_property
    def minutes(self) -> int:
        """All the minutes of lesson to place."""
        return sum(unit.minutes for unit in self.units)
