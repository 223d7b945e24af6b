"""Rounds of improvement: ruin and recreate, so that what is no better never stands."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from toolkit.planning.demand import ENDLESS
from toolkit.planning.portfolio.edition import Candidate, Edition
from toolkit.planning.portfolio.redraft import Redraft, stretch_of, units_of
from toolkit.planning.portfolio.tastes import FAR, NEAR, Variety


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
    variety: Variety
    """How far the tastes by which it redrafts go."""


ALONE = Reach(one_alone=1.0, some_units=0.0, anew=0.3, within=0.0, variety=NEAR)
"""For the first rounds of a course alone: few are made, and they must gain much."""

WIDE = Reach(one_alone=0.9, some_units=0.1, anew=0.05, within=0.8, variety=FAR)
CLOSE = Reach(one_alone=0.95, some_units=0.1, anew=0.002, within=0.9, variety=FAR)
"""Once the wide rounds are over: what is left to gain is within one edition, a few days at a time."""

WIDE_ROUNDS = 12
"""How many wide rounds there are for each edition."""

DAYS = (3, 5, 8, 10, 12, 14, 21)
"""How many days are redrafted where what comes after them is kept."""


class Rounds:
    """Rounds of improvement of a number of *editions*, one after the other."""

    def __init__(self, editions: int, random: Random) -> None:
        self.count = 0
        self._wide = WIDE_ROUNDS * editions
        self._first = ALONE if editions == 1 else WIDE
        self._random = random

    def another(self, among: Sequence[Edition]) -> None:
        """Redraft one of the editions *among* which to choose, or some in each other's way.

        What is no better is undone, so that the cost never rises.
        """
        self.count += 1
        redrafts = self._redrafts(self._chosen(among))
        found = self._made(redrafts)
        old = sum(each.edition.standing.cost for each in redrafts)
        if found and sum(each.cost for each in found) <= old:
            for redraft, candidate in zip(redrafts, found, strict=True):
                redraft.accept(candidate)
        else:
            for redraft in redrafts:
                redraft.undo()

    @property
    def _reach(self) -> Reach:
        return self._first if self.count <= self._wide else CLOSE

    def _chance(self, how_often: float) -> bool:
        return self._random.random() < how_often

    def _chosen(self, among: Sequence[Edition]) -> list[Edition]:
        gaps = [each.standing.cost - each.least + 1 for each in among] if len(among) > 1 else None
        first = self._random.choices(among, gaps)[0]
        if len(among) == 1 or self._chance(self._reach.one_alone):
            return [first]
        near = [each for each in among if each is not first and _overlap(each, first)]
        some = self._random.sample(near, min(len(near), self._random.randint(1, 2)))
        chosen = [first, *some]
        self._random.shuffle(chosen)
        return chosen

    def _redrafts(self, chosen: Sequence[Edition]) -> list[Redraft]:
        is_alone = len(chosen) == 1
        has_lessons = any(each.standing.schedule.lessons for each in chosen)
        if is_alone and has_lessons and self._chance(self._reach.some_units):
            return [units_of(chosen[0], self._random, self._reach.variety)]
        since, until = self._stretch(chosen)
        return [
            stretch_of(
                each,
                self._random,
                self._reach.variety,
                since=since,
                until=until,
                is_alone=is_alone,
            )
            for each in chosen
        ]

    def _stretch(self, chosen: Sequence[Edition]) -> tuple[int, int]:
        """Return between which days to redraft."""
        lessons = self._random.choice(chosen).standing.schedule.lessons
        if not lessons or self._chance(self._reach.anew):
            return 0, ENDLESS
        since = self._random.choice(lessons).number
        if not self._chance(self._reach.within):
            return since, ENDLESS
        until = since + self._random.choice(DAYS)
        # The same for all: what one keeps is not seen by the others meanwhile.
        return since, min(_before_internship(each, since, until) for each in chosen)

    def _made(self, redrafts: Sequence[Redraft]) -> list[Candidate] | None:
        """Return what *redrafts* make, each with the time of those before it taken, if all can."""
        first, *others = redrafts
        candidate = first.make()
        if candidate is None:
            return None
        if not others:
            return [candidate]
        first.hold(candidate)
        found = self._made(others)
        first.release(candidate)
        return [candidate, *found] if found else None


def _before_internship(edition: Edition, since: int, until: int) -> int:
    """Return *until*, or the first day of an internship that stays and follows the lessons."""
    hosted = edition.standing.schedule.internship
    if edition.alone.before_internship and hosted and since < hosted[0][0]:
        return min(until, hosted[0][0])
    return until


def _overlap(one: Edition, other: Edition) -> bool:
    """Return whether the two have lessons in the same weeks."""
    first, second = one.standing.schedule.lessons, other.standing.schedule.lessons
    if not first or not second:
        return False
    return first[0].number <= second[-1].number and second[0].number <= first[-1].number
