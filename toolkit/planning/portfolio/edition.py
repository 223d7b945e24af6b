"""One of several courses laid out together: what it asks, what it takes, where it stands."""

from __future__ import annotations

from functools import cached_property

from toolkit.planning.demand import Demand
from toolkit.planning.foresight import Foresight
from toolkit.planning.gathering import Gathering, gathering_of
from toolkit.planning.goals import cost
from toolkit.planning.leastcost import least_cost
from toolkit.planning.portfolio.ledger import Ledger, Names
from toolkit.planning.schedule import Schedule

FORESIGHT_HOLDS = 25
"""For how many drafts what was foreseen is good enough."""


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

    def __init__(self, alone: Demand, ledger: Ledger) -> None:
        names = Names(alone)
        self.alone = alone
        self.demand = names.seen_through(ledger, alone)
        self.uses = names.uses
        """Who and what lessons take, and when; not those that stand, whose time is always taken."""
        self.ledger = ledger
        self.now: Candidate | None = None
        self._foresight: Foresight | None = None
        self._drafts = 0
        ledger.enter(names.always_used())

    @cached_property
    def least(self) -> float:
        """What it costs at least, were it alone."""
        return least_cost(self.alone)

    @cached_property
    def gathering(self) -> Gathering | None:
        """How its lessons that can wait may be gathered on few days."""
        return gathering_of(self.alone)

    @property
    def indifference(self) -> tuple[float, ...]:
        """No preference for any unit."""
        return (0.0,) * len(self.demand.units)

    @property
    def standing(self) -> Candidate:
        """Where it stands; it must have been laid out."""
        assert self.now is not None
        return self.now

    def stand(self, candidate: Candidate) -> None:
        """Take the time of *candidate*; the edition stood nowhere."""
        self.now = candidate
        self.ledger.enter(self.uses(candidate.schedule.lessons))

    def leave(self) -> None:
        """Give back the time it takes, if it stands anywhere."""
        if self.now:
            self.ledger.strike(self.uses(self.now.schedule.lessons))
            self.now = None

    def fits(self, candidate: Candidate) -> bool:
        """Return whether nobody has the time of *candidate*."""
        return self.ledger.has_room(self.uses(candidate.schedule.lessons))

    def foresee(self, foresight: Foresight) -> None:
        """Begin with what was foreseen when it was laid out alone."""
        self._foresight = foresight

    def foreseen(self) -> Foresight:
        """Return what may be known from the start: looked at again now and then, as it costs time.

        It guides what is preferred; constraints look at the ledger itself.
        """
        if self._foresight is None:
            self._foresight = Foresight(self.demand)
        elif self._drafts and self._drafts % FORESIGHT_HOLDS == 0:
            self._foresight.look_again()
        self._drafts += 1
        return self._foresight
