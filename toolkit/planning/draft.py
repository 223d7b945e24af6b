"""A timetable in the making: what has been placed and what is left to place."""

from __future__ import annotations

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.schedule import Schedule

NOBODY = -1


class Draft:
    """The lessons and internship days placed so far, in order of time, and what is left.

    What stands counts from the beginning. A draft only grows, by `place` and
    `place_internship`; a new attempt takes a new draft.
    """

    def __init__(self, demand: Demand) -> None:
        self.demand = demand
        self.lessons: list[Placed] = []
        self.internship: list[tuple[int, int]] = []
        self.left = [part.minutes for part in demand.parts]
        self.unit_left = [unit.minutes for unit in demand.units]
        self.lessons_left = demand.minutes
        self.internship_left = demand.internship_minutes
        self.trainer_left = [
            demand.minutes if trainer.max_minutes is None else trainer.max_minutes
            for trainer in demand.trainers
        ]
        self.trainer_given = [0] * len(demand.trainers)
        self.last_trainer = [NOBODY] * len(demand.units)
        self.last_room: list[int | None] = [None] * len(demand.parts)
        self.ending_later: set[int] = set()
        """The units whose last lesson is placed already, after where the draft grows."""
        self.today = 0
        self.unit_today = [0] * len(demand.units)
        self.lessons_by_week: dict[int, int] = {}
        self.internship_by_week: dict[int, int] = {}
        self.internship_by_day: dict[int, int] = {}
        self._count_what_stands()

    def _count_what_stands(self) -> None:
        for lesson in self.demand.standing:
            monday = lesson.number - (lesson.number - 1) % 7
            self.trainer_given[lesson.trainer] += lesson.minutes
            self.last_trainer[self.demand.parts[lesson.part].unit] = lesson.trainer
            self.lessons_by_week[monday] = self.lessons_by_week.get(monday, 0) + lesson.minutes
        for each in self.demand.fixed.internship:
            self._count_internship(each.day.toordinal(), round(each.hours * 60))

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to place."""
        return self.lessons_left == 0 and self.internship_left == 0

    @property
    def schedule(self) -> Schedule:
        """What has been placed, with what stands."""
        standing = self.demand.fixed.internship
        hosted = [(each.day.toordinal(), round(each.hours * 60)) for each in standing]
        return Schedule(
            self.demand,
            tuple(sorted([*self.lessons, *self.demand.standing])),
            tuple(sorted([*self.internship, *hosted])),
        )

    def begin_day(self, day: PlanningDay) -> None:
        """Forget what was placed on the day before; what stands on *day* counts."""
        self.today = 0
        self.unit_today = [0] * len(self.unit_today)
        for lesson in self.demand.standing_by_day.get(day.number, ()):
            self.today += lesson.minutes
            self.unit_today[self.demand.parts[lesson.part].unit] += lesson.minutes

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
        self._count_internship(day.number, minutes)

    def _count_internship(self, number: int, minutes: int) -> None:
        monday = number - (number - 1) % 7
        self.internship_by_day[number] = minutes
        self.internship_by_week[monday] = self.internship_by_week.get(monday, 0) + minutes

    @property
    def under_way(self) -> int:
        """How many units have begun and not ended."""
        return sum(
            left > 0 and last != NOBODY
            for left, last in zip(self.unit_left, self.last_trainer, strict=True)
        )

    @property
    def unplaced(self) -> tuple[int, ...]:
        """The units with minutes left to place."""
        return tuple(unit for unit, left in enumerate(self.unit_left) if left)
