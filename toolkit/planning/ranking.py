"""Which lesson to prefer where several could stand: what is urgent, scarce and well shaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Part, Placed
from toolkit.planning.draft import NOBODY, Draft
from toolkit.planning.following import Following
from toolkit.planning.foresight import Foresight
from toolkit.planning.lengths import LENGTH

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
    thrift: float
    """Which of the `THRIFTS` there is about the time of windows."""
    gathers: bool
    """Whether to leave days free where lessons can be gathered on others."""
    following: Following | None
    """The order to keep to, more or less, if any."""


class Ranking:
    """How well a lesson suits a draft; follows what the draft still wants of whom.

    What is scarce, and how much each part wants to go on, is weighed once a week; for a unit
    that has had a lesson, again.
    """

    def __init__(self, draft: Draft, foresight: Foresight, taste: Taste) -> None:
        demand = draft.demand
        self._draft = draft
        self._demand = demand
        self._foresight = foresight
        self._noise = taste.noise
        self._random = taste.random.random
        self._loyalty = taste.loyalty
        self._following = taste.following
        self._wanted_of_trainers = list(foresight.wanted_of_trainers)
        self._wanted_of_rooms = list(foresight.wanted_of_rooms)
        self._always = [
            URGENCY * foresight.urgency[n] - ORDER * n / len(demand.units) + taste.favour[n]
            for n in range(len(demand.units))
        ]
        self._burden = taste.burden / max(demand.minutes, 1)
        self._dislike = [
            0.0 if n in demand.experts else NOT_AN_EXPERT for n in range(len(demand.trainers))
        ]
        self._week = self._weekday = 0
        self._scarcity_of_trainers: list[float] = []
        self._scarcity_of_rooms: list[float] = []
        self._against: list[float] = []
        self._least = [0.0] * len(demand.parts)
        self._known: dict[int, float] = {}

    @property
    def best_case(self) -> float:
        """How much better than its part a lesson may suit, at most."""
        return LENGTH + self._noise * TRAINER_NOISE

    def begin_day(self, position: int, day: PlanningDay) -> None:
        """Weigh anew, if a week begins with *day*, how scarce each trainer and room is."""
        self._weekday = day.weekday
        if day.week != self._week:
            self._week = day.week
            self._weigh(self._foresight.time_of(position))
            self._known.clear()
        elif self._foresight.chosen_days:
            self._known.clear()

    def _weigh(self, time: Sequence[int]) -> None:
        """Weigh trainers and rooms, who have so much *time* left."""
        of_trainers = zip(self._wanted_of_trainers, time, self._draft.trainer_left, strict=False)
        self._scarcity_of_trainers = [
            min(wanted / (min(free, left) or 1), MOST) for wanted, free, left in of_trainers
        ]
        of_rooms = zip(self._wanted_of_rooms, time[len(self._demand.trainers) :], strict=True)
        self._scarcity_of_rooms = [min(wanted / (free or 1), MOST) for wanted, free in of_rooms]
        against = zip(
            self._scarcity_of_trainers, self._draft.trainer_given, self._dislike, strict=True
        )
        self._against = [
            SCARCE_TRAINER * scarcity + self._burden * given + dislike
            for scarcity, given, dislike in against
        ]

    def placed(self, lesson: Placed) -> None:
        """Take note that *lesson* was placed; how much its unit wants to go on may change."""
        found = self._demand.parts[lesson.part]
        for trainer in found.trainers:
            self._wanted_of_trainers[trainer] -= lesson.minutes / len(found.trainers)
        for room in found.rooms:
            self._wanted_of_rooms[room] -= lesson.minutes / len(found.rooms)
        unit = self._demand.units[found.unit]
        begins = self._draft.unit_left[found.unit] + lesson.minutes == unit.minutes
        if begins or not self._draft.left[lesson.part]:
            for other in unit.parts:
                self._known.pop(other, None)

    def of_parts(self, parts: Sequence[int]) -> list[tuple[float, int]]:
        """Return *parts* with what speaks against their going on, the least first.

        It is as if the trainer who suits best were free.
        """
        known = self._known
        found = []
        for part in parts:
            if part not in known:
                known[part] = self._of_part(part)
            against = known[part] + self._noise * self._random()
            if self._following:
                against += self._following.against(part, self._draft.left[part])
            found.append((against, part))
        found.sort()
        return found

    def of_length(self, part: int, minutes: int) -> float:
        """Return what speaks against a lesson so long, after those of the day."""
        draft = self._draft
        already = draft.unit_today[self._demand.parts[part].unit]
        if not already:
            return 0.0
        against = ALL_DAY if already + minutes > self._demand.limits.max_block else 0.0
        return against + (AGAIN if draft.lessons and draft.lessons[-1].part == part else 0.0)

    def of_trainers(self, part: int) -> list[tuple[float, int]]:
        """Return who may teach *part* with what speaks against each, the least first.

        That is counted from the one whom scarcity and burden speak least against.
        """
        found = self._demand.parts[part]
        usual = self._draft.last_trainer[found.unit]
        noise, least = self._noise * TRAINER_NOISE, self._least[part]
        order = [
            (
                self._against[each]
                - least
                - noise * self._random()
                + (0.0 if usual in {NOBODY, each} else self._loyalty),
                each,
            )
            for each in found.trainers
        ]
        order.sort()
        return order

    def _of_part(self, part: int) -> float:
        found = self._demand.parts[part]
        self._least[part] = min([self._against[each] for each in found.trainers], default=0.0)
        return (
            self._least[part]
            - self._always[found.unit]
            - SCARCITY * self._scarcity(found)
            - UNDER_WAY * (self._draft.last_trainer[found.unit] != NOBODY)
            + self._foresight.against_goals(self._draft, part, self._weekday)
        )

    def _scarcity(self, part: Part) -> float:
        """Return the share that what is wanted takes of what the freest giver has left."""
        scarcity = min(map(self._scarcity_of_trainers.__getitem__, part.trainers), default=MOST)
        if part.rooms:
            of_rooms = min(map(self._scarcity_of_rooms.__getitem__, part.rooms))
            scarcity = max(scarcity, of_rooms)
        return scarcity
