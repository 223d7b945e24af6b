"""Some lessons of an edition placed again, while the others stay where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random

from toolkit.planning.demand import ENDLESS, Placed
from toolkit.planning.drafting import Kept, drafted
from toolkit.planning.polishing import with_fewer_trainers
from toolkit.planning.portfolio.edition import Candidate, Edition
from toolkit.planning.portfolio.freeing import freed
from toolkit.planning.portfolio.ledger import Use
from toolkit.planning.portfolio.tastes import FOLLOWS, Variety, taste_following, taste_for
from toolkit.planning.ranking import Taste
from toolkit.planning.schedule import Schedule

ENTWINED = 4
"""How many units at most are laid out again while the others stay."""


class Redraft:
    """An edition that gives back the time of some lessons, until it is accepted or undone.

    *again* are those lessons; *make* returns where it might stand instead, or None where
    something finds no place.
    """

    def __init__(
        self, edition: Edition, again: Iterable[Placed], make: Callable[[], Candidate | None]
    ) -> None:
        self.edition = edition
        self.make = make
        self._again = frozenset(again)
        self._kept = frozenset(edition.standing.schedule.lessons) - self._again
        edition.ledger.strike(edition.uses(self._again))

    def hold(self, candidate: Candidate) -> None:
        """Take, for as long as others are redrafted, the time of *candidate*."""
        self.edition.ledger.enter(self._new(candidate))

    def release(self, candidate: Candidate) -> None:
        """Give back what `hold` took for *candidate*."""
        self.edition.ledger.strike(self._new(candidate))

    def accept(self, candidate: Candidate) -> None:
        """Let the edition stand at *candidate*."""
        ledger, uses = self.edition.ledger, self.edition.uses
        ledger.strike(uses(self._kept.difference(candidate.schedule.lessons)))
        ledger.enter(self._new(candidate))
        self.edition.now = candidate

    def undo(self) -> None:
        """Take the time of the lessons given back."""
        self.edition.ledger.enter(self.edition.uses(self._again))

    def _new(self, candidate: Candidate) -> Iterable[Use]:
        return self.edition.uses(set(candidate.schedule.lessons) - self._kept)


def stretch_of(
    edition: Edition,
    random: Random,
    variety: Variety,
    *,
    since: int,
    until: int,
    is_alone: bool,
) -> Redraft:
    """Return the redraft of the days from that numbered *since* to that before *until*.

    It follows what stands, or the preferences that led to it, a few of them changed. Unless the
    edition *is_alone* in being redrafted, what it keeps is not touched: others count on it.
    """
    standing = edition.standing
    kept = Kept(standing.schedule, since, until)
    again = [each for each in standing.schedule.lessons if not kept.holds(each.number)]

    def make() -> Candidate | None:
        taste = _taste(edition, again, random, variety)
        draft = drafted(edition.demand, edition.foreseen(), taste, kept)
        if not draft.is_complete:
            return None
        schedule = draft.schedule
        if is_alone or not since:
            schedule = with_fewer_trainers(schedule)
        is_its_own = until == ENDLESS and not taste.following
        return Candidate(schedule, taste.favour if is_its_own else standing.favour)

    return Redraft(edition, again, make)


def units_of(edition: Edition, random: Random, variety: Variety) -> Redraft:
    """Return the redraft of some units that take turns in the same days, around the others."""
    standing = edition.standing
    units = _entwined(standing.schedule, random)
    parts = {part for unit in units for part in edition.demand.units[unit].parts}
    again = [each for each in standing.schedule.lessons if each.part in parts]

    def make() -> Candidate | None:
        demand = freed(edition.demand, standing.schedule, units)
        draft = drafted(demand, edition.foreseen(), _taste(edition, again, random, variety))
        if not draft.is_complete:
            return None
        found = draft.schedule
        schedule = Schedule(edition.demand, found.lessons, found.internship)
        return Candidate(with_fewer_trainers(schedule), standing.favour)

    return Redraft(edition, again, make)


def _taste(edition: Edition, again: Sequence[Placed], random: Random, variety: Variety) -> Taste:
    demand, standing, gathering = edition.demand, edition.standing, edition.gathering
    gathers = gathering is not None and gathering.is_kept_by(demand, standing.schedule.lessons)
    if random.random() < FOLLOWS:
        stays = set(demand.standing)
        lessons = [each for each in again if each not in stays]
        return taste_following(demand, lessons, random, variety, gathers=gathers)
    return taste_for(demand, standing.favour, random, variety, gathers=gathers)


def _entwined(schedule: Schedule, random: Random) -> set[int]:
    by_unit = schedule.by_unit
    first = random.choice(list(by_unit))
    begin, end = by_unit[first][0].number, by_unit[first][-1].number
    others = [
        unit
        for unit, lessons in by_unit.items()
        if unit != first and lessons[0].number <= end and begin <= lessons[-1].number
    ]
    return {first, *random.sample(others, min(len(others), random.randrange(ENTWINED)))}
