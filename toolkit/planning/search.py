"""Drafting again and again, each time bringing forward what was left over the time before."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from toolkit.planning.constraints import nothing_is_left
from toolkit.planning.days import QUARTER
from toolkit.planning.demand import Demand
from toolkit.planning.draft import Draft
from toolkit.planning.drafting import drafted
from toolkit.planning.foresight import Foresight
from toolkit.planning.goals import cost
from toolkit.planning.lengths import THRIFTY
from toolkit.planning.ranking import ANY_NUMBER, Taste

FEWEST_ATTEMPTS = 60
MOST_ATTEMPTS = 600
MINUTES_TO_PLACE = 750_000
"""What all passes that look for a first complete draft may try to place together."""

IMPROVING = 3
"""How many more passes to look for a better one."""

NOISE = 2.0
FULL_NOISE_FROM = 8
BURDEN = 1.5
LOYAL, LESS_LOYAL = 5.0, 1.0
FEW_UNDER_WAY = 3
LEFT_OVER = 1.0
WAITED_FOR = 0.5
FADING = 0.8


class _Turn(NamedTuple):
    """What passes do by turns."""

    shortest: float
    """How much of the shortest block a lesson must have at least."""
    idleness: float


_TURNS = (_Turn(0.5, 0),)
_DESPERATE_TURNS = (
    _Turn(1, 0),
    _Turn(0, 0),
    _Turn(1, 0.15),
    _Turn(1, 0),
    _Turn(0.5, 0),
    _Turn(0, 0.4),
)


def best_draft(
    foresight: Foresight, *, seed: int, further: int = IMPROVING, most: int = MOST_ATTEMPTS
) -> Draft:
    """Return the best complete draft found of the course foreseen, or else that with the least left.

    At *most* so many passes look for a complete one, and then *further* passes for a better.
    Their number is fixed, never the time they take: same inputs and seed, same draft.
    """
    search = _Search(foresight, seed)
    nearest = search.another()
    while not nothing_is_left(nearest) and search.attempts < min(most, attempts(foresight.demand)):
        nearest = min(nearest, search.another(), key=_left)
    if nothing_is_left(nearest):
        more = [draft for _ in range(further) if nothing_is_left(draft := search.another())]
        nearest = min([nearest, *more], key=lambda draft: cost(draft.schedule))
    return nearest


def attempts(demand: Demand) -> int:
    """Return how many passes at most look for a first complete draft: more for short courses."""
    affordable = MINUTES_TO_PLACE // max(demand.minutes, 1)
    return min(max(affordable, FEWEST_ATTEMPTS), MOST_ATTEMPTS)


class _Search:
    """The passes made so far, and what they taught."""

    def __init__(self, foresight: Foresight, seed: int) -> None:
        self.attempts = 0
        self._demand = foresight.demand
        self._foresight = foresight
        self._seed = seed
        self._has_failed = False
        self._favour = [0.0] * len(foresight.demand.units)

    def another(self) -> Draft:
        """Make one more pass; the first follows the common preferences alone."""
        draft = drafted(self._demand, self._foresight, self._taste())
        self.attempts += 1
        if not draft.is_complete:
            self._has_failed = True
            self._learn(draft)
        return draft

    def _taste(self) -> Taste:
        turns = _DESPERATE_TURNS if self._has_failed else _TURNS
        turn = turns[self.attempts % len(turns)]
        block = self._demand.limits.min_block
        return Taste(
            Random(self._seed * 1_000_003 + self.attempts),  # noqa: S311 — chance to repeat
            noise=NOISE * min(self.attempts, FULL_NOISE_FROM) / FULL_NOISE_FROM,
            shortest=max(round(block * turn.shortest) // QUARTER * QUARTER, QUARTER),
            idleness=turn.idleness,
            is_careful=self._has_failed and self._foresight.is_bounded,
            internship_waits=self.attempts % 2 == 1,
            burden=0.0 if self.attempts % 2 else BURDEN,
            favour=tuple(self._favour),
            loyalty=LESS_LOYAL if self._has_failed and self.attempts % 3 else LOYAL,
            thrift=THRIFTY,
            gathers=self.attempts % 2 == 1 and not self._has_failed,
            following=None,
            under_way=ANY_NUMBER if self.attempts % 2 else FEW_UNDER_WAY,
        )

    def _learn(self, draft: Draft) -> None:
        """Bring forward the units with something left, and less so those they wait for.

        What was learnt earlier fades, so that units left over by turns do not end up alike.
        """
        late = set(draft.unplaced or draft.demand.before_internship)
        waited_for = {other for unit in late for other in draft.demand.ancestors[unit]}
        for unit in range(len(self._favour)):
            self._favour[unit] *= FADING
            if unit in late:
                self._favour[unit] += LEFT_OVER
            elif unit in waited_for:
                self._favour[unit] += WAITED_FOR


def _left(draft: Draft) -> int:
    return draft.lessons_left + draft.internship_left
