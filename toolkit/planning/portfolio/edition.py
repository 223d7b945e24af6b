"""One of several courses laid out together: what it asks, where it stands, how it is redrafted."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from random import Random

from toolkit.planning.days import QUARTER
from toolkit.planning.demand import ENDLESS, Demand
from toolkit.planning.drafting import Kept, drafted
from toolkit.planning.foresight import Foresight
from toolkit.planning.goals import cost
from toolkit.planning.leastcost import least_cost
from toolkit.planning.polishing import with_fewer_trainers
from toolkit.planning.portfolio.ledger import Ledger, Names
from toolkit.planning.ranking import ANY_NUMBER, Taste
from toolkit.planning.schedule import Schedule

NOISES = (0.0, 0.5, 1.0, 2.0)
SHORTEST = (1.0, 1.0, 1.0, 0.5)
BURDENS = (0.0, 0.0, 1.5)
LOYALTIES = (1.0, 2.0, 4.0, 8.0)
UNDER_WAY = (2, 3, ANY_NUMBER, ANY_NUMBER)
FORESIGHT_HOLDS = 10
"""For how many drafts what was foreseen is good enough."""

CHANGE = 1.5
"""How much a preference for a unit is changed at a time."""


class Candidate:
    """A schedule with its cost and the preferences that led to it."""

    def __init__(self, schedule: Schedule, favour: tuple[float, ...]) -> None:
        self.schedule = schedule
        self.favour = favour
        self.cost = cost(schedule)


class Edition:
    """A course on its way to a timetable.

    *alone* is what it asks were there no others; *demand* sees through the ledger what they take.
    """

    def __init__(self, alone: Demand, ledger: Ledger, names: Names) -> None:
        self.alone = alone
        self.demand = _looking_at(ledger, alone, names)
        self.names = names
        self.now: Candidate | None = None
        self._foresight: Foresight | None = None
        self._drafts = 0

    @cached_property
    def least(self) -> float:
        """What it costs at least, were it alone."""
        return least_cost(self.alone)

    @property
    def indifference(self) -> tuple[float, ...]:
        """No preference for any unit."""
        return (0.0,) * len(self.demand.units)

    @property
    def standing(self) -> Candidate:
        """Where it stands; it must have been laid out."""
        assert self.now is not None
        return self.now

    def redrafted(
        self, random: Random, *, since: int, until: int, is_alone: bool
    ) -> Candidate | None:
        """Return another candidate, drafted anew between the days numbered *since* and *until*.

        None if it leaves something unplaced. It follows the preferences of the one that
        stands, a few of them changed. Unless it *is_alone* in being drafted anew, what it keeps
        of the other days is not touched: others count on it.
        """
        taste = self._taste(random, self.standing.favour)
        kept = Kept(self.standing.schedule, since, self._before_internship(since, until))
        draft = drafted(self.demand, self._foreseen(), taste, kept)
        if not draft.is_complete:
            return None
        schedule = draft.schedule
        if is_alone or not since:
            schedule = with_fewer_trainers(schedule)
        return Candidate(schedule, taste.favour if until == ENDLESS else self.standing.favour)

    def _before_internship(self, since: int, until: int) -> int:
        """Return *until*, or the first day of an internship that stays and follows the lessons."""
        hosted = self.standing.schedule.internship
        if until < ENDLESS and self.alone.before_internship and hosted and since < hosted[0][0]:
            return min(until, hosted[0][0])
        return until

    def _foreseen(self) -> Foresight:
        """Return what may be known from the start: looked at again now and then, as it costs time.

        It guides what is preferred; constraints look at the ledger itself.
        """
        if self._foresight is None or self._drafts % FORESIGHT_HOLDS == 0:
            self._foresight = Foresight(self.demand)
        self._drafts += 1
        return self._foresight

    def _taste(self, random: Random, favour: tuple[float, ...]) -> Taste:
        liked = list(favour)
        for _ in range(random.randint(0, 3)):
            liked[random.randrange(len(liked))] += random.gauss(0, CHANGE)
        block = self.demand.limits.min_block
        return Taste(
            random,
            noise=random.choice(NOISES),
            shortest=max(round(block * random.choice(SHORTEST)) // QUARTER * QUARTER, QUARTER),
            idleness=0.1 if random.random() < 0.1 else 0.0,
            is_careful=False,
            internship_waits=random.random() < 0.5,
            burden=random.choice(BURDENS),
            favour=tuple(liked),
            loyalty=random.choice(LOYALTIES),
            under_way=random.choice(UNDER_WAY),
        )


def _looking_at(ledger: Ledger, demand: Demand, names: Names) -> Demand:
    """Return *demand* with trainers and rooms free only when the *ledger* says so."""
    return replace(
        demand,
        trainers=tuple(
            replace(each, taken=ledger.of(identity))
            for each, identity in zip(demand.trainers, names.trainers, strict=True)
        ),
        rooms=tuple(
            replace(each, taken=ledger.of(identity))
            for each, identity in zip(demand.rooms, names.rooms, strict=True)
        ),
    )
