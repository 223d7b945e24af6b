"""Trainers and rooms as the planner sees them: when they are free, and for how long in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from toolkit.model.moments import DateRange, minutes_of
from toolkit.model.provider import Room, Trainer
from toolkit.model.week import Week

Stretch = tuple[int, int]
"""Minutes from midnight: the first, and the one after the last."""

Stretches = tuple[Stretch, ...]

ALL_DAY: Stretches = ((0, 24 * 60),)
ALL_WEEK = (ALL_DAY,) * 7


@dataclass(frozen=True, slots=True)
class Supply:
    """A trainer or a room: someone or something a lesson occupies while it lasts."""

    name: str
    in_presence: tuple[Stretches, ...]
    """When it is free for lessons in presence, on each weekday."""
    at_distance: tuple[Stretches, ...]
    away: frozenset[int]
    """The numbers of the days on which it is not there."""
    until: int
    """The number of the last day on which it is there."""
    max_minutes: int | None
    """The minutes at most in the whole course."""
    taken: Mapping[int, Stretches] = field(default_factory=dict)
    """When other courses have it, by the number of the day; apart and in order of time."""

    def is_there(self, number: int) -> bool:
        """Return whether it is there at all on the day of that number."""
        return number <= self.until and number not in self.away

    def free(self, number: int, is_distance: bool) -> Stretches:
        """Return when it is free on the day of that number, apart and in order of time."""
        if number > self.until or number in self.away:
            return ()
        week = self.at_distance if is_distance else self.in_presence
        free = week[(number - 1) % 7]
        return without(free, self.taken[number]) if number in self.taken else free


def trainer_supply(
    trainer: Trainer, first: date, last: date, taken: Mapping[int, Stretches]
) -> Supply:
    """Return when *trainer* may teach between *first* and *last*.

    A window of availability marked as distance is for distance lessons only.
    """
    return Supply(
        trainer.name,
        _week(trainer.availability, only_presence=True),
        _week(trainer.availability, only_presence=False),
        _days_in(trainer.absences, first, last),
        (trainer.contract_until or date.max).toordinal(),
        None if trainer.max_hours is None else round(trainer.max_hours * 60),
        taken,
    )


def room_supply(room: Room, first: date, last: date, taken: Mapping[int, Stretches]) -> Supply:
    """Return when *room* is free between *first* and *last*.

    A window of availability marked as distance is none for a room.
    """
    week = _week(room.availability, only_presence=True)
    away = _days_in(room.closures, first, last)
    return Supply(room.name, week, week, away, date.max.toordinal(), None, taken)


def joined(stretches: list[Stretch]) -> Stretches:
    """Return the same time in stretches that neither meet nor overlap, in order."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def shared(one: Stretches, other: Stretches) -> Stretches:
    """Return the time that both have, in order."""
    return tuple(
        (max(start, other_start), min(end, other_end))
        for start, end in one
        for other_start, other_end in other
        if max(start, other_start) < min(end, other_end)
    )


@lru_cache(maxsize=2**15)
def without(one: Stretches, other: Stretches) -> Stretches:
    """Return the time of *one* that *other*, apart and in order, does not have."""
    left: list[Stretch] = []
    for start, end in one:
        begin = start
        for taken_from, taken_until in other:
            if taken_until <= begin or taken_from >= end:
                continue
            if begin < taken_from:
                left.append((begin, taken_from))
            begin = taken_until
        if begin < end:
            left.append((begin, end))
    return tuple(left)


def _week(week: Week | None, *, only_presence: bool) -> tuple[Stretches, ...]:
    if week is None:
        return ALL_WEEK
    return tuple(
        joined(
            [
                (minutes_of(window.times.start), minutes_of(window.times.end))
                for window in windows
                if not (window.distance and only_presence)
            ]
        )
        for windows in week.days
    )


def _days_in(periods: tuple[DateRange, ...], first: date, last: date) -> frozenset[int]:
    return frozenset(
        number
        for period in periods
        for number in range(
            max(period.first, first).toordinal(), min(period.last, last).toordinal() + 1
        )
    )
