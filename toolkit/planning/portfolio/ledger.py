"""Who and what is taken when, while several courses are being laid out together."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Mapping

from toolkit.model.sharing import Identity
from toolkit.planning.schedule import Schedule
from toolkit.planning.supply import Stretch, Stretches


class Ledger:
    """The time that the schedules entered so far take of what courses share.

    It changes as schedules are entered and struck out; the demands of the courses look at it
    through `of`, so that they always see what the others have.
    """

    def __init__(self, taken: Mapping[Identity, Mapping[int, Stretches]]) -> None:
        self._days: dict[Identity, dict[int, Stretches]] = defaultdict(dict)
        for identity, days in taken.items():
            self._days[identity].update(days)

    def of(self, identity: Identity) -> Mapping[int, Stretches]:
        """Return what is taken of *identity*, now and later."""
        return self._days[identity]

    def enter(self, names: Names, schedule: Schedule) -> None:
        """Take the time of every lesson of *schedule*."""
        for identity, number, stretch in names.uses(schedule):
            days = self._days[identity]
            stretches = list(days.get(number, ()))
            insort(stretches, stretch)
            days[number] = tuple(stretches)

    def strike(self, names: Names, schedule: Schedule) -> None:
        """Give back the time of every lesson of *schedule*, which was entered before."""
        for identity, number, stretch in names.uses(schedule):
            days = self._days[identity]
            left = tuple(each for each in days[number] if each != stretch)
            if left:
                days[number] = left
            else:
                del days[number]


class Names:
    """By what the trainers and rooms of one course are known to the others."""

    def __init__(self, trainers: tuple[Identity, ...], rooms: tuple[Identity, ...]) -> None:
        self.trainers = trainers
        self.rooms = rooms

    def uses(self, schedule: Schedule) -> Iterator[tuple[Identity, int, Stretch]]:
        """Yield who and what each lesson of *schedule* takes, and when."""
        lasting = schedule.demand.limits.lasting
        for lesson in schedule.lessons:
            stretch = (lesson.start, lesson.start + lasting(lesson.minutes))
            yield self.trainers[lesson.trainer], lesson.number, stretch
            if lesson.room is not None:
                yield self.rooms[lesson.room], lesson.number, stretch
