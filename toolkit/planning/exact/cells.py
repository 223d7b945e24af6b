"""The windows of a course cut into cells: stretches in which the same people and rooms are free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from toolkit.planning.days import QUARTER, PlanningDay, Slot
from toolkit.planning.demand import Demand
from toolkit.planning.supply import Supply


@dataclass(frozen=True, slots=True)
class Cell:
    """Some quarters of one window, in which lessons may stand in any order."""

    number: int
    """The number of the day."""
    week: int
    slot: int
    """The position of its window on the day."""
    start: int
    """Minutes from midnight."""
    quarters: int
    spare: int
    """Minutes after the last quarter that only the end of a lesson can use."""
    trainers: tuple[frozenset[int], frozenset[int]]
    """Those free all the time, for lessons in presence and at a distance."""
    rooms: frozenset[int]

    @property
    def begins(self) -> int:
        """The moment at which it begins, from the beginning of all days."""
        return self.number * 24 * 60 + self.start

    @property
    def ends(self) -> int:
        """The moment at which it ends."""
        return self.begins + self.quarters * QUARTER

    def who_may_teach(self, demand: Demand, part: int) -> tuple[int, ...]:
        """Return the trainers who may give *part* here; none where it has no room or is not due."""
        asked = demand.parts[part]
        unit = demand.units[asked.unit]
        if self.begins < unit.not_before or self.ends > unit.deadline:
            return ()
        if not asked.is_distance and self.rooms.isdisjoint(asked.rooms):
            return ()
        free = self.trainers[asked.is_distance]
        return tuple(each for each in asked.trainers if each in free)


def cells_of(demand: Demand) -> tuple[Cell, ...]:
    """Return the cells of all days, in order of time."""
    # Days alike have the same cells: there are few kinds of them.
    known: dict[tuple[object, ...], tuple[Cell, ...]] = {}
    found: list[Cell] = []
    for day in demand.days:
        if day.slots:
            there = tuple(
                (each.is_there(day.number), each.taken.get(day.number))
                for each in (*demand.trainers, *demand.rooms)
            )
            alike = (day.weekday, day.slots, there)
            if alike not in known:
                known[alike] = tuple(_cells(demand, day))
            found += [replace(each, number=day.number, week=day.week) for each in known[alike]]
    return tuple(found)


def _cells(demand: Demand, day: PlanningDay) -> Iterator[Cell]:
    for position, slot in enumerate(day.slots):
        quarters = [
            (start, _free_at(demand, day, slot, start))
            for start in range(slot.start, slot.start + slot.minutes, QUARTER)
        ]
        for free, group in groupby(quarters, key=lambda each: each[1]):
            starts = [start for start, _ in group]
            end = starts[-1] + QUARTER
            is_last = end == slot.start + slot.minutes
            yield Cell(
                day.number,
                day.week,
                position,
                starts[0],
                len(starts),
                slot.end - end if is_last else 0,
                free[:2],
                free[2],
            )


def _free_at(
    demand: Demand, day: PlanningDay, slot: Slot, start: int
) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """Return the trainers free for either kind of lesson, and the rooms, in one quarter."""

    def free(supplies: tuple[Supply, ...], *, is_distance: bool) -> frozenset[int]:
        return frozenset(
            n
            for n, each in enumerate(supplies)
            if any(
                begins <= start and start + QUARTER <= ends
                for begins, ends in each.free(day.number, is_distance)
            )
        )

    nobody: frozenset[int] = frozenset()
    return (
        free(demand.trainers, is_distance=False) if slot.admits_presence else nobody,
        free(demand.trainers, is_distance=True) if slot.admits_distance else nobody,
        free(demand.rooms, is_distance=False) if slot.admits_presence else nobody,
    )
