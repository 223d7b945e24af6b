"""What a pass may know from the start: deadlines, what waits for what, and what is scarce."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from toolkit.model.planning import WeekdayName
from toolkit.model.timetable import Mode
from toolkit.planning.days import PlanningDay
from toolkit.planning.demand import Demand
from toolkit.planning.draft import Draft
from toolkit.planning.gathering import gathering_of, kind_that_can_wait
from toolkit.planning.internship import deadlines
from toolkit.planning.lengths import THRIFTS, lengths_of
from toolkit.planning.presence import Roster

SPARE = 1.25
"""Without a last day, a course is expected to take this many times the time it needs."""

ANOTHER_DAY = 2.0
PRACTICE_FIRST = 1.0

ENDLESS = 10**9
"""More minutes than any course has."""


class Foresight:
    """What all passes over one course have in common."""

    def __init__(self, demand: Demand) -> None:
        self._days = demand.days[: _expected_days(demand)]
        self.demand = demand
        self.chosen_days = chosen_days(demand)
        self._theory = _theory(demand)
        self.lengths = {thrift: lengths_of(demand.limits, thrift) for thrift in THRIFTS}
        self.deadlines = deadlines(demand)
        self.first_deadline = min(self.deadlines, default=0)
        self.is_bounded = has_end(demand)
        self.urgency = _urgency(demand)
        self.can_wait = kind_that_can_wait(demand)
        """Whether windows at a distance, or else in presence, have time to spare; or None."""
        self.gathering = gathering_of(demand)
        self.wanted_of_trainers = _wanted(
            len(demand.trainers),
            ((part.trainers, part.minutes) for part in demand.parts),
        )
        self.wanted_of_rooms = _wanted(
            len(demand.rooms), ((part.rooms, part.minutes) for part in demand.parts)
        )
        self.roster = Roster(demand)
        self.look_again()

    def look_again(self) -> None:
        """Look at what time others leave of trainers and rooms: it may have changed."""
        self._time = _time_left(self.roster, self._days, self.demand)

    def against_goals(self, draft: Draft, part: int, weekday: int) -> float:
        """Return how much a lesson of *part*, on that *weekday*, goes against goals."""
        against = 0.0
        if (
            self.chosen_days
            and weekday not in self.chosen_days
            and self.demand.parts[part].is_distance
        ):
            against += ANOTHER_DAY
        if self._theory[part] and any(draft.left[other] for other in self._theory[part]):
            against += PRACTICE_FIRST
        return against

    def time_of(self, day: int) -> Sequence[int]:
        """Return the minutes that each trainer, then each room, has from that day on."""
        return self._time[min(day, len(self._time) - 1)]

    def time_left(self, day: int) -> list[int]:
        """Return the minutes each trainer has at most after the day at that position.

        Without a last day there is always more time.
        """
        trainers = len(self.demand.trainers)
        if not self.is_bounded:
            return [ENDLESS] * trainers
        return list(self.time_of(day + 1)[:trainers])


def has_end(demand: Demand) -> bool:
    """Return whether the course sets a day after which nothing may be placed."""
    return bool(demand.course.edition.end or demand.course.edition.exam.date)


def _expected_days(demand: Demand) -> int:
    """Return how many days from the start the course is expected to last."""
    if has_end(demand):
        lessons = max(deadlines(demand), default=0)
        return sum(day.number <= lessons for day in demand.days)
    wanted = demand.minutes * SPARE
    for count, day in enumerate(demand.days):
        if wanted <= 0:
            return count
        wanted -= min(day.open_minutes, demand.limits.per_day)
    return len(demand.days)


def _urgency(demand: Demand) -> list[float]:
    """Return for each unit the share of the course that waits for it, itself included."""
    internship = demand.internship_minutes
    total = max(demand.minutes + internship, 1)
    return [
        (
            unit.minutes
            + sum(demand.units[other].minutes for other in demand.successors[n])
            + (internship if n in demand.before_internship else 0)
        )
        / total
        for n, unit in enumerate(demand.units)
    ]


def chosen_days(demand: Demand) -> frozenset[int]:
    """Return the weekdays chosen for distance lessons; none if any will do."""
    planning = demand.course.edition.planning
    names = get_args(WeekdayName)
    chosen = planning.distance_days if planning.goals.distance_evenings else ()
    return frozenset(names.index(each) for each in chosen)


def _theory(demand: Demand) -> list[tuple[int, ...]]:
    """Return for each part the parts of theory that should come before it; none if any order will do."""
    wanted = bool(demand.course.edition.planning.goals.theory_first)
    modes = [part.mode for part in demand.parts]
    return [
        tuple(other for other in demand.units[part.unit].parts if modes[other] is not part.mode)
        if wanted and part.mode is Mode.LABORATORY
        else ()
        for part in demand.parts
    ]


def _wanted(count: int, needs: Iterable[tuple[tuple[int, ...], int]]) -> list[float]:
    """Return what is wanted of each of so many givers, if all of a need give alike."""
    wanted = [0.0] * count
    for givers, minutes in needs:
        for giver in givers:
            wanted[giver] += minutes / len(givers)
    return wanted


def _time_left(roster: Roster, days: Sequence[PlanningDay], demand: Demand) -> list[list[int]]:
    """Return, for each day and then the one after, the minutes that each giver has from it on."""
    longest = demand.limits.per_day
    left = [0] * (len(demand.trainers) + len(demand.rooms))
    found = [left]
    for day in reversed(days):
        if day.slots:
            today = roster.minutes(day)
            left = [total + min(free, longest) for total, free in zip(left, today, strict=True)]
        found.append(left)
    return found[::-1]
