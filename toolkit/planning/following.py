"""The order of an earlier schedule, for a pass that keeps to it and moves up where there is room."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from toolkit.planning.demand import Demand, Placed
from toolkit.planning.fixed import DAY


class Following:
    """When each part went on, in *lessons* that are to be placed again.

    *closeness* is what a day's delay speaks against a part; none of *lessons* stands.
    """

    def __init__(self, demand: Demand, lessons: Sequence[Placed], closeness: float) -> None:
        self._closeness = closeness
        self._days: list[list[float]] = [[] for _ in demand.parts]
        minutes: list[list[int]] = [[] for _ in demand.parts]
        for lesson in lessons:
            day = lesson.number - demand.days[0].number + lesson.start / DAY
            self._days[lesson.part].append(day)
            minutes[lesson.part].append(lesson.minutes)
        self._ends = [list(accumulate(each)) for each in minutes]

    def against(self, part: int, left: int) -> float:
        """Return what speaks against the *part* with so many minutes left: how late it went on."""
        ends = self._ends[part]
        return self._closeness * self._days[part][bisect_right(ends, ends[-1] - left)]
