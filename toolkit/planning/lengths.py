"""How long a lesson should be: blocks of the lengths asked for, and little left over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from toolkit.planning.days import QUARTER
from toolkit.planning.demand import Limits

SHORT_LESSON = 3.0
SHORT_REMAINDER = 2.0
THRIFTY, VERY_THRIFTY = 1.5, 4.0
THRIFTS = (THRIFTY, VERY_THRIFTY)
"""How much it may matter that what a window has left is no shorter than a block."""

ALL_TEST = 3.0
"""A lesson more or less matters less than that somebody learns something in it."""
QUARTER_HOUR = 0.3
HALF_HOUR = 0.1
LENGTH = 0.2


@dataclass(frozen=True, slots=True)
class Room:
    """The time around a place for a lesson, in minutes."""

    longest: int
    """The longest lesson that keeps the constraints there."""
    left: int
    """What the part has left to place."""
    gap: int
    """What the window has left, from the start of the lesson."""
    today: int
    """The minutes of lesson that the day has left."""
    test: int
    """The minutes of the test, where the part may end its unit; else none."""


class Lengths:
    """The lengths a lesson may have, each with how ill it suits, best first.

    Few questions come up again and again, so the answers are kept.
    """

    def __init__(self, limits: Limits, thrift: float) -> None:
        self._limits = limits
        self._thrift = thrift
        self._known: dict[tuple[int, int, int, int, int], tuple[tuple[float, int], ...]] = {}

    def suited(self, room: tuple[int, int, int, int, int]) -> tuple[tuple[float, int], ...]:
        """Return the pairs of penalty and minutes that fit in *room*."""
        known = self._known.get(room)
        if known is None:
            known = self._known[room] = self._ranked(Room(*room))
        return known

    def _ranked(self, room: Room) -> tuple[tuple[float, int], ...]:
        longest = min(room.longest, room.left)
        lengths = range(QUARTER, longest + 1, QUARTER)
        return tuple(sorted((self._penalty(minutes, room), minutes) for minutes in lengths))

    def _penalty(self, minutes: int, room: Room) -> float:
        gap = min(room.gap - self._limits.lasting(minutes), room.today - minutes)
        return (
            SHORT_LESSON * self._shortness(minutes)
            + SHORT_REMAINDER * (self._shortness(room.left - minutes) if room.left > minutes else 0)
            + self._thrift * (self._shortness(gap) if gap >= QUARTER else 0)
            + ALL_TEST * (0 < room.left - minutes <= room.test)
            + QUARTER_HOUR * (minutes % (2 * QUARTER) > 0)
            + HALF_HOUR * (minutes % (4 * QUARTER) > 0)
            - LENGTH * minutes / self._limits.max_block
        )

    def _shortness(self, minutes: int) -> float:
        """Return how far *minutes* fall short of the shortest block, from 0 to 1."""
        return max(0.0, 1 - minutes / self._limits.min_block)


@lru_cache(maxsize=32)
def lengths_of(limits: Limits, thrift: float) -> Lengths:
    """Return the lengths for *limits*: the same for all courses that have them."""
    return Lengths(limits, thrift)
