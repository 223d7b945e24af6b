"""Few days suffice for the lessons of one kind, where those of the other kind last for long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.planning.days import PlanningDay, Slot, slots_of
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.draft import Draft

ROOM = 1.05
"""How much more time than they need the days must have for the lessons gathered on them."""


class Gathering(NamedTuple):
    """The weekdays on which the lessons of one kind are held while those of the other last."""

    is_distance: bool
    """Whether those gathered are the ones at a distance."""
    weekdays: frozenset[int]

    def leaves(self, draft: Draft, day: PlanningDay, slot: Slot) -> bool:
        """Return whether *slot* is left empty, so that learners need not come on *day*."""
        return (
            day.weekday not in self.weekdays
            and slot.admits(self.is_distance)
            and any(
                left and part.is_distance is not self.is_distance
                for left, part in zip(draft.left, draft.demand.parts, strict=True)
            )
        )

    def is_kept_by(self, demand: Demand, lessons: Iterable[Placed]) -> bool:
        """Return whether *lessons*, in order of time, are gathered."""
        strays = False
        for lesson in lessons:
            if demand.parts[lesson.part].is_distance is not self.is_distance:
                if strays:
                    return False
            elif (lesson.number - 1) % 7 not in self.weekdays:
                strays = True
        return True


def kind_that_can_wait(demand: Demand) -> bool | None:
    """Return whether it is the windows at a distance that need fewer weeks than the others.

    None where one kind alone has windows or hours, or the same windows are open to both.
    """
    weeks = _weeks_needed(demand)
    return weeks[True] < weeks[False] if weeks else None


def gathering_of(demand: Demand) -> Gathering | None:
    """Return how the lessons that can wait may be gathered; None if they need all their days.

    Days on which learners come for the others are taken first, then those with most time.
    """
    weeks = _weeks_needed(demand)
    if not weeks or not demand.course.edition.planning.goals.few_days:
        return None
    is_distance = weeks[True] < weeks[False]
    week = slots_of(demand.course.edition.week)
    place = {
        weekday: sum(slot.minutes for slot in slots if slot.admits(is_distance))
        for weekday, slots in enumerate(week)
    }
    shared = {
        n for n, slots in enumerate(week) if any(each.admits(not is_distance) for each in slots)
    }
    missing = _asked(demand, is_distance) / weeks[not is_distance] * ROOM
    chosen: set[int] = set()
    for weekday in sorted(filter(place.get, place), key=lambda n: (n not in shared, -place[n], n)):
        if missing <= 0:
            return Gathering(is_distance, frozenset(chosen))
        chosen.add(weekday)
        missing -= place[weekday]
    return None


def _weeks_needed(demand: Demand) -> dict[bool, float]:
    """Return how many weeks lessons at a distance, and the others, need; nothing if not apart."""
    slots = [slot for day in slots_of(demand.course.edition.week) for slot in day]
    if any(slot.admits_presence and slot.admits_distance for slot in slots):
        return {}
    weeks = {}
    for is_distance in (False, True):
        open_ = sum(slot.minutes for slot in slots if slot.admits(is_distance))
        asked = _asked(demand, is_distance)
        if not open_ or not asked:
            return {}
        weeks[is_distance] = asked / open_
    return weeks


def _asked(demand: Demand, is_distance: bool) -> int:
    return sum(part.minutes for part in demand.parts if part.is_distance is is_distance)
