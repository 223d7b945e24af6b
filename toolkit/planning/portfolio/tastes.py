"""What a redraft prefers, chosen by chance: the same courses are looked at from many sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from toolkit.planning.days import QUARTER
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.following import Following
from toolkit.planning.lengths import THRIFTS
from toolkit.planning.ranking import ANY_NUMBER, Taste

NOISES = (0.0, 0.5, 1.0, 1.0, 2.0)
BURDENS = (0.0, 0.0, 1.5)
LOYALTIES = (1.0, 2.0, 4.0, 8.0)
UNDER_WAY = (2, 3, ANY_NUMBER, ANY_NUMBER)
CLOSENESS = (0.3, 1.0)

FOLLOWS = 0.3
"""How often the order of what stands is followed, rather than the preferences that led to it."""


class Variety(NamedTuple):
    """How far tastes go from what led to the schedule that stands."""

    change: float
    """How much a preference for a unit is changed at a time."""
    shortest: tuple[float, ...]
    """How much of the shortest block a lesson must have at least."""


NEAR = Variety(0.8, (1.0,))
FAR = Variety(1.5, (1.0, 1.0, 1.0, 0.5))


def taste_for(
    demand: Demand, favour: tuple[float, ...], random: Random, variety: Variety, *, gathers: bool
) -> Taste:
    """Return a taste that changes a few of the preferences for units in *favour*."""
    liked = list(favour)
    for _ in range(random.randint(0, 3)):
        liked[random.randrange(len(liked))] += random.gauss(0, variety.change)
    block = demand.limits.min_block
    return Taste(
        random,
        noise=random.choice(NOISES),
        shortest=max(round(block * random.choice(variety.shortest)) // QUARTER * QUARTER, QUARTER),
        idleness=0.1 if random.random() < 0.05 else 0.0,
        is_careful=False,
        internship_waits=random.random() < 0.5,
        burden=random.choice(BURDENS),
        favour=tuple(liked),
        loyalty=random.choice(LOYALTIES),
        thrift=random.choice(THRIFTS),
        under_way=random.choice(UNDER_WAY),
        gathers=gathers,
        following=None,
    )


def taste_following(
    demand: Demand, lessons: Sequence[Placed], random: Random, variety: Variety, *, gathers: bool
) -> Taste:
    """Return a taste that keeps, more or less, to the order of *lessons*, to be placed again."""
    following = Following(demand, lessons, random.choice(CLOSENESS))
    indifferent = taste_for(demand, (0.0,) * len(demand.units), random, variety, gathers=gathers)
    return replace(indifferent, following=following)
