"""Laying out several courses at once: edition by edition, then ruin and recreate."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from toolkit.model.sharing import room_identity, trainer_identity
from toolkit.planning.demand import ENDLESS, Demand
from toolkit.planning.draft import Draft
from toolkit.planning.portfolio.edition import Candidate, Edition
from toolkit.planning.portfolio.ledger import Ledger, Names
from toolkit.planning.schedule import Schedule
from toolkit.planning.search import best_draft
from toolkit.planning.taken import Taken

FURTHER = 3
"""How many drafts after the first complete one give an edition its first place."""

FURTHER_OF_MANY = 1
"""The same where there are many: a first answer is worth more, and redrafting makes up for it."""

MANY = 20

TRIES = 40
"""How many drafts look for a first complete one before another edition gives way."""

EVICTIONS = 4
"""How often, for each edition, one may give way."""


class Reach(NamedTuple):
    """How far a round of improvement reaches."""

    one_alone: float
    """How often it redrafts one edition alone."""
    anew: float
    """How often it redrafts from the first day on."""
    within: float
    """How often, else, it redrafts a few days only and keeps what comes after them."""


WIDE = Reach(one_alone=0.75, anew=0.15, within=0.6)
CLOSE = Reach(one_alone=0.85, anew=0.01, within=0.9)
"""Once the wide rounds are over: what is left to gain is within one edition, a few days at a time."""

WIDE_ROUNDS = 8
"""How many wide rounds there are for each edition."""

DAYS = (3, 4, 7, 10, 14, 21)
"""How many days are redrafted where what comes after them is kept."""

SEEDS = 2**32


class Portfolio:
    """Courses laid out together; what is shared is never in two places at once."""

    def __init__(self, demands: Sequence[Demand], taken: Taken, seed: int) -> None:
        self.random = Random(f"portfolio {seed}")  # noqa: S311 — chance to repeat
        self.ledger = Ledger(taken)
        self.editions = [self._edition(demand) for demand in demands]
        self.rounds = 0

    def _edition(self, demand: Demand) -> Edition:
        course = demand.course
        names = Names(
            tuple(trainer_identity(course.provider, each) for each in course.provider.trainers),
            tuple(
                room_identity(course.provider, course.venue, each) for each in course.venue.rooms
            ),
        )
        return Edition(demand, self.ledger, names)

    @property
    def cost(self) -> float:
        """What all schedules together cost."""
        return sum(edition.standing.cost for edition in self.editions)

    @property
    def least(self) -> float:
        """What they cost at least."""
        return sum(edition.least for edition in self.editions)

    @property
    def schedules(self) -> tuple[Schedule, ...]:
        """The schedules, in the order of the courses."""
        return tuple(edition.standing.schedule for edition in self.editions)

    def lay_out(self) -> Draft | None:
        """Give every edition a first schedule; return the draft of one without place, if any.

        Where an edition finds no place, another that is in its way gives up its own and is
        laid out again later.
        """
        waiting = sorted(self.editions, key=lambda each: each.demand.course.edition.start)
        evictions = 0
        while waiting:
            edition = waiting.pop(0)
            draft = self._first(edition)
            if draft.is_complete:
                self._stand(edition, Candidate(draft.schedule, edition.indifference))
                continue
            others = [each for each in self.editions if each.now and each is not edition]
            if evictions == EVICTIONS * len(self.editions) or not others:
                return draft
            evictions += 1
            given_up = self.random.choice(others)
            self._leave(given_up)
            waiting = [edition, *waiting, given_up]
        return None

    def begin_with(self, schedules: Sequence[Schedule]) -> None:
        """Let the editions stand at *schedules*, one each, in order."""
        for edition, schedule in zip(self.editions, schedules, strict=True):
            self._stand(edition, Candidate(schedule, edition.indifference))

    def _first(self, edition: Edition) -> Draft:
        seed = self.random.randrange(SEEDS)
        further = FURTHER if len(self.editions) < MANY else FURTHER_OF_MANY
        return best_draft(edition.demand, seed=seed, further=further, most=TRIES)

    def improve(self) -> bool:
        """Redraft one edition, or some that may be in each other's way; say if it got better.

        What is no better is undone, so that the cost never rises.
        """
        self.rounds += 1
        chosen = self._chosen()
        before = [edition.standing for edition in chosen]
        stretch = self._stretch(chosen)
        for edition in chosen:
            self.ledger.strike(edition.names, edition.standing.schedule)
        after = self._recreated(chosen, stretch)
        old = sum(each.cost for each in before)
        kept = after if after and sum(each.cost for each in after) <= old else before
        for edition, candidate in zip(chosen, kept, strict=True):
            self._stand(edition, candidate)
        return sum(each.cost for each in kept) < old - 1e-9

    @property
    def _reach(self) -> Reach:
        return WIDE if self.rounds <= WIDE_ROUNDS * len(self.editions) else CLOSE

    def _chosen(self) -> list[Edition]:
        gaps = [edition.standing.cost - edition.least + 1 for edition in self.editions]
        first = self.random.choices(self.editions, gaps)[0]
        if len(self.editions) == 1 or self.random.random() < self._reach.one_alone:
            return [first]
        near = [each for each in self.editions if each is not first and _overlap(each, first)]
        some = self.random.sample(near, min(len(near), self.random.randint(1, 2)))
        chosen = [first, *some]
        self.random.shuffle(chosen)
        return chosen

    def _stretch(self, chosen: Sequence[Edition]) -> tuple[int, int]:
        """Return between which days to redraft: all of them every now and then."""
        if self.random.random() < self._reach.anew:
            return 0, ENDLESS
        lessons = self.random.choice(chosen).standing.schedule.lessons
        since = self.random.choice(lessons).number if lessons else 0
        if self.random.random() < self._reach.within:
            return since, since + self.random.choice(DAYS)
        return since, ENDLESS

    def _recreated(
        self, chosen: Sequence[Edition], stretch: tuple[int, int]
    ) -> list[Candidate] | None:
        since, until = stretch
        found: list[Candidate] = []
        for edition in chosen:
            candidate = edition.redrafted(
                self.random, since=since, until=until, is_alone=len(chosen) == 1
            )
            if candidate is None:
                break
            found.append(candidate)
            self.ledger.enter(edition.names, candidate.schedule)
        for edition, candidate in zip(chosen, found, strict=False):
            self.ledger.strike(edition.names, candidate.schedule)
        return found if len(found) == len(chosen) else None

    def _stand(self, edition: Edition, candidate: Candidate) -> None:
        edition.now = candidate
        self.ledger.enter(edition.names, candidate.schedule)

    def _leave(self, edition: Edition) -> None:
        self.ledger.strike(edition.names, edition.standing.schedule)
        edition.now = None


def _overlap(one: Edition, other: Edition) -> bool:
    """Return whether the two have lessons in the same weeks."""
    first, second = one.standing.schedule.lessons, other.standing.schedule.lessons
    if not first or not second:
        return False
    return first[0].number <= second[-1].number and second[0].number <= first[-1].number
