"""What days and lengths of lessons cost at least: parts cut into lessons, lessons laid in windows.

A unit's hours are cut into lessons and the lessons fill the windows of as few days as may be;
cuts that fill windows to the end may leave lessons shorter than a block. Taken one at a time
either costs little, so the two are bound by a price: each lesson pays for the time it takes of
a window. For any prices, what lessons cost together with their prices, each part cut as
cheaply as can be, less the most that the windows of the days used can earn, is never above what
the lessons cost (weak duality). A lesson that leaves no more than half a block of its window pays
for the whole, and one of half a block pays nothing; the prices tried differ in how much an hour
costs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import NamedTuple

from toolkit.planning.days import QUARTER, PlanningDay
from toolkit.planning.demand import Demand, Limits, Part
from toolkit.planning.shortages.kind import Kind

HOURLY = (0.0, 0.125, 0.25, 0.5, 0.75, 1.0)
"""The prices of an hour that are tried, in hours by which a lesson falls short of a block."""

Shape = tuple[int, ...]
"""The minutes of each window of a day that are open to the lessons in question."""

Prices = Mapping[int, float]
"""What a lesson of so many minutes pays for its time in a window."""


def cuttings_of(demand: Demand) -> Callable[[int], float]:
    """Return what days and lessons cost at least, for the position of the last day with some.

    Where no day is open both in presence and at a distance, the two are counted apart.
    """
    kinds = [Kind.PRESENCE, Kind.DISTANCE] if _are_apart(demand) else [Kind.ANY]
    found = [_Cutting(demand, kind) for kind in kinds]
    return lambda last: sum(each.least(last) for each in found)


def _are_apart(demand: Demand) -> bool:
    return not any(_shape(day, Kind.PRESENCE) and _shape(day, Kind.DISTANCE) for day in demand.days)


def _shape(day: PlanningDay, kind: Kind) -> Shape:
    return tuple(slot.minutes for slot in day.slots if any(kind.ways(slot)))


class _Tariff(NamedTuple):
    """What certain prices say: the cost of all parts, and what each day can earn at most."""

    parts: float
    days: Mapping[Shape, float]


class _Cutting:
    """The lessons of one kind and the days that are open to them."""

    def __init__(self, demand: Demand, kind: Kind) -> None:
        parts = [part for part in demand.parts if kind.includes(part) and part.minutes]
        goals = demand.course.edition.planning.goals
        self._per_day = goals.few_days
        self._minutes = sum(part.minutes for part in parts)
        self._shapes = [_shape(day, kind) for day in demand.days]
        shapes = set(self._shapes) - {()}
        lengths = range(QUARTER, demand.limits.max_block + 1, QUARTER)
        filled = _Windows(demand.limits, lengths, shapes)
        self._capacity = filled.earning({length: length for length in lengths})
        costs = {
            length: goals.whole_blocks * max(demand.limits.min_block - length, 0) / 60
            + goals.whole_hours * _oddness(length)
            for length in lengths
        }
        self._tariffs = [
            _Tariff(_cut(parts, costs, prices), filled.earning(prices))
            for prices in _price_lists(demand.limits, lengths, shapes, goals.whole_blocks)
        ]

    def least(self, last: int) -> float:
        """Return the least cost of the days up to that at position *last*, and their lessons."""
        if not self._minutes:
            return 0.0
        days = Counter(shape for shape in self._shapes[: last + 1] if shape)
        fewest = _fewest_days(self._minutes, days, self._capacity)
        best = float("inf")
        for used in count(fewest):
            if used * self._per_day >= best or used > days.total():
                break
            best = min(best, used * self._per_day + self._of_lessons(used, days))
        return 0.0 if best == float("inf") else best

    def _of_lessons(self, used: int, days: Counter[Shape]) -> float:
        """Return the least cost of all lessons if they are on so many of *days*."""
        return max(
            tariff.parts - sum(islice(_best_first(days, tariff.days), used))
            for tariff in self._tariffs
        )


def _fewest_days(minutes: int, days: Counter[Shape], capacity: Mapping[Shape, float]) -> int:
    """Return how many of the longest of *days* it takes for *minutes*; all if they are too few."""
    left, used = float(minutes), 0
    for each in _best_first(days, capacity):
        if left <= 0:
            break
        left -= each
        used += 1
    return used


def _best_first(days: Counter[Shape], worth: Mapping[Shape, float]) -> Iterator[float]:
    """Yield what each of *days* is worth, the most first."""
    for shape in sorted(days, key=lambda each: -worth[each]):
        for _ in range(days[shape]):
            yield worth[shape]


def _oddness(minutes: int) -> float:
    """Return how far from whole hours a lesson is, as the goal counts it."""
    if minutes % 60 == 0:
        return 0.0
    return 1.0 if minutes % 30 else 0.5


def _price_lists(
    limits: Limits, lengths: Sequence[int], shapes: set[Shape], scale: float
) -> Iterator[Prices]:
    free = limits.min_block // 2
    for window in sorted({minutes for shape in shapes for minutes in shape}):
        for hourly in HOURLY:
            yield {
                length: scale * hourly * _charged(length, window, free) / 60 for length in lengths
            }


def _charged(length: int, window: int, free: int) -> float:
    """Return the minutes of a *window* that a lesson of that *length* pays for.

    Half a block is *free*; to leave no more than that to others is to take the whole window.
    """
    if length > window:
        return length
    if 2 * free >= window:
        return length
    within = (length - free) / (window - 2 * free)
    return window * min(max(within, 0.0), 1.0)


class _Windows:
    """How lessons can be laid in the windows of days."""

    def __init__(self, limits: Limits, lengths: Sequence[int], shapes: set[Shape]) -> None:
        self._limits = limits
        self._lengths = lengths
        self._shapes = shapes

    def earning(self, prices: Prices) -> dict[Shape, float]:
        """Return the most that lessons on a day of each shape can pay."""
        longest = max((minutes for shape in self._shapes for minutes in shape), default=0)
        of_window = self._most(prices, longest, self._limits.lasting)
        of_day = self._most(prices, self._limits.per_day, lambda minutes: minutes)
        whole = of_day[-1]
        return {
            shape: min(sum(of_window[minutes // QUARTER] for minutes in shape), whole)
            for shape in self._shapes
        }

    def _most(self, prices: Prices, available: int, lasting: Callable[[int], int]) -> list[float]:
        """Return for each number of quarters up to *available* the most that fits can pay."""
        most = [0.0]
        sizes = [(-(-lasting(length) // QUARTER), prices[length]) for length in self._lengths]
        for quarters in range(1, available // QUARTER + 1):
            fitting = [most[quarters - size] + paid for size, paid in sizes if size <= quarters]
            most.append(max([most[-1], *fitting]))
        return most


def _cut(parts: Sequence[Part], costs: Mapping[int, float], prices: Prices) -> float:
    """Return what *parts* cost at least, each cut into lessons that cost and pay.

    A part that is not of whole quarters counts for nothing.
    """
    sizes = [(length // QUARTER, costs[length] + prices[length]) for length in costs]
    longest = max((part.minutes for part in parts), default=0) // QUARTER
    least = [0.0]
    for quarters in range(1, longest + 1):
        least.append(min(least[quarters - size] + cost for size, cost in sizes if size <= quarters))
    return sum(least[part.minutes // QUARTER] for part in parts if part.minutes % QUARTER == 0)
