"""The tests at the end of units in a sharing: one lesson, long enough, with one trainer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.planning.days import QUARTER
from toolkit.planning.demand import Demand
from toolkit.planning.exact.cells import Cell
from toolkit.planning.exact.sharing import Sharing, trainer_class
from toolkit.planning.exact.solving import total

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Choice, Model


@dataclass(frozen=True, slots=True)
class Closing:
    """One way to end a unit: a lesson of *part* with *trainer* from one cell to another."""

    unit: int
    part: int
    trainer: int
    first: int
    last: int
    """Positions of its first and last cell, of the same window."""


def units_end_with_their_test(model: Model, sharing: Sharing) -> dict[Closing, Choice]:
    """The last lesson of a unit is as long as its test; returns the ways to end the units."""
    chosen: dict[Closing, Choice] = {}
    ways: dict[tuple[int, int], list[Choice]] = defaultdict(list)
    across: dict[int, list[Choice]] = defaultdict(list)
    for closing in _closings(sharing.demand, sharing.cells):
        choice = chosen[closing] = model.new_bool_var("")
        ways[closing.unit, closing.last].append(choice)
        _long_enough(model, sharing, closing, choice)
        for boundary in range(closing.first, closing.last):
            across[boundary].append(choice)
    for choices in across.values():
        model.add_at_most_one(choices)
    for number, unit in enumerate(sharing.demand.units):
        if unit.test and unit.minutes:
            complete = sharing.complete[number]
            for n, done in enumerate(complete):
                if unit.last_fixed > sharing.cells[n].begins:
                    # The unit ends with a lesson that stands already.
                    continue
                before = complete[n - 1] if n else 0
                model.add(done - before <= total(ways[number, n]))
    return chosen


def _long_enough(model: Model, sharing: Sharing, closing: Closing, choice: Choice) -> None:
    """Give the closing lesson its minutes, one after the other, if it is chosen."""
    demand, cells = sharing.demand, sharing.cells
    test = demand.units[closing.unit].test
    pause = demand.limits.pause(test)
    teacher = trainer_class(demand, closing.trainer)
    span = range(closing.first, closing.last + 1)
    given = {n: sharing.quarters[n, closing.part][teacher] for n in span}
    model.add(QUARTER * total(given.values()) >= test).only_enforce_if(choice)
    if pause:
        room = sum(cells[n].quarters * QUARTER for n in span) + cells[closing.last].spare
        used = QUARTER * total(sharing.of_cell(n) for n in span)
        model.add(used + pause <= room).only_enforce_if(choice)
    if closing.first == closing.last:
        return
    for n in span:
        model.add(given[n] >= 1).only_enforce_if(choice)
    for n in span[1:-1]:
        model.add(given[n] == sharing.of_cell(n)).only_enforce_if(choice)
        if not pause:
            model.add(given[n] == cells[n].quarters).only_enforce_if(choice)
    # Nothing of the unit comes after the lesson that ends it.
    ending = sharing.of_unit(closing.last, closing.unit)
    model.add(ending == given[closing.last]).only_enforce_if(choice)


def _closings(demand: Demand, cells: Sequence[Cell]) -> Iterator[Closing]:
    for number, unit in enumerate(demand.units):
        if not unit.test or unit.test > demand.limits.max_block:
            continue
        for part in unit.closing:
            if demand.parts[part].minutes < unit.test:
                continue
            for first, last, trainers in _runs(demand, cells, part, unit.test):
                for trainer in trainers:
                    yield Closing(number, part, trainer, first, last)


def _runs(
    demand: Demand, cells: Sequence[Cell], part: int, test: int
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the cells, one or several of a window, in which somebody could give the test.

    With one cell any of the trainers without limits will do, so one stands for all.
    """
    lasting = demand.limits.lasting(test)
    for first, cell in enumerate(cells):
        trainers = set(cell.who_may_teach(demand, part))
        rooms = set(cell.rooms)
        minutes = 0
        for last in range(first, len(cells)):
            other = cells[last]
            if (other.number, other.slot) != (cell.number, cell.slot):
                break
            trainers &= set(other.who_may_teach(demand, part))
            rooms &= other.rooms
            minutes += other.quarters * QUARTER
            in_a_room = demand.parts[part].is_distance or not rooms.isdisjoint(
                demand.parts[part].rooms
            )
            if not trainers or not in_a_room:
                break
            if minutes + other.spare >= lasting:
                alike = {trainer_class(demand, each): each for each in sorted(trainers)}
                yield first, last, tuple(alike.values())
