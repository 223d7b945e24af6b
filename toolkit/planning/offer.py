"""The lessons that may be placed at a moment, and the one of them that suits best."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.planning import constraints
from toolkit.planning.days import PlanningDay, Slot
from toolkit.planning.demand import Part, Placed
from toolkit.planning.draft import NOBODY, Draft
from toolkit.planning.fixed import DAY
from toolkit.planning.foresight import Foresight
from toolkit.planning.ranking import Ranking, Taste
from toolkit.planning.supply import Stretches, shared


class Offer(NamedTuple):
    """A lesson that may be placed, and how ill it suits."""

    against: float
    part: int
    trainer: int
    room: int | None
    minutes: int


class Place(NamedTuple):
    """A moment of a window at which a lesson may begin."""

    slot: Slot
    moment: int
    now: int
    """The same moment, counted from the first of all days."""
    allowed: int
    """The minutes of lesson that the day and the week have left."""
    shortest: int
    """The minutes of the shortest lesson, unless less is left of its part."""


class Leeway(NamedTuple):
    """The minutes that a lesson of some part may have."""

    most: int
    """So that time is left for another that ends the unit."""
    whole: int
    """As the one that ends the unit; 0 if it cannot be that."""


class Offers:
    """The lessons that may go on with a draft, on the day it has come to."""

    def __init__(self, draft: Draft, foresight: Foresight, taste: Taste) -> None:
        self._draft = draft
        self._demand = draft.demand
        self._foresight = foresight
        self._taste = taste
        self._is_careful = taste.is_careful or draft.demand.has_limited_trainers
        self._parts: dict[Slot, list[int]] = {}
        self._held_back: set[int] = set()
        """The units with a part that waits for another, as the test must come last."""
        self._leeways: dict[int, Leeway] = {}
        """Of the parts, until their unit has another lesson."""
        self.ranking = Ranking(draft, foresight, taste)

    def begin_day(self, position: int, day: PlanningDay) -> None:
        """Look at who is free on *day*, and at what is scarce from then on."""
        self._position = position
        self._day = day
        self.presence = self._foresight.roster.on(day)
        self.ranking.begin_day(position, day)

    def best(self, slot: Slot, moment: int, allowed: int) -> Offer | None:
        """Return the lesson that suits best at *moment*, no longer than *allowed*, if any."""
        window = self._demand.limits.fitting(slot.end - slot.start)
        shortest = min(self._taste.shortest, window)
        place = Place(slot, moment, self._day.number * DAY + moment, allowed, shortest)
        best: Offer | None = None
        for against, part in self.ranking.of_parts(self._parts_that_may_go_on(place)):
            if best and best.against <= against - self.ranking.best_case:
                break
            for offer in self._of_part(part, against, place):
                if (best is None or offer.against < best.against) and (
                    not self._is_careful or self._keeps_enough(offer, place)
                ):
                    best = offer
        return best

    def placed(self, lesson: Placed) -> None:
        """Take note that *lesson* was placed: after it others may begin, or end their unit."""
        self.ranking.placed(lesson)
        unit = self._demand.parts[lesson.part].unit
        for part in self._demand.units[unit].parts:
            self._leeways.pop(part, None)
        if unit in self._held_back or not self._draft.unit_left[unit]:
            self._look_again()
        elif not self._draft.left[lesson.part]:
            for parts in self._parts.values():
                if lesson.part in parts:
                    parts.remove(lesson.part)

    def _look_again(self) -> None:
        self._parts.clear()
        self._held_back.clear()

    def _parts_that_may_go_on(self, place: Place) -> list[int]:
        """Return the parts that the window is for and that need not wait.

        They are the same until a unit ends or has a lesson that others of it wait for, unless
        some wait for what stands.
        """
        if self._demand.standing:
            self._leeways.clear()
            self._look_again()
        slot = place.slot
        if slot not in self._parts:
            left = enumerate(self._draft.left)
            self._parts[slot] = [n for n, some in left if some and self._may_go_on(n, place)]
        if self._may_begin(slot):
            return self._parts[slot]
        begun = self._draft.last_trainer
        return [n for n in self._parts[slot] if begun[self._demand.parts[n].unit] != NOBODY]

    def _may_begin(self, slot: Slot) -> bool:
        """Return whether units may begin in *slot*: not many at once, where it can wait for them."""
        can_wait = self._foresight.can_wait
        return (
            can_wait is None
            or not slot.admits(can_wait)
            or self._draft.under_way < self._taste.under_way
        )

    def _may_go_on(self, number: int, place: Place) -> bool:
        part = self._demand.parts[number]
        unit = self._demand.units[part.unit]
        if not (
            constraints.mode_belongs_in_the_window(place.slot, is_distance=part.is_distance)
            and constraints.prerequisites_are_complete(self._draft, unit, place.now)
        ):
            return False
        if self._shortest(number, place) > max(self._leeway(number, place.now)):
            self._held_back.add(part.unit)
            return False
        return True

    def _shortest(self, number: int, place: Place) -> int:
        return min(place.shortest, self._draft.left[number])

    def _leeway(self, number: int, now: int) -> Leeway:
        found = self._leeways.get(number)
        if found is None:
            found = Leeway(*constraints.time_for_the_test(self._draft, number, now))
            self._leeways[number] = found
        return found

    def _of_part(self, number: int, against: float, place: Place) -> Iterator[Offer]:
        draft, demand = self._draft, self._demand
        leeway = self._leeway(number, place.now)
        if self._shortest(number, place) > max(leeway):
            return
        part = demand.parts[number]
        room, end = self._room(part, draft.last_room[number], place)
        before = constraints.minutes_before_what_stands(demand.units[part.unit], place.now)
        end = min(end, place.moment + before)
        free = self.presence.at_distance if part.is_distance else self.presence.in_presence
        known: dict[tuple[int, int], tuple[float, int] | None] = {}
        for of_trainer, trainer in self.ranking.of_trainers(number):
            until = min(_free_until(free[trainer], place.moment), end)
            limits = until, min(draft.trainer_left[trainer], place.allowed)
            if until <= place.moment or (limits in known and not self._is_careful):
                continue
            if limits not in known:
                known[limits] = self._length(number, place, leeway, limits)
            if found := known[limits]:
                yield Offer(against + found[0] + of_trainer, number, trainer, room, found[1])
            if not self._is_careful and limits == (end, place.allowed):
                # Those who follow suit less and are free no longer.
                break

    def _room(self, part: Part, last: int | None, place: Place) -> tuple[int | None, int]:
        """Return a room free at a *place* and when it stops being so: the *last* one, if it can."""
        end = place.slot.end
        if part.is_distance:
            return None, end
        best, best_end = None, place.moment
        for room in part.rooms if last is None else (last, *part.rooms):
            until = min(_free_until(self.presence.rooms[room], place.moment), end)
            if until > best_end:
                best, best_end = room, until
                if until == end:
                    break
        return best, best_end

    def _length(
        self, number: int, place: Place, leeway: Leeway, limits: tuple[int, int]
    ) -> tuple[float, int] | None:
        """Return what speaks against the length that suits best, and its minutes, if any.

        *limits* are the moment by which it must be over and the minutes it may have at most.
        """
        until, allowed = limits
        longest = min(constraints.longest_lesson(self._demand, until - place.moment), allowed)
        shortest, (most, whole) = self._shortest(number, place), leeway
        if longest < shortest:
            return None
        unit = self._demand.units[self._demand.parts[number].unit]
        test = unit.test if number in unit.closing else 0
        gap = place.slot.end - place.moment
        around = longest, self._draft.left[number], gap, allowed, test
        for against, minutes in self._foresight.lengths[self._taste.thrift].suited(around):
            if minutes >= shortest and (minutes <= most or minutes == whole):
                return against + self.ranking.of_length(number, minutes), minutes
        return None

    def _keeps_enough(self, offer: Offer, place: Place) -> bool:
        after = place.moment + self._demand.limits.lasting(offer.minutes)
        time_left = self._foresight.time_left(self._position)
        for slot in self._day.slots:
            rest = ((max(slot.start, after), slot.end),)
            presence = self.presence
            free = presence.at_distance if slot.admits_distance else presence.in_presence
            for trainer, stretches in enumerate(free):
                time_left[trainer] += sum(end - start for start, end in shared(rest, stretches))
        return constraints.trainers_keep_enough_hours(
            self._draft, offer.part, offer.trainer, offer.minutes, time_left
        )


def _free_until(stretches: Stretches, moment: int) -> int:
    for start, end in stretches:
        if start <= moment < end:
            return end
    return 0
