"""Laying out several courses at once, edition by edition; where they stand from then on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from toolkit.planning.demand import Demand
from toolkit.planning.draft import Draft
from toolkit.planning.foresight import Foresight
from toolkit.planning.portfolio.edition import Candidate, Edition
from toolkit.planning.portfolio.ledger import Ledger
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

SEEDS = 2**32


class Portfolio:
    """Courses laid out together; what is shared is never in two places at once."""

    def __init__(self, demands: Sequence[Demand], taken: Taken, seed: int) -> None:
        self.random = Random(f"portfolio {seed}")  # noqa: S311 — chance to repeat
        self.ledger = Ledger(taken)
        self.editions = [Edition(demand, self.ledger) for demand in demands]

    @property
    def cost(self) -> float:
        """What all schedules together cost."""
        return sum(edition.standing.cost for edition in self.editions)

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
                edition.stand(Candidate(draft.schedule, edition.indifference))
                continue
            others = [each for each in self.editions if each.now and each is not edition]
            if evictions == EVICTIONS * len(self.editions) or not others:
                return draft
            evictions += 1
            given_up = self.random.choice(others)
            given_up.leave()
            waiting = [edition, *waiting, given_up]
        return None

    def begin_with(self, schedule: Schedule, foresight: Foresight) -> None:
        """Let the only edition stand at *schedule*, with what was foreseen of it."""
        (edition,) = self.editions
        edition.foresee(foresight)
        edition.stand(Candidate(schedule, edition.indifference))

    def _first(self, edition: Edition) -> Draft:
        seed = self.random.randrange(SEEDS)
        further = FURTHER if len(self.editions) < MANY else FURTHER_OF_MANY
        return best_draft(Foresight(edition.demand), seed=seed, further=further, most=TRIES)

    def replace(self, candidates: Mapping[int, Candidate]) -> None:
        """Let editions, by their positions, stand at *candidates* instead of where they stood."""
        for number in candidates:
            self.editions[number].leave()
        for number, candidate in candidates.items():
            self.editions[number].stand(candidate)

    def first_misfit(self, candidates: Mapping[int, Candidate]) -> int | None:
        """Return the first of *candidates* that takes what those before it have, or who stays.

        Editions are known by their positions; all of them stand somewhere, and stay there.
        """
        before = {number: self.editions[number].standing for number in candidates}
        for number in candidates:
            self.editions[number].leave()
        misfit = None
        for number, candidate in candidates.items():
            if not self.editions[number].fits(candidate):
                misfit = number
                break
            self.editions[number].stand(candidate)
        self.replace(before)
        return misfit
