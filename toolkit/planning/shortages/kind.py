"""Which lessons a count is about: those in presence, those at a distance, or all."""

from __future__ import annotations

from enum import Enum

from toolkit.planning.days import Slot
from toolkit.planning.demand import Part


class Kind(Enum):
    """Which lessons a count is about."""

    ANY = "any"
    PRESENCE = "presence"
    DISTANCE = "distance"

    def includes(self, part: Part) -> bool:
        """Return whether the lessons of *part* are of this kind."""
        return self is Kind.ANY or part.is_distance == (self is Kind.DISTANCE)

    def ways(self, slot: Slot) -> tuple[bool, bool]:
        """Return whether such lessons in presence, and at a distance, may be in *slot*."""
        return (
            self is not Kind.DISTANCE and slot.admits_presence,
            self is not Kind.PRESENCE and slot.admits_distance,
        )
