"""Rounds of improvement: ruin and recreate, so that what is no better never stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from toolkit.planning.demand import ENDLESS
from toolkit.planning.portfolio.edition import Candidate, Edition
from toolkit.planning.portfolio.laying import Portfolio


class Reach(NamedTuple):
    """How far a round of improvement reaches: how often it does what."""

    one_alone: float
    """It redrafts one edition alone."""
    some_units: float
    """Of one alone, it lays out some units again around the others."""
    anew: float
    """Otherwise it redrafts from the first day on."""
    within: float
    """Otherwise it redrafts a few days only, and keeps what comes after them."""


WIDE = Reach(one_alone=0.75, some_units=0.25, anew=0.15, within=0.6)
CLOSE = Reach(one_alone=0.85, some_units=0.25, anew=0.01, within=0.9)
"""Once the wide rounds are over: what is left to gain is within one edition, a few days at a time."""

WIDE_ROUNDS = 12
"""How many wide rounds there are for each edition."""

DAYS = (3, 4, 7, 10, 14, 21)
"""How many days are redrafted where what comes after them is kept."""

Way = Callable[[Edition], Candidate | None]
"""How a round makes another candidate of an edition."""


class Rounds:
    """Rounds of improvement of a portfolio, one after the other."""

    def __init__(self, portfolio: Portfolio, random: Random) -> None:
        self.count = 0
        self._portfolio = portfolio
        self._random = random

    def another(self, among: Sequence[Edition]) -> None:
        """Redraft one of the editions *among* which to choose, or some in each other's way.

        What is no better is undone, so that the cost never rises.
        """
        self.count += 1
        chosen = self._chosen(among)
        before = [edition.standing for edition in chosen]
        ledger = self._portfolio.ledger
        for edition in chosen:
            ledger.strike(edition.names, edition.standing.schedule)
        after = self._recreated(chosen)
        old = sum(each.cost for each in before)
        kept = after if after and sum(each.cost for each in after) <= old else before
        for edition, candidate in zip(chosen, kept, strict=True):
            self._portfolio.stand(edition, candidate)

    @property
    def _reach(self) -> Reach:
        return WIDE if self.count <= WIDE_ROUNDS * len(self._portfolio.editions) else CLOSE

    def _chance(self, how_often: float) -> bool:
        return self._random.random() < how_often

    def _chosen(self, among: Sequence[Edition]) -> list[Edition]:
        gaps = [edition.standing.cost - edition.least + 1 for edition in among]
        first = self._random.choices(among, gaps)[0]
        if len(among) == 1 or self._chance(self._reach.one_alone):
            return [first]
        near = [each for each in among if each is not first and _overlap(each, first)]
        some = self._random.sample(near, min(len(near), self._random.randint(1, 2)))
        chosen = [first, *some]
        self._random.shuffle(chosen)
        return chosen

    def _recreated(self, chosen: Sequence[Edition]) -> list[Candidate] | None:
        """Return other candidates of the editions *chosen*, one after the other, if all have one."""
        way = self._way(chosen)
        ledger = self._portfolio.ledger
        found: list[Candidate] = []
        for edition in chosen:
            candidate = way(edition)
            if candidate is None:
                break
            found.append(candidate)
            ledger.enter(edition.names, candidate.schedule)
        for edition, candidate in zip(chosen, found, strict=False):
            ledger.strike(edition.names, candidate.schedule)
        return found if len(found) == len(chosen) else None

    def _way(self, chosen: Sequence[Edition]) -> Way:
        is_alone = len(chosen) == 1
        has_lessons = bool(chosen[0].standing.schedule.lessons)
        if is_alone and has_lessons and self._chance(self._reach.some_units):
            return lambda edition: edition.rearranged(self._random)
        since, until = self._stretch(chosen)
        return lambda edition: edition.redrafted(
            self._random, since=since, until=until, is_alone=is_alone
        )

    def _stretch(self, chosen: Sequence[Edition]) -> tuple[int, int]:
        """Return between which days to redraft."""
        lessons = self._random.choice(chosen).standing.schedule.lessons
        if not lessons or self._chance(self._reach.anew):
            return 0, ENDLESS
        since = self._random.choice(lessons).number
        if self._chance(self._reach.within):
            until = since + self._random.choice(DAYS)
            # The same for all: what one keeps is not seen by the others meanwhile.
            return since, min(edition.before_internship(since, until) for edition in chosen)
        return since, ENDLESS


def _overlap(one: Edition, other: Edition) -> bool:
    """Return whether the two have lessons in the same weeks."""
    first, second = one.standing.schedule.lessons, other.standing.schedule.lessons
    if not first or not second:
        return False
    return first[0].number <= second[-1].number and second[0].number <= first[-1].number
