"""Where a lesson of a given length could stand, and with whom, if it were alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.planning.days import QUARTER, PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.supply import Supply


@dataclass(frozen=True, slots=True)
class Opening:
    """A moment at which a lesson could begin."""

    number: int
    """The number of the day."""
    start: int
    trainers: tuple[int, ...]
    """Those free until it ends."""
    rooms: tuple[int, ...]
    """Those free until it ends; none at a distance."""

    @property
    def moment(self) -> int:
        """The minutes from the beginning of all days."""
        return self.number * 24 * 60 + self.start


def openings(
    demand: Demand, part: int, lasting: int, *, since: int, also: tuple[int, int] | None = None
) -> tuple[Opening, ...]:
    """Return every opening for a lesson of *part*, from the day *since* on, in order of time.

    Lessons begin on the quarters of a window; *also* is a day and a start beside those, which
    counts where it keeps the constraints.
    """
    found = {
        (each.number, each.start): each
        for day in demand.days
        if day.number >= since
        for each in _openings_on(demand, day, part, lasting, also)
    }
    return tuple(found[moment] for moment in sorted(found))


def _openings_on(
    demand: Demand, day: PlanningDay, part: int, lasting: int, also: tuple[int, int] | None
) -> Iterator[Opening]:
    asked = demand.parts[part]
    for slot in day.slots:
        if not slot.admits(asked.is_distance):
            continue
        starts = [*range(slot.start, slot.end - lasting + 1, QUARTER)]
        if also and also[0] == day.number and slot.start <= also[1] <= slot.end - lasting:
            starts.append(also[1])
        for start in starts:
            trainers = _free(
                demand.trainers, asked.trainers, day, start, lasting, is_distance=asked.is_distance
            )
            rooms = _free(demand.rooms, asked.rooms, day, start, lasting, is_distance=False)
            if trainers and (rooms or asked.is_distance):
                yield Opening(day.number, start, trainers, rooms)


def _free(
    supplies: tuple[Supply, ...],
    wanted: tuple[int, ...],
    day: PlanningDay,
    start: int,
    lasting: int,
    *,
    is_distance: bool,
) -> tuple[int, ...]:
    return tuple(
        each
        for each in wanted
        if any(
            begins <= start and start + lasting <= ends
            for begins, ends in supplies[each].free(day.number, is_distance)
        )
    )
