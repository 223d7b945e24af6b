"""A helper: a process that improves half of the editions while this one improves the others.

Each sees all editions, but moves only its own; what the helper found is taken over where it still
fits beside what was found here meanwhile.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from typing import NamedTuple

from toolkit.planning.asking import demand_of
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.portfolio.edition import Candidate
from toolkit.planning.portfolio.laying import Portfolio
from toolkit.planning.portfolio.rounds import Rounds
from toolkit.planning.schedule import Schedule
from toolkit.planning.taken import Taken

SPELL = 2
"""How many rounds for each edition the helper makes before the two compare what they found."""


class Moved(NamedTuple):
    """Where an edition stands, as one process tells it to the other."""

    lessons: tuple[Placed, ...]
    internship: tuple[tuple[int, int], ...]
    favour: tuple[float, ...]


class Spell(NamedTuple):
    """What the helper is asked: where some editions stand now, and which are its own."""

    moved: Mapping[int, Moved]
    own: tuple[int, ...]


class Helper:
    """The helper of a portfolio, seen from the process that has it."""

    def __init__(self, portfolio: Portfolio, pipe: Connection) -> None:
        self.rounds = 0
        self.is_lost = False
        """Whether it has ended before its time, for lack of memory perhaps."""
        self._portfolio = portfolio
        self._pipe = pipe
        self._known: dict[int, Candidate] = {}
        self._own: tuple[int, ...] = ()

    def begin(self, taken: Taken, seed: int) -> None:
        """Tell the helper which courses there are, and what others have *taken*."""
        asked = [(each.alone.course, each.alone.fixed) for each in self._portfolio.editions]
        try:
            self._pipe.send((asked, taken, seed))
        except OSError:
            self.is_lost = True

    @property
    def has_answered(self) -> bool:
        """Whether the helper waits to be asked: it is ready, or has finished its spell."""
        if self.is_lost:
            return False
        try:
            return self._pipe.poll()
        except OSError:
            self.is_lost = True
            return False

    def next_spell(self, own: Sequence[int]) -> None:
        """Take over what the helper found, and ask it to go on with its *own* editions."""
        try:
            found: dict[int, Moved] = self._pipe.recv()
            self._take_over(found)
            self.rounds += SPELL * len(self._own)
            self._own = tuple(own)
            self._pipe.send(Spell(self._told(), self._own))
        except (EOFError, OSError):
            self.is_lost = True

    def _told(self) -> dict[int, Moved]:
        """Return where the editions stand that the helper believes elsewhere."""
        editions = self._portfolio.editions
        told = {
            n: _moved(each.standing)
            for n, each in enumerate(editions)
            if self._known.get(n) is not each.standing
        }
        self._known = {n: each.standing for n, each in enumerate(editions)}
        return told

    def _take_over(self, found: Mapping[int, Moved]) -> None:
        editions = self._portfolio.editions
        old = {n: editions[n].standing for n in found}
        new = {n: _candidate(editions[n].demand, moved) for n, moved in found.items()}
        self._portfolio.replace(_compatible(self._portfolio, old, new))
        for n in found:
            # Whether or not it fitted, the helper is told where it stands.
            del self._known[n]


def _compatible(
    portfolio: Portfolio, old: Mapping[int, Candidate], new: Mapping[int, Candidate]
) -> dict[int, Candidate]:
    """Return *new* where it fits beside all that stands; where not, what is *old*.

    The old fit beside each other, and the new do: only one of each may be in the way.
    """
    left = dict(new)
    while True:
        chosen = {**old, **left}
        misfit = portfolio.first_misfit({n: chosen[n] for n in sorted(old, key=left.__contains__)})
        if misfit is None:
            return chosen
        del left[misfit]


def _moved(candidate: Candidate) -> Moved:
    return Moved(candidate.schedule.lessons, candidate.schedule.internship, candidate.favour)


def _candidate(demand: Demand, moved: Moved) -> Candidate:
    return Candidate(Schedule(demand, moved.lessons, moved.internship), moved.favour)


@contextmanager
def helped(portfolio: Portfolio, taken: Taken, seed: int) -> Iterator[Helper]:
    """Give the helper of *portfolio*, which gets ready meanwhile and ends with the block."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_help, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        helper = Helper(portfolio, ours)
        helper.begin(taken, seed)
        yield helper
    finally:
        ours.close()
        process.terminate()
        process.join()


def _help(pipe: Connection) -> None:
    """Improve the editions one is asked to, spell after spell, until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        asked, taken, seed = pipe.recv()
        demands = [demand_of(course, fixed=fixed, taken=taken) for course, fixed in asked]
        portfolio = Portfolio(demands, taken, seed)
        rounds = Rounds(len(demands), Random(f"helper {seed}"))  # noqa: S311 — chance to repeat
        found: dict[int, Moved] = {}
        while True:
            pipe.send(found)
            spell: Spell = pipe.recv()
            found = _found(portfolio, rounds, spell)
    except (EOFError, OSError):
        return


def _found(portfolio: Portfolio, rounds: Rounds, spell: Spell) -> dict[int, Moved]:
    portfolio.replace(
        {n: _candidate(portfolio.editions[n].demand, moved) for n, moved in spell.moved.items()}
    )
    own = [portfolio.editions[n] for n in spell.own]
    before = [edition.standing for edition in own]
    for _ in range(SPELL * len(own)):
        rounds.another(own)
    return {
        n: _moved(edition.standing)
        for n, edition, old in zip(spell.own, own, before, strict=True)
        if edition.standing is not old
    }
