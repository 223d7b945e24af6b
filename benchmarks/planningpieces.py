"""A portfolio as all solvers can express it: lessons of two hours with one trainer each.

Only hard constraints are left: windows, prerequisites, trainers, absences and rooms. The
internship, which FET has no word for, is left out, and with it what waits for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand, Part, Placed
from toolkit.planning.goals import cost
from toolkit.planning.leastcost import least_cost
from toolkit.planning.schedule import Schedule
from toolkit.planning.supply import Stretches, shared

STEP = 30
"""Minutes between the moments at which a lesson may begin."""

PIECE = 120
"""Minutes of a lesson; what is left over lengthens the last one of its part."""

STEPS_A_DAY = 24 * 60 // STEP

WEEKS = 26
"""How long an edition may last at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A lesson to place: its edition, its part, its only trainer and its length in steps."""

    edition: int
    part: int
    trainer: int
    steps: int


def with_one_trainer(demands: Sequence[Demand]) -> list[Demand]:
    """Return *demands* with one trainer a unit, whose time they take the least of, and no internship."""
    load: Counter[int] = Counter()
    found = []
    for demand in demands:
        only = {}
        for number, unit in enumerate(demand.units):
            parts = [demand.parts[part] for part in unit.parts]
            able = set.intersection(*[set(part.trainers) for part in parts])
            burden = {each: _burden(demand, parts, each, load[each]) for each in sorted(able)}
            only[number] = min(burden, key=lambda each: burden[each])
            load[only[number]] += unit.minutes
        units = tuple(replace(unit, trainers=(only[n],)) for n, unit in enumerate(demand.units))
        parts = tuple(replace(part, trainers=(only[part.unit],)) for part in demand.parts)
        found.append(replace(demand, units=units, parts=parts, internship_minutes=0))
    return found


def _burden(demand: Demand, parts: Sequence[Part], trainer: int, load: int) -> float:
    """Return the share of the scarcest time of *trainer* that *parts* and the *load* would take."""
    shares = []
    for part in parts:
        free = sum(
            end - start
            for day in days_of(demand)
            for start, end in _open(demand, day, trainer, is_distance=part.is_distance)
        )
        shares.append((load + part.minutes) / max(free, 1))
    return max(shares)


def _open(demand: Demand, day: PlanningDay, trainer: int, *, is_distance: bool) -> Stretches:
    """Return when *trainer* may teach on *day*."""
    windows = tuple((s.start, s.end) for s in day.slots if s.admits(is_distance))
    return shared(windows, demand.trainers[trainer].free(day.number, is_distance))


def pieces_of(demands: Sequence[Demand]) -> list[Piece]:
    """Return the lessons that make up the hours of every part of every edition."""
    found = []
    for edition, demand in enumerate(demands):
        for number, part in enumerate(demand.parts):
            whole = max(part.minutes // PIECE, 1) if part.minutes else 0
            for n in range(whole):
                minutes = part.minutes - PIECE * (whole - 1) if n == whole - 1 else PIECE
                found.append(Piece(edition, number, part.trainers[0], -(-minutes // STEP)))
    return found


def starts_of(demand: Demand, piece: Piece) -> Iterator[int]:
    """Yield the steps, counted from the first of all days, at which *piece* may begin."""
    is_distance = demand.parts[piece.part].is_distance
    for day in days_of(demand):
        for begins, ends in _open(demand, day, piece.trainer, is_distance=is_distance):
            first = -(-begins // STEP)
            for step in range(first, ends // STEP - piece.steps + 1):
                yield day.number * STEPS_A_DAY + step


def days_of(demand: Demand) -> Sequence[PlanningDay]:
    """Return the days on which the lessons of *demand* may be."""
    return demand.days[: 7 * WEEKS]


def pairs_in_order(demands: Sequence[Demand], pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield the positions of two pieces of which the first must end before the other begins."""
    by_unit: dict[tuple[int, int], list[int]] = {}
    for n, piece in enumerate(pieces):
        unit = demands[piece.edition].parts[piece.part].unit
        by_unit.setdefault((piece.edition, unit), []).append(n)
    for (edition, unit), later in by_unit.items():
        for before in demands[edition].units[unit].before:
            for one in by_unit.get((edition, before), ()):
                yield from ((one, other) for other in later)


def schedules_of(
    demands: Sequence[Demand],
    pieces: Sequence[Piece],
    places: Iterable[tuple[int, int | None]],
) -> list[Schedule]:
    """Return the schedules that put each piece at the step and in the room of its place."""
    lessons: list[list[Placed]] = [[] for _ in demands]
    for piece, (start, room) in zip(pieces, places, strict=True):
        day, step = divmod(start, STEPS_A_DAY)
        minutes = piece.steps * STEP
        lessons[piece.edition].append(
            Placed(day, step * STEP, minutes, piece.part, piece.trainer, room)
        )
    return [
        Schedule(demand, tuple(sorted(some)), ())
        for demand, some in zip(demands, lessons, strict=True)
    ]


def distance(schedules: Sequence[Schedule]) -> float:
    """Return how far *schedules* are above a cost that none goes below, as a share of it."""
    least = sum(least_cost(each.demand) for each in schedules)
    return sum(cost(each) for each in schedules) / least - 1
