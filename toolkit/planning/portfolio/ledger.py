"""Who and what is taken when, while several courses are being laid out together."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from toolkit.model.sharing import Identity
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.schedule import Schedule
from toolkit.planning.supply import Stretch, Stretches

Use = tuple[Identity, int, Stretch]
"""Who or what is used, on the day of which number, and when."""


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

    def set_aside(self, names: Names, demand: Demand) -> None:
        """Take, for good, the time of the lessons of *demand* that stand."""
        self._enter(names.always_used(demand))

    def enter(self, names: Names, schedule: Schedule) -> None:
        """Take the time of every lesson of *schedule* that does not stand."""
        self._enter(names.uses(schedule))

    def _enter(self, uses: Iterable[Use]) -> None:
        for identity, number, stretch in uses:
            days = self._days[identity]
            stretches = list(days.get(number, ()))
            insort(stretches, stretch)
            days[number] = tuple(stretches)

    def has_room(self, names: Names, schedule: Schedule) -> bool:
        """Return whether nothing that *schedule* would take is taken."""
        return not any(
            start < stretch[1] and stretch[0] < end
            for identity, number, stretch in names.uses(schedule)
            for start, end in self._days[identity].get(number, ())
        )

    def strike(self, names: Names, schedule: Schedule) -> None:
        """Give back what `enter` took for *schedule*."""
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

    def uses(self, schedule: Schedule) -> Iterator[Use]:
        """Yield who and what each lesson of *schedule* that does not stand takes, and when."""
        standing = schedule.demand.standing
        moving = (each for each in schedule.lessons if not standing or each not in standing)
        return self._taken(moving, schedule.demand)

    def always_used(self, demand: Demand) -> Iterator[Use]:
        """Yield who and what the lessons of *demand* that stand take, and when."""
        return self._taken(demand.standing, demand)

    def _taken(self, lessons: Iterable[Placed], demand: Demand) -> Iterator[Use]:
        for lesson in lessons:
            stretch = (lesson.start, lesson.start + demand.limits.lasting(lesson.minutes))
            yield self.trainers[lesson.trainer], lesson.number, stretch
            if lesson.room is not None:
                yield self.rooms[lesson.room], lesson.number, stretch
