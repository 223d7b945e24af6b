"""What is asked of the exact model of lessons, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.planning.demand import Demand, Placed
from toolkit.planning.exact.solving import Verdict

Internship = tuple[tuple[int, int], ...]
"""The number of each day of internship, with its minutes, in order."""


@dataclass(frozen=True, slots=True)
class Block:
    """A lesson of a given length, whose place is sought or fixed."""

    part: int
    minutes: int
    lasting: int
    """Its minutes with the break inside it."""
    before: Placed | None = None
    """Where it stood in an earlier timetable; none if it is new."""
    is_fixed: bool = False
    """Whether it stays where it stood, whatever the constraints say of that place."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each thing costs; what costs nothing does not matter."""

    changed: int = 100_000
    """A lesson that is not exactly where it stood, or with someone else, or elsewhere."""
    day: int = 10
    """Each day by which a lesson moves."""
    hour: int = 1
    """Each hour by which a lesson moves within the day; begun hours count."""
    trainer: int = 20
    """A lesson that has another trainer."""
    room: int = 5
    """A lesson that has another room."""
    internship_day: int = 50_000
    """A day of internship that there was not."""
    end: int = 0
    """Each day from the first to the last with lessons."""
    teaching_day: int = 0
    """A day with lessons."""
    another_trainer: int = 0
    """A trainer of a unit beyond its first."""


@dataclass(frozen=True, slots=True)
class Start:
    """Places that keep every constraint, though better ones may exist."""

    lessons: tuple[Placed, ...]
    """One for each block."""
    internship: frozenset[int]
    """The numbers of its days."""


@dataclass(frozen=True, slots=True)
class Request:
    """Lessons to be placed so that they keep every constraint and cost the least."""

    demand: Demand
    blocks: tuple[Block, ...]
    """They must make up the minutes of every part."""
    internship: Internship = ()
    """As it stood."""
    since: int = 0
    """The number of the first day on which anything may be placed anew."""
    internship_may_move: bool = False
    """Whether days of internship from then on may be others; else they stay as they stood."""
    weights: Weights = Weights()
    effort: float = 20.0
    begin_from: Start | None = None
    """From where the search begins; none is the earlier timetable."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a request."""

    verdict: Verdict
    lessons: tuple[Placed, ...] = ()
    """One for each block, in the order of the request; none without a solution."""
    internship: Internship = ()
    cost: int = 0
    bound: int = 0
    """No solution costs less."""
