"""A timetable in the making: what has been placed and what is left to place."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """One lesson of a draft; positions refer to its `Demand`."""

    number: int
    """The number of the day."""
    start: int
    minutes: int
    part: int
    trainer: int
    room: int | None


class Draft:
    """The lessons and internship days placed so far, in order of time, and what is left.

    It only grows, by `place` and `place_internship`; a new attempt takes a new draft.
    """

    def __init__(self, demand: Demand) -> None:
        self.demand = demand
        self.lessons: list[Placed] = []
        self.internship: list[tuple[int, int]] = []
        self.left = [part.minutes for part in demand.parts]
        self.unit_left = [unit.minutes for unit in demand.units]
        self.lessons_left = demand.minutes
        self.internship_left = round(demand.course.internship_hours * 60)
        self.trainer_left = [
            demand.minutes if trainer.max_minutes is None else trainer.max_minutes
            for trainer in demand.trainers
        ]
        self.trainer_given = [0] * len(demand.trainers)
        self.last_trainer = [NOBODY] * len(demand.units)
        self.last_room: list[int | None] = [None] * len(demand.parts)
        self.today = 0
        self.unit_today = [0] * len(demand.units)
        self.lessons_by_week: dict[int, int] = {}
        self.internship_by_week: dict[int, int] = {}
        self.internship_by_day: dict[int, int] = {}

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to place."""
        return self.lessons_left == 0 and self.internship_left == 0

    def begin_day(self) -> None:
        """Forget what was placed on the day before."""
        self.today = 0
        self.unit_today = [0] * len(self.unit_today)

    def place(self, day: PlanningDay, lesson: Placed) -> None:
        """Add *lesson*, on *day*."""
        unit = self.demand.parts[lesson.part].unit
        self.lessons.append(lesson)
        self.left[lesson.part] -= lesson.minutes
        self.unit_left[unit] -= lesson.minutes
        self.lessons_left -= lesson.minutes
        self.trainer_left[lesson.trainer] -= lesson.minutes
        self.trainer_given[lesson.trainer] += lesson.minutes
        self.last_trainer[unit] = lesson.trainer
        self.last_room[lesson.part] = lesson.room
        self.today += lesson.minutes
        self.unit_today[unit] += lesson.minutes
        self.lessons_by_week[day.week] = self.lessons_by_week.get(day.week, 0) + lesson.minutes

    def place_internship(self, day: PlanningDay, minutes: int) -> None:
        """Add *minutes* of internship on *day*."""
        self.internship.append((day.number, minutes))
        self.internship_left -= minutes
        self.internship_by_day[day.number] = minutes
        self.internship_by_week[day.week] = self.internship_by_week.get(day.week, 0) + minutes

    @property
    def unplaced(self) -> tuple[int, ...]:
        """The units with minutes left to place."""
        return tuple(unit for unit, left in enumerate(self.unit_left) if left)
