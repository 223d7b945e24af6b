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
from toolkit.planning.draft import Draft
from toolkit.planning.fixed import DAY
from toolkit.planning.foresight import Foresight
from toolkit.planning.internship import fixed_days
from toolkit.planning.offer import Offers
from toolkit.planning.ranking import Taste
from toolkit.planning.schedule import Schedule


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
        self.draft = Draft(demand)
        self.offers = Offers(self.draft, foresight, taste)
        self.gathering = foresight.gathering if taste.gathers else None
        self.waited_for = list(demand.before_internship)
        """What the internship practises, but for some that were seen to have ended."""

    def run(self, kept: Kept | None) -> Draft:
        fixed = fixed_days(self.demand)
        for day, minutes in fixed:
            self.draft.place_internship(day, minutes)
        if kept:
            self._keep(kept, with_internship=not fixed)
        for position, day in self._days_to_fill(kept):
            if self.draft.is_complete or self._is_too_late(day):
                break
            self._fill_day(position, day)
        return self.draft

    def _days_to_fill(self, kept: Kept | None) -> Iterator[tuple[int, PlanningDay]]:
        """Yield the days, with their positions, whose lessons are not *kept*."""
        days = self.demand.days
        first, end = 0, len(days)
        if kept and days:
            first = max(kept.since - days[0].number, 0)
            end = max(min(kept.until - days[0].number, end), 0)
        return zip(range(first, end), days[first:end], strict=True)

    def _keep(self, kept: Kept, *, with_internship: bool) -> None:
        days, standing = self.demand.days, set(self.demand.standing)
        hosted = {each.day.toordinal() for each in self.demand.fixed.internship}
        for lesson in kept.schedule.lessons:
            if kept.holds(lesson.number) and lesson not in standing:
                self._place(days[lesson.number - days[0].number], lesson)
                if lesson.number >= kept.until:
                    self.draft.ending_later.add(self.demand.parts[lesson.part].unit)
        for number, minutes in kept.schedule.internship if with_internship else ():
            if kept.holds_internship(number) and number not in hosted:
                self.draft.place_internship(days[number - days[0].number], minutes)

    def _place(self, day: PlanningDay, lesson: Placed) -> None:
        self.draft.place(day, lesson)
        self.offers.placed(lesson)

    def _is_too_late(self, day: PlanningDay) -> bool:
        """Return whether a unit with something left cannot have it on *day* or later."""
        deadlines = self.foresight.deadlines
        return day.number > self.foresight.first_deadline and any(
            left and not constraints.unit_is_in_time(day, deadlines[unit])
            for unit, left in enumerate(self.draft.unit_left)
        )

    def _fill_day(self, position: int, day: PlanningDay) -> None:
        draft = self.draft
        may_be_hosted = (
            draft.internship_left > 0 and day.is_for_internship and self._is_practised(day)
        )
        draft.begin_day(day)
        if day.slots:
            self.offers.begin_day(position, day)
        for slot in day.slots:
            if self.gathering is None or not self.gathering.leaves(draft, day, slot):
                self._fill_slot(day, slot)
        if may_be_hosted and not (self.taste.internship_waits and draft.lessons_left):
            minutes = constraints.internship_minutes(draft, day)
            if minutes > 0 and constraints.internship_keeps_the_day_and_week(draft, day, minutes):
                draft.place_internship(day, minutes)

    def _is_practised(self, day: PlanningDay) -> bool:
        """Return whether all that the internship practises has ended before *day*."""
        left, units = self.draft.unit_left, self.demand.units
        waited_for = self.waited_for
        while waited_for:
            unit = waited_for[-1]
            if left[unit] or units[unit].last_fixed >= day.number * DAY:
                return False
            waited_for.pop()
        return True

    def _fill_slot(self, day: PlanningDay, slot: Slot) -> None:
        moment = slot.start
        while moment + QUARTER <= slot.end:
            allowed = min(
                constraints.minutes_left_today(self.draft, day),
                constraints.minutes_left_this_week(self.draft, day),
            )
            if allowed < QUARTER:
                break
            offer = None if self._idles() else self.offers.best(slot, moment, allowed)
            if offer is None:
                moment = slot.on_grid(self.offers.presence.next_start(moment, slot.end))
                continue
            lesson = Placed(
                day.number, moment, offer.minutes, offer.part, offer.trainer, offer.room
            )
            self._place(day, lesson)
            moment = slot.on_grid(moment + self.demand.limits.lasting(offer.minutes))

    def _idles(self) -> bool:
        """Return whether to leave the moment empty, for what comes later."""
        return self.taste.idleness > 0 and self.taste.random.random() < self.taste.idleness
