"""Who and what is taken when, while several courses are being laid out together."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from toolkit.model.sharing import Identity, room_identity, trainer_identity
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.supply import Stretch, Stretches

Use = tuple[Identity, int, Stretch]
"""Who or what is used, on the day of which number, and when."""


class Ledger:
    """The time that the courses so far take of what courses share.

    It changes as what they use is entered and struck out; the demands of the courses look at it
    through `of`, so that they always see what the others have.
    """

    def __init__(self, taken: Mapping[Identity, Mapping[int, Stretches]]) -> None:
        self._days: dict[Identity, dict[int, Stretches]] = defaultdict(dict)
        for identity, days in taken.items():
            self._days[identity].update(days)

    def of(self, identity: Identity) -> Mapping[int, Stretches]:
        """Return what is taken of *identity*, now and later."""
        return self._days[identity]

    def enter(self, uses: Iterable[Use]) -> None:
        """Take what is used."""
        for identity, number, stretch in uses:
            days = self._days[identity]
            stretches = list(days.get(number, ()))
            insort(stretches, stretch)
            days[number] = tuple(stretches)

    def strike(self, uses: Iterable[Use]) -> None:
        """Give back what is used, which was entered before."""
        for identity, number, stretch in uses:
            days = self._days[identity]
            left = list(days.pop(number))
            left.remove(stretch)
            if left:
                days[number] = tuple(left)

    def has_room(self, uses: Iterable[Use]) -> bool:
        """Return whether nothing of what is used is taken."""
        return not any(
            start < stretch[1] and stretch[0] < end
            for identity, number, stretch in uses
            for start, end in self._days[identity].get(number, ())
        )


class Names:
    """By what the trainers and rooms of one course are known to the others."""

    def __init__(self, demand: Demand) -> None:
        provider, venue = demand.course.provider, demand.course.venue
        self._lasting = demand.limits.lasting
        self._standing = frozenset(demand.standing)
        self._trainers = [trainer_identity(provider, each) for each in provider.trainers]
        self._rooms = [room_identity(provider, venue, each) for each in venue.rooms]

    def seen_through(self, ledger: Ledger, demand: Demand) -> Demand:
        """Return *demand* with trainers and rooms free only when the *ledger* says so."""
        return replace(
            demand,
            trainers=tuple(
                replace(each, taken=ledger.of(identity))
                for each, identity in zip(demand.trainers, self._trainers, strict=True)
            ),
            rooms=tuple(
                replace(each, taken=ledger.of(identity))
                for each, identity in zip(demand.rooms, self._rooms, strict=True)
            ),
        )

    def uses(self, lessons: Iterable[Placed]) -> Iterator[Use]:
        """Yield who and what each of *lessons* takes, and when; not of those that stand."""
        return self._uses(each for each in lessons if each not in self._standing)

    def always_used(self) -> Iterator[Use]:
        """Yield who and what the lessons that stand take, and when."""
        return self._uses(self._standing)

    def _uses(self, lessons: Iterable[Placed]) -> Iterator[Use]:
        for lesson in lessons:
            stretch = (lesson.start, lesson.start + self._lasting(lesson.minutes))
            yield self._trainers[lesson.trainer], lesson.number, stretch
            if lesson.room is not None:
                yield self._rooms[lesson.room], lesson.number, stretch
