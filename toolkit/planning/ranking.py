"""Which lesson to prefer where several could stand: what is urgent, scarce and well shaped."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from toolkit.planning.demand import Demand
from toolkit.planning.draft import NOBODY, Draft
from toolkit.planning.foresight import Foresight

URGENCY = 4.0
SCARCITY = 3.0
MOST = 3.0
"""More scarcity than this is no worse."""

UNDER_WAY = 2.0
ORDER = 0.5
SCARCE_TRAINER = 0.5
TRAINER_NOISE = 0.1
NOT_AN_EXPERT = 0.3
ALL_DAY = 3.0
AGAIN = 1.5


ANY_NUMBER = 10**6
"""Of units under way: more than any course has."""


@dataclass(frozen=True)
class Taste:
    """What one pass prefers beyond what every pass does."""

    random: Random
    noise: float
    shortest: int
    """The minutes of the shortest lesson, unless the window or what is left is shorter."""
    idleness: float
    """How often to leave a moment empty, for what comes later the same day or week."""
    is_careful: bool
    """Whether to make sure, before every lesson, that the trainers have time for the rest."""
    internship_waits: bool
    """Whether the internship comes after all lessons, not only after those it must follow."""
    burden: float
    """How much to spread the hours over the trainers."""
    favour: tuple[float, ...]
    """For each unit, how much to bring it forward."""
    loyalty: float
    """How much speaks against another trainer than the unit's last."""
    under_way: int
    """With how many units under way no other begins in the windows that can wait."""


class Ranking:
    """How well a lesson suits a draft; follows what the draft still wants of whom."""

    def __init__(self, demand: Demand, foresight: Foresight, taste: Taste) -> None:
        self._demand = demand
        self._foresight = foresight
        self._taste = taste
        self._wanted_of_trainers = list(foresight.wanted_of_trainers)
        self._wanted_of_rooms = list(foresight.wanted_of_rooms)
        self._experts = demand.experts
        self._scarcity_of: list[float] = []
        self._against: list[float] = []

    def placed(self, part: int, minutes: int) -> None:
        """Take note that so many *minutes* of *part* are placed."""
        rooms = self._demand.parts[part].rooms
        trainers = self._demand.parts[part].trainers
        for trainer in trainers:
            self._wanted_of_trainers[trainer] -= minutes / len(trainers)
        for room in rooms:
            self._wanted_of_rooms[room] -= minutes / len(rooms)

    def look_at(self, draft: Draft, day: int) -> None:
        """Weigh how scarce each trainer is on the day at that position, for what follows."""
        self._scarcity_of = [
            min(wanted / (min(self._foresight.minutes_of_trainer(n, day), left) or 1), MOST)
            for n, (wanted, left) in enumerate(
                zip(self._wanted_of_trainers, draft.trainer_left, strict=True)
            )
        ]
        share = self._taste.burden / max(self._demand.minutes, 1)
        self._against = [
            SCARCE_TRAINER * scarcity + share * given + NOT_AN_EXPERT * (n not in self._experts)
            for n, (scarcity, given) in enumerate(
                zip(self._scarcity_of, draft.trainer_given, strict=True)
            )
        ]

    def of_part(self, draft: Draft, part: int, day: int) -> float:
        """Return how much the part wants to go on, whoever teaches it; *day* is a position."""
        unit = self._demand.parts[part].unit
        return (
            URGENCY * self._foresight.urgency[unit]
            + SCARCITY * self._scarcity(part, day)
            + UNDER_WAY * (draft.last_trainer[unit] != NOBODY)
            - ORDER * unit / len(self._demand.units)
            + self._taste.favour[unit]
            - self._foresight.against_goals(draft, part, day)
            + self._taste.noise * self._taste.random.random()
        )

    def of_lesson(self, draft: Draft, part: int, trainer: int, minutes: int) -> float:
        """Return what speaks for the lesson, over another of its part; mostly against it."""
        unit = self._demand.parts[part].unit
        usual = draft.last_trainer[unit]
        already = draft.unit_today[unit]
        too_long = already + minutes > self._demand.limits.max_block
        again = already and draft.lessons and draft.lessons[-1].part == part
        return (
            self._taste.noise * self._taste.random.random() * TRAINER_NOISE
            - (self._taste.loyalty if usual not in {NOBODY, trainer} else 0.0)
            - self._against[trainer]
            - (ALL_DAY if too_long else 0.0)
            - (AGAIN if again else 0.0)
        )

    def _scarcity(self, part: int, day: int) -> float:
        """Return the share that what is wanted takes of what the freest giver has left."""
        found = self._demand.parts[part]
        scarcity = min([self._scarcity_of[each] for each in found.trainers])
        if found.rooms:
            of_rooms = [
                self._wanted_of_rooms[each] / self._foresight.minutes_of_room(each, day)
                for each in found.rooms
            ]
            scarcity = max(scarcity, min(*of_rooms, MOST))
        return scarcity
