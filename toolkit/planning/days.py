"""The days a course may use, with the stretches of time open to lessons on each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from toolkit.model.course import Course
from toolkit.model.moments import minutes_of
from toolkit.model.week import Week, Window
from toolkit.planning.fixed import NOTHING, Fixed
from toolkit.planning.supply import Stretch, Stretches, joined, without

QUARTER = 15
"""Minutes: lengths of lessons are whole quarters, and so are their starts in a window."""

OPEN_HORIZON = timedelta(days=3 * 365)
"""How far to look ahead when the course has no last day; `resolve` looks no further."""


class Slot(NamedTuple):
    """A window of the course on a weekday, in minutes from midnight."""

    start: int
    end: int
    admits_presence: bool
    admits_distance: bool

    @property
    def minutes(self) -> int:
        """The whole quarters in it."""
        return (self.end - self.start) // QUARTER * QUARTER

    def admits(self, is_distance: bool) -> bool:
        """Return whether lessons at a distance, or else in presence, may be held in it."""
        return self.admits_distance if is_distance else self.admits_presence

    def on_grid(self, moment: int) -> int:
        """Return the first quarter, counted from the start, that is not before *moment*."""
        return self.start - (self.start - moment) // QUARTER * QUARTER


class PlanningDay(NamedTuple):
    """One day between the first and the last of the course."""

    day: date
    number: int
    """The proleptic ordinal of the day; consecutive days have consecutive numbers."""
    week: int
    """The number of the Monday of its ISO week."""
    slots: tuple[Slot, ...]
    """The windows open to lessons, in order of time; none on a day off."""
    open_minutes: int
    """The minutes of the windows, those in which lessons stand included; none on a day off."""
    is_for_internship: bool
    """Whether the internship may take place on it."""

    @property
    def weekday(self) -> int:
        """The weekday as `date.weekday` counts it."""
        return self.number - self.week


def last_day(course: Course) -> date:
    """Return the last day for lessons and internship."""
    limits = [course.edition.end or open_horizon(course)]
    if course.edition.exam.date:
        limits.append(course.edition.exam.date - timedelta(days=1))
    return min(limits)


def open_horizon(course: Course) -> date:
    """Return the last day to look at when the course sets none."""
    return min(date.max - OPEN_HORIZON, course.edition.start) + OPEN_HORIZON


def days_of(course: Course, last: date, stands: Fixed = NOTHING) -> tuple[PlanningDay, ...]:
    """Return every day from the start of the course to *last*, in order.

    Windows are open where nothing *stands*, and on no day before the one it sets.
    """
    return tuple(_days(course, last, stands))


def slots_of(week: Week) -> tuple[tuple[Slot, ...], ...]:
    """Return the windows of each weekday, saying what each is open to.

    Distance lessons keep to the distance windows, if the week has any. Windows that touch and
    are open to the same lessons are one.
    """
    has_distance = any(window.distance for windows in week.days for window in windows)
    return tuple(
        _without_seams([_slot(window, has_distance) for window in windows]) for windows in week.days
    )


def _without_seams(slots: list[Slot]) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for slot in sorted(slots, key=lambda each: each.start):
        if found and slot == found[-1]._replace(start=found[-1].end, end=slot.end):
            found[-1] = found[-1]._replace(end=slot.end)
        else:
            found.append(slot)
    return tuple(found)


def _slot(window: Window, has_distance: bool) -> Slot:
    return Slot(
        minutes_of(window.times.start),
        minutes_of(window.times.end),
        admits_presence=not window.distance,
        admits_distance=window.distance or not has_distance,
    )


def _days(course: Course, last: date, stands: Fixed) -> Iterator[PlanningDay]:
    slots = slots_of(course.edition.week)
    off = frozenset(each.day.toordinal() for each in course.days_off)
    hosting = frozenset(course.internship.weekdays if course.internship else ())
    since = (stands.since or course.edition.start).toordinal()
    hosted = {each.day.toordinal() for each in stands.internship}
    occupied = _occupied(stands)
    minutes = [sum(slot.minutes for slot in each) for each in slots]
    for number in range(course.edition.start.toordinal(), last.toordinal() + 1):
        weekday = (number - 1) % 7
        is_off = number in off or number < since
        open_slots = () if is_off else slots[weekday]
        if number in occupied:
            open_slots = left_of(open_slots, occupied[number])
        yield PlanningDay(
            date.fromordinal(number),
            number,
            number - weekday,
            open_slots,
            0 if number in off else minutes[weekday],
            weekday in hosting and not is_off and number not in hosted,
        )


def _occupied(stands: Fixed) -> dict[int, Stretches]:
    """Return when the learners have lessons already, by the number of the day."""
    found: dict[int, list[Stretch]] = defaultdict(list)
    for each in stands.lessons:
        found[each.day.toordinal()].append((minutes_of(each.start), minutes_of(each.end)))
    return {number: joined(stretches) for number, stretches in found.items()}


def left_of(slots: tuple[Slot, ...], occupied: Stretches) -> tuple[Slot, ...]:
    """Return what lessons that stand, apart and in order, leave of the windows of a day."""
    return tuple(
        slot._replace(start=start, end=end)
        for slot in slots
        for start, end in without(((slot.start, slot.end),), occupied)
    )
