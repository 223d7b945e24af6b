"""What makes one timetable better than another: goals, and how far a schedule is from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.planning.demand import Demand
from toolkit.planning.schedule import Schedule
from toolkit.text import Text


class Miss(NamedTuple):
    """One place where a schedule misses a goal: by how much, and the values of the sentence."""

    amount: float
    values: dict[str, object]


def none_needed(demand: Demand) -> float:  # noqa: ARG001 — the bound of goals that can be met in full
    """Return what a goal without a bound of its own costs at least: nothing."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Goal:
    """Something wished for; what it wishes is its function's docstring.

    `key` is the name of its weight in ``planning.goals``. `least` bounds from below the sum
    of what `misses` yields for any schedule that keeps every constraint.
    """

    key: str
    misses: Callable[[Schedule], Iterable[Miss]]
    sentence: Text
    least: Callable[[Demand], float] = none_needed

    def weight(self, demand: Demand) -> float:
        """Return how much the course of *demand* says that the goal counts."""
        found: float = getattr(demand.course.edition.planning.goals, self.key)
        return found
