"""When windows, trainers and rooms are open to lessons: found once, however many counts ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from toolkit.planning.days import QUARTER, PlanningDay, Slot
from toolkit.planning.demand import Demand
from toolkit.planning.shortages.kind import Kind
from toolkit.planning.supply import Stretches, Supply, joined, shared

_OpenOn = Callable[[PlanningDay], Stretches]


class Opening:
    """The time that something is open to lessons, asked once for all the days that are alike.

    Days are alike on the same weekday, if the same windows are open and the same of *supplies*
    are there, taken by others at the same times. On a day without windows nothing is open.
    """

    def __init__(self, open_on: _OpenOn, supplies: Sequence[Supply] = ()) -> None:
        self._open_on = open_on
        self._supplies = supplies
        self._unlike = frozenset[int]().union(
            *(each.away for each in supplies), *(each.taken for each in supplies)
        )
        self._until = min((each.until for each in supplies), default=0)
        self._known: dict[tuple[object, ...], Stretches] = {}
        self._minutes: dict[int, int] = {}

    def on(self, day: PlanningDay) -> Stretches:
        """Return when it is open on *day*."""
        if not day.slots:
            return ()
        alike: tuple[object, ...] = (day.weekday, day.slots)
        if day.number > self._until or day.number in self._unlike:
            number = day.number
            there = [(each.is_there(number), each.taken.get(number)) for each in self._supplies]
            alike = (*alike, *there)
        if alike not in self._known:
            self._known[alike] = self._open_on(day)
        return self._known[alike]

    def minutes(self, day: PlanningDay) -> int:
        """Return how long it is open on *day*, in whole quarters."""
        found = self._minutes.get(day.number)
        if found is None:
            found = sum((end - start) // QUARTER * QUARTER for start, end in self.on(day))
            self._minutes[day.number] = found
        return found


class Openings:
    """The openings of one course."""

    def __init__(self, demand: Demand) -> None:
        self.demand = demand
        self._known: dict[Hashable, Opening] = {}

    def of_windows(self, kind: Kind) -> Opening:
        """Return when the windows are open to lessons of that *kind*."""
        return self._once(
            kind,
            lambda: Opening(
                lambda day: tuple(
                    (slot.start, slot.end) for slot in day.slots if any(kind.ways(slot))
                )
            ),
        )

    def of_trainers(self, trainers: Sequence[int], kind: Kind) -> Opening:
        """Return when any of *trainers* can teach lessons of that *kind*."""
        some = [self.demand.trainers[each] for each in trainers]
        return self._once((kind, frozenset(trainers)), lambda: _any_of(some, kind))

    def of_rooms(self, rooms: Sequence[int]) -> Opening:
        """Return when any of *rooms* can be used."""
        some = [self.demand.rooms[each] for each in rooms]
        return self._once(("rooms", frozenset(rooms)), lambda: _any_of(some, Kind.PRESENCE))

    def of_unit(self, unit: int, kind: Kind) -> Opening:
        """Return when a trainer, and a room if one is needed, are free for the unit together."""
        found = self.demand.units[unit]
        parts = [self.demand.parts[part] for part in found.parts]
        ways = frozenset((each.is_distance, each.rooms) for each in parts if kind.includes(each))
        return self._once(
            (frozenset(found.trainers), ways), lambda: self._meeting(found.trainers, ways)
        )

    def _meeting(
        self, trainers: Sequence[int], ways: frozenset[tuple[bool, tuple[int, ...]]]
    ) -> Opening:
        rooms = {room for _, some in ways for room in some}
        supplies = [
            *(self.demand.trainers[each] for each in trainers),
            *(self.demand.rooms[each] for each in sorted(rooms)),
        ]
        each_way = [self._way(trainers, is_distance, some) for is_distance, some in ways]
        return Opening(
            lambda day: joined([stretch for open_on in each_way for stretch in open_on(day)]),
            supplies,
        )

    def _way(self, trainers: Sequence[int], is_distance: bool, rooms: tuple[int, ...]) -> _OpenOn:
        if is_distance:
            return self.of_trainers(trainers, Kind.DISTANCE).on
        teaching, there = self.of_trainers(trainers, Kind.PRESENCE), self.of_rooms(rooms)
        return lambda day: shared(teaching.on(day), there.on(day))

    def _once(self, key: Hashable, found: Callable[[], Opening]) -> Opening:
        if key not in self._known:
            self._known[key] = found()
        return self._known[key]


def _any_of(supplies: Sequence[Supply], kind: Kind) -> Opening:
    """Return when any of *supplies* is free in the windows for lessons of that *kind*."""

    def open_on(day: PlanningDay) -> Stretches:
        free = (shared(((slot.start, slot.end),), free_in(slot, day)) for slot in day.slots)
        return tuple(stretch for each in free for stretch in each)

    def free_in(slot: Slot, day: PlanningDay) -> Stretches:
        ways = [is_distance for is_distance, open_ in enumerate(kind.ways(slot)) if open_]
        # Most are free at the same times, so there are few to join.
        free = {each.free(day.number, bool(way)) for each in supplies for way in ways}
        return joined([stretch for each in free for stretch in each])

    return Opening(open_on, supplies)
