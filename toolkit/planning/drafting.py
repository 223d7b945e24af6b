"""One pass over the days, first to last, filling each window with the lesson that suits best.

A pass never goes back: what it cannot place is left, and the planner tries again with another
taste. `constraints` says what may be placed, `ranking` what to prefer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.planning import constraints
from toolkit.planning.days import QUARTER, PlanningDay, Slot
from toolkit.planning.demand import ENDLESS, Demand, Placed
from toolkit.planning.draft import NOBODY, Draft
from toolkit.planning.fixed import DAY
from toolkit.planning.foresight import Foresight
from toolkit.planning.internship import fixed_days
from toolkit.planning.offer import Offer, Place
from toolkit.planning.ranking import Ranking, Taste
from toolkit.planning.schedule import Schedule
from toolkit.planning.supply import Stretches, shared


class Kept(NamedTuple):
    """The part of an earlier schedule that a new pass leaves as it is.

    That is what comes before the day numbered `since`, and from the one numbered `until` on.
    """

    schedule: Schedule
    since: int
    until: int = ENDLESS

    def holds(self, number: int) -> bool:
        """Return whether the lessons of the day of that *number* stay."""
        return not self.since <= number < self.until

    def holds_internship(self, number: int) -> bool:
        """Return whether the internship on the day of that *number* stays: it follows what stays."""
        return self.until < ENDLESS or number < self.since


def drafted(demand: Demand, foresight: Foresight, taste: Taste, kept: Kept | None = None) -> Draft:
    """Return the draft of one pass; it is complete or has something left."""
    return _Pass(demand, foresight, taste).run(kept)


class _Pass:
    """A draft that is being filled, day by day, by one taste."""

    def __init__(self, demand: Demand, foresight: Foresight, taste: Taste) -> None:
        self.demand = demand
        self.foresight = foresight
        self.taste = taste
        self.ranking = Ranking(demand, foresight, taste)
        self.draft = Draft(demand)
        self.rooms_free: list[Stretches] = []
        self.trainers_free: dict[bool, list[Stretches]] = {}
        """Those of the day being filled, for lessons in presence and at a distance."""

    def run(self, kept: Kept | None) -> Draft:
        fixed = fixed_days(self.demand)
        for day, minutes in fixed:
            self.draft.place_internship(day, minutes)
        if kept:
            self._keep(kept, with_internship=not fixed)
        for position, day in enumerate(self.demand.days):
            if kept and kept.holds(day.number):
                continue
            if self.draft.is_complete or self._is_too_late(day):
                break
            self._fill_day(position, day)
        return self.draft

    def _keep(self, kept: Kept, *, with_internship: bool) -> None:
        days, standing = self.demand.days, set(self.demand.standing)
        hosted = {each.day.toordinal() for each in self.demand.fixed.internship}
        for lesson in kept.schedule.lessons:
            if kept.holds(lesson.number) and lesson not in standing:
                self.draft.place(days[lesson.number - days[0].number], lesson)
                self.ranking.placed(lesson.part, lesson.minutes)
                if lesson.number >= kept.until:
                    self.draft.ending_later.add(self.demand.parts[lesson.part].unit)
        for number, minutes in kept.schedule.internship if with_internship else ():
            if kept.holds_internship(number) and number not in hosted:
                self.draft.place_internship(days[number - days[0].number], minutes)

    def _is_too_late(self, day: PlanningDay) -> bool:
        deadlines = self.foresight.deadlines
        left = self.draft.unit_left
        return any(left[unit] and deadlines[unit] < day.number for unit in range(len(left)))

    def _fill_day(self, position: int, day: PlanningDay) -> None:
        draft = self.draft
        practised = self._is_practised(day)
        draft.begin_day(day)
        self._look_who_is_free(day)
        for slot in day.slots:
            self._fill_slot(position, day, slot)
        minutes = constraints.internship_minutes(draft, day)
        if (
            minutes > 0
            and practised
            and not (self.taste.internship_waits and draft.lessons_left)
            and day.is_for_internship
            and constraints.internship_keeps_the_day_and_week(draft, day, minutes)
        ):
            draft.place_internship(day, minutes)

    def _look_who_is_free(self, day: PlanningDay) -> None:
        """Look at the rooms and trainers of *day*, if it has windows, for what they are open to."""
        if day.slots:
            self.rooms_free = constraints.rooms_are_free(self.demand, day)
        self.trainers_free = {
            is_distance: constraints.trainers_are_free(self.demand, day, is_distance=is_distance)
            for is_distance in (False, True)
            if any(slot.admits(is_distance) for slot in day.slots)
        }

    def _is_practised(self, day: PlanningDay) -> bool:
        """Return whether all that the internship practises has ended before *day*."""
        left, units = self.draft.unit_left, self.demand.units
        return not any(
            left[unit] or units[unit].last_fixed >= day.number * DAY
            for unit in self.demand.before_internship
        )

    def _fill_slot(self, position: int, day: PlanningDay, slot: Slot) -> None:
        moment = slot.start
        while moment + QUARTER <= slot.end:
            offer = self._best_offer(position, day, slot, moment)
            if offer is None:
                later = (each for each in self.foresight.starts[day.weekday] if each > moment)
                moment = slot.on_grid(next(later, slot.end))
                continue
            lesson = Placed(
                day.number, moment, offer.minutes, offer.part, offer.trainer, offer.room
            )
            self.draft.place(day, lesson)
            self.ranking.placed(offer.part, offer.minutes)
            moment = slot.on_grid(moment + self.demand.limits.lasting(offer.minutes))

    def _best_offer(self, position: int, day: PlanningDay, slot: Slot, moment: int) -> Offer | None:
        today = min(
            constraints.minutes_left_today(self.draft, day),
            constraints.minutes_left_this_week(self.draft, day),
        )
        idleness = self.taste.idleness
        if today < QUARTER or (idleness and self.taste.random.random() < idleness):
            return None
        self.ranking.look_at(self.draft, position)
        offers = sorted(
            self._offers(position, day, slot, moment, today), key=lambda offer: -offer.score
        )
        if not (self.taste.is_careful or self.demand.has_limited_trainers):
            return offers[0] if offers else None
        kept = (offer for offer in offers if self._keeps_enough(offer, position, day, moment))
        return next(kept, None)

    def _keeps_enough(self, offer: Offer, position: int, day: PlanningDay, moment: int) -> bool:
        after = moment + self.demand.limits.lasting(offer.minutes)
        time_left = self.foresight.time_left(position)
        for slot in day.slots:
            free = self.trainers_free[slot.admits_distance]
            rest = ((max(slot.start, after), slot.end),)
            for trainer, stretches in enumerate(free):
                time_left[trainer] += sum(end - start for start, end in shared(rest, stretches))
        return constraints.trainers_keep_enough_hours(
            self.draft, offer.part, offer.trainer, offer.minutes, time_left
        )

    def _offers(
        self, position: int, day: PlanningDay, slot: Slot, moment: int, today: int
    ) -> Iterator[Offer]:
        now = day.number * DAY + moment
        for part in self._parts_that_may_go_on(day, slot, now):
            room, room_end = self._room(part, slot, moment)
            unit = self.demand.units[self.demand.parts[part].unit]
            room_end = min(room_end, moment + constraints.minutes_before_what_stands(unit, now))
            suits: float | None = None
            known: dict[tuple[int, int], tuple[float, int] | None] = {}
            for trainer, free in self._trainers(part, moment):
                place = (min(free, room_end), min(self.draft.trainer_left[trainer], today))
                if place not in known:
                    known[place] = self._length(part, Place(slot, moment, now, *place))
                found = known[place]
                if found is None:
                    continue
                if suits is None:
                    suits = self.ranking.of_part(self.draft, part, position)
                penalty, minutes = found
                against = self.ranking.of_lesson(self.draft, part, trainer, minutes)
                yield Offer(suits + against - penalty, part, trainer, room, minutes)

    def _parts_that_may_go_on(self, day: PlanningDay, slot: Slot, now: int) -> Iterator[int]:
        may_begin = self._may_begin(slot)
        for number, left in enumerate(self.draft.left):
            if not left:
                continue
            part = self.demand.parts[number]
            unit = self.demand.units[part.unit]
            if (
                constraints.mode_belongs_in_the_window(slot, is_distance=part.is_distance)
                and (may_begin or self.draft.last_trainer[part.unit] != NOBODY)
                and constraints.prerequisites_are_complete(self.draft, unit, now)
                and constraints.unit_is_in_time(day, self.foresight.deadlines[part.unit])
            ):
                yield number

    def _may_begin(self, slot: Slot) -> bool:
        """Return whether units may begin in *slot*: not many at once, where it can wait for them."""
        can_wait = self.foresight.can_wait
        return (
            can_wait is None
            or not slot.admits(can_wait)
            or self.draft.under_way < self.taste.under_way
        )

    def _room(self, part: int, slot: Slot, moment: int) -> tuple[int | None, int]:
        """Return a room free at *moment* and when it stops being so: the last one, if it can."""
        if self.demand.parts[part].is_distance:
            return None, slot.end
        best, best_end = None, moment
        last = self.draft.last_room[part]
        for room in self.demand.parts[part].rooms:
            end = min(_free_until(self.rooms_free[room], moment), slot.end)
            if end > best_end or (end == best_end and room == last and end > moment):
                best, best_end = room, end
        return best, best_end

    def _trainers(self, part: int, moment: int) -> Iterator[tuple[int, int]]:
        """Yield each trainer free at *moment*, with when he or she stops being so."""
        found = self.demand.parts[part]
        free = self.trainers_free[found.is_distance]
        for trainer in found.trainers:
            end = _free_until(free[trainer], moment)
            if end > moment:
                yield trainer, end

    def _length(self, part: int, place: Place) -> tuple[float, int] | None:
        """Return the penalty and minutes of the length that suits best, if any is allowed."""
        left = self.draft.left[part]
        limits = self.demand.limits
        window = limits.fitting(place.slot.end - place.slot.start)
        shortest = min(self.taste.shortest, left, window)
        longest = min(
            constraints.longest_lesson(self.demand, place.end - place.moment), place.allowed
        )
        if longest < shortest:
            return None
        gap = place.slot.end - place.moment
        unit = self.demand.units[self.demand.parts[part].unit]
        test = unit.test if part in unit.closing else 0
        for found in self.foresight.lengths.suited((longest, left, gap, place.allowed, test)):
            minutes = found[1]
            if minutes >= shortest and constraints.leaves_time_for_the_test(
                self.draft, part, minutes, place.now
            ):
                return found
        return None


def _free_until(stretches: Stretches, moment: int) -> int:
    for start, end in stretches:
        if start <= moment < end:
            return end
    return 0
