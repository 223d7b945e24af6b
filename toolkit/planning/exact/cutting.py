"""Cutting a sharing of quarters into lessons: where each begins, with whom and in which room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from toolkit.planning.days import QUARTER
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.exact.cells import Cell
from toolkit.planning.exact.sharing import ANYONE
from toolkit.planning.exact.testing import Closing
from toolkit.planning.fixed import DAY

Shares = dict[tuple[int, int, int], int]
"""Quarters by position of the cell, part and trainer, or `ANYONE`."""


@dataclass(frozen=True, slots=True)
class Run:
    """Time of one part, trainer and room without interruption."""

    number: int
    slot: int
    start: int
    quarters: int
    part: int
    trainer: int
    room: int | None

    @property
    def begins(self) -> int:
        """The moment at which it begins."""
        return self.number * DAY + self.start

    @property
    def end(self) -> int:
        return self.start + self.quarters * QUARTER

    def goes_on_as(self, other: Run) -> bool:
        """Return whether *other* is the same lesson going on."""
        return other == replace(self, start=self.end, quarters=other.quarters)


def lessons_of(
    demand: Demand, cells: Sequence[Cell], shares: Shares, closings: Iterable[Closing]
) -> tuple[Placed, ...] | None:
    """Return the lessons, in order of time; none if breaks leave no room for one of them."""
    runs = _merged(_Filling(demand, cells, shares, tuple(closings)).runs())
    last = {demand.parts[run.part].unit: n for n, run in enumerate(runs)}
    until = {
        (cell.number, cell.slot): cell.start + cell.quarters * QUARTER + cell.spare
        for cell in cells
    }
    found: list[Placed] = []
    for n, run in enumerate(runs):
        key = (run.number, run.slot)
        follows = [runs[n + 1].start] if runs[n + 1 :] and _key(runs[n + 1]) == key else []
        number = demand.parts[run.part].unit
        unit = demand.units[number]
        # A unit may end with a lesson that stands already.
        test = unit.test if last[number] == n and unit.last_fixed <= run.begins else 0
        ends = min([*follows, until[key], *_free_until(demand, run)])
        lessons = _cut(demand, run, test, ends)
        if lessons is None:
            return None
        found += lessons
    return tuple(found)


def _free_until(demand: Demand, run: Run) -> Iterator[int]:
    """Yield until when the trainer and the room of *run* are free: breaks must fit there too."""
    givers = [(demand.trainers[run.trainer], demand.parts[run.part].is_distance)]
    if run.room is not None:
        givers.append((demand.rooms[run.room], False))
    for supply, is_distance in givers:
        for begins, ends in supply.free(run.number, is_distance):
            if begins <= run.start < ends:
                yield ends


def _key(run: Run) -> tuple[int, int]:
    return run.number, run.slot


def _merged(runs: Iterable[Run]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        if found and found[-1].goes_on_as(run):
            found[-1] = replace(found[-1], quarters=found[-1].quarters + run.quarters)
        else:
            found.append(run)
    return found


def _cut(demand: Demand, run: Run, test: int, until: int) -> list[Placed] | None:
    """Return the lessons of *run*: long ones if their breaks fit, else short ones without."""
    limits = demand.limits
    for longest in (limits.max_block, min(limits.max_block, limits.break_after)):
        lengths = _lengths(run.quarters * QUARTER, longest, test)
        start = run.start
        lessons = []
        for minutes in lengths:
            lessons.append(Placed(run.number, start, minutes, run.part, run.trainer, run.room))
            end = start + limits.lasting(minutes)
            start = end + -(end - run.start) % QUARTER
        if end <= until:
            return lessons
    return None


def _lengths(minutes: int, longest: int, test: int) -> list[int]:
    """Return lengths up to *longest* that add up to *minutes*, about even, the last fit for *test*."""
    quarters, most = minutes // QUARTER, max(longest // QUARTER, 1)
    count = -(-quarters // most)
    even = [(quarters + n) // count * QUARTER for n in range(count)]
    if even[-1] >= test:
        return even
    last = -(-test // QUARTER) * QUARTER
    return [*_lengths(minutes - last, longest, 0), last] if minutes > last else [last]


class _Filling:
    """The order of lessons in each cell, and who teaches where hours are not limited."""

    def __init__(
        self,
        demand: Demand,
        cells: Sequence[Cell],
        shares: Shares,
        closings: tuple[Closing, ...],
    ) -> None:
        self.demand = demand
        self.cells = cells
        self.shares = shares
        self.closings = closings
        self.usual_trainer: dict[int, int] = {}
        self.usual_room: dict[int, int] = {}
        self.rank = {
            unit: rank
            for rank, unit in enumerate(
                sorted(range(len(demand.units)), key=lambda each: len(demand.ancestors[each]))
            )
        }

    def runs(self) -> Iterator[Run]:
        by_cell = groupby(sorted(self.shares), key=lambda share: share[0])
        for n, group in by_cell:
            shares = [share for share in group if self.shares[share]]
            yield from self._in_cell(n, sorted(shares, key=self._order))

    def _in_cell(self, n: int, shares: list[tuple[int, int, int]]) -> Iterator[Run]:
        cell = self.cells[n]
        start = cell.start
        for share in shares:
            quarters = self.shares[share]
            closing = self._closing(share)
            if closing and closing.first == n < closing.last:
                # It goes on in the next cell without a pause.
                start = cell.start + (cell.quarters - quarters) * QUARTER
            trainer, room = self._giver(share, closing), self._room(share, closing)
            yield Run(cell.number, cell.slot, start, quarters, share[1], trainer, room)
            start += quarters * QUARTER

    def _order(self, share: tuple[int, int, int]) -> tuple[int, int, int, int]:
        """Lessons that go on from before come first, those that go on after last."""
        n, part, _ = share
        closing = self._closing(share)
        position = 0
        if closing and closing.first < closing.last:
            position = -1 if n > closing.first else 1
        unit = self.demand.parts[part].unit
        return position, self.rank[unit], closing is not None, part

    def _closing(self, share: tuple[int, int, int]) -> Closing | None:
        n, part, trainer = share
        for each in self.closings:
            limited = self.demand.trainers[each.trainer].max_minutes is not None
            teacher = each.trainer if limited else ANYONE
            if each.first <= n <= each.last and (each.part, teacher) == (part, trainer):
                return each
        return None

    def _giver(self, share: tuple[int, int, int], closing: Closing | None) -> int:
        n, part, trainer = share
        if trainer != ANYONE:
            return trainer
        if closing:
            return closing.trainer
        unit = self.demand.parts[part].unit
        free = [
            each
            for each in self.cells[n].who_may_teach(self.demand, part)
            if self.demand.trainers[each].max_minutes is None
        ]
        usual = self.usual_trainer.get(unit)
        self.usual_trainer[unit] = usual if usual in free and usual is not None else free[0]
        return self.usual_trainer[unit]

    def _room(self, share: tuple[int, int, int], closing: Closing | None) -> int | None:
        n, part, _ = share
        asked = self.demand.parts[part]
        if asked.is_distance:
            return None
        span = range(closing.first, closing.last + 1) if closing else (n,)
        free = [
            room for room in asked.rooms if all(room in self.cells[each].rooms for each in span)
        ]
        usual = self.usual_room.get(part)
        self.usual_room[part] = usual if usual in free and usual is not None else free[0]
        return self.usual_room[part]
