"""One of several courses laid out together: what it asks, where it stands, how it is redrafted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from random import Random

from toolkit.planning.demand import ENDLESS, Demand, Placed
from toolkit.planning.drafting import Kept, drafted
from toolkit.planning.foresight import Foresight
from toolkit.planning.goals import cost
from toolkit.planning.leastcost import least_cost
from toolkit.planning.polishing import with_fewer_trainers
from toolkit.planning.portfolio.freeing import freed
from toolkit.planning.portfolio.ledger import Ledger, Names
from toolkit.planning.portfolio.tastes import FOLLOWS, taste_following, taste_for
from toolkit.planning.ranking import Taste
from toolkit.planning.schedule import Schedule

FORESIGHT_HOLDS = 10
"""For how many drafts what was foreseen is good enough."""

ENTWINED = 4
"""How many units at most are laid out again while the others stay."""


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
    def _standing(self) -> frozenset[Placed]:
        return frozenset(self.demand.standing)

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

        None if it leaves something unplaced. It follows what stands, or the preferences that led
        to it, a few of them changed. Unless it *is_alone* in being drafted anew, what it keeps of
        the other days is not touched: others count on it.
        """
        standing = self.standing
        kept = Kept(standing.schedule, since, until)
        again = [each for each in standing.schedule.lessons if not kept.holds(each.number)]
        taste = self._taste(again, random)
        draft = drafted(self.demand, self._foreseen(), taste, kept)
        if not draft.is_complete:
            return None
        schedule = draft.schedule
        if is_alone or not since:
            schedule = with_fewer_trainers(schedule)
        is_its_own = until == ENDLESS and not taste.following
        return Candidate(schedule, taste.favour if is_its_own else standing.favour)

    def rearranged(self, random: Random) -> Candidate | None:
        """Return another candidate in which some units are laid out again around the others.

        None if they leave something unplaced.
        """
        standing = self.standing
        units = self._entwined(random)
        parts = {part for unit in units for part in self.demand.units[unit].parts}
        again = [each for each in standing.schedule.lessons if each.part in parts]
        demand = freed(self.demand, standing.schedule, units)
        draft = drafted(demand, self._foreseen(), self._taste(again, random))
        if not draft.is_complete:
            return None
        found = draft.schedule
        schedule = Schedule(self.demand, found.lessons, found.internship)
        return Candidate(with_fewer_trainers(schedule), standing.favour)

    def _entwined(self, random: Random) -> set[int]:
        """Return some units that take turns in the same days."""
        by_unit = self.standing.schedule.by_unit
        first = random.choice(list(by_unit))
        begin, end = by_unit[first][0].number, by_unit[first][-1].number
        others = [
            unit
            for unit, lessons in by_unit.items()
            if unit != first and lessons[0].number <= end and begin <= lessons[-1].number
        ]
        return {first, *random.sample(others, min(len(others), random.randrange(ENTWINED)))}

    def _taste(self, again: Sequence[Placed], random: Random) -> Taste:
        """Return a taste for a pass that is to place the lessons *again*."""
        if random.random() < FOLLOWS:
            lessons = [each for each in again if each not in self._standing]
            return taste_following(self.demand, lessons, random)
        return taste_for(self.demand, self.standing.favour, random)

    def before_internship(self, since: int, until: int) -> int:
        """Return *until*, or the first day of an internship that stays and follows the lessons.

        From *since* to that day lessons can be drafted anew while all that follows stays.
        """
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
