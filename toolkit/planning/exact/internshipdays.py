"""The days of the internship as choices of an exact model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.planning.demand import Demand
from toolkit.planning.exact.solving import Solved, total
from toolkit.planning.internship import full_day, full_week

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Amount, Choice, Model


@dataclass(frozen=True)
class InternshipDays:
    """Which days have internship: some are settled, others may be chosen."""

    settled: Mapping[int, int]
    """Minutes by the number of the day."""
    chosen: Mapping[int, Choice]
    """Whether a day has internship, by its number."""
    missing: Mapping[int, Choice]
    """By how much a day that may be shorter than a full one is."""
    missing_beside: Mapping[int, Amount]
    """By how much the part of it that counts beside lessons is shorter than `beside`."""
    full: int
    beside: int
    """The minutes of a full day that count beside lessons: no more than a day may have."""

    def on(self, days: Iterable[int]) -> Amount:
        """Return the minutes of internship on *days*."""
        amounts: list[Amount | int] = []
        for day in days:
            amounts.append(self.settled.get(day, 0))
            if day in self.chosen:
                amounts.append(self.full * self.chosen[day])
            if day in self.missing:
                amounts.append(-self.missing[day])
        return total(amounts)

    def beside_lessons(self, day: int, limit: int) -> Amount:
        """Return the minutes of internship on *day*, at most the *limit* of a day's lessons.

        Beyond it they are the internship's own affair, and leave no time for lessons.
        """
        amounts: list[Amount | int] = [min(self.settled.get(day, 0), limit)]
        if day in self.chosen:
            amounts.append(self.beside * self.chosen[day])
        if day in self.missing_beside:
            amounts.append(-self.missing_beside[day])
        return total(amounts)

    def found(self, solved: Solved) -> tuple[tuple[int, int], ...]:
        """Return the days and minutes of the solution, in order."""
        days = dict(self.settled)
        for day, choice in self.chosen.items():
            if solved.value(choice):
                missing = solved.value(self.missing[day]) if day in self.missing else 0
                days[day] = self.full - missing
        return tuple(sorted(days.items()))


def internship_days(
    model: Model, demand: Demand, *, settled: Mapping[int, int], since: int
) -> InternshipDays:
    """Return the choices for what is left of the internship, on days from *since* on.

    Every day is a full one but the last, which has the rest, and one that completes the hours
    of its week. A course that cannot host them all makes the model impossible.
    """
    full = full_day(demand)
    counted = min(full, demand.limits.per_day)
    left = round(demand.course.internship_hours * 60) - sum(settled.values())
    if left <= 0:
        return InternshipDays(settled, {}, {}, {}, full, counted)
    days = [day.number for day in demand.hosting_days if day.number >= since]
    days = [day for day in days if day not in settled]
    chosen = {day: model.new_bool_var(f"internship {day}") for day in days}
    weeks = _bound_weeks(demand, days, settled)
    uneven = days if weeks or left % full else []
    missing = {day: model.new_int_var(0, full - 1, "") for day in uneven}
    beside = {day: _beyond(model, each, full, counted) for day, each in missing.items()}
    found = InternshipDays(settled, chosen, missing, beside, full, counted)
    model.add(found.on(days) == left)
    if not weeks:
        # The sum says as much, but not as early.
        model.add(total(chosen.values()) == -(-left // full))
    _only_some_are_shorter(model, found, weeks)
    return found


def _bound_weeks(
    demand: Demand, days: Sequence[int], settled: Mapping[int, int]
) -> list[tuple[list[int], int]]:
    """Return the weeks whose *days* could have more than they may, each with what it may."""
    by_week: dict[int, list[int]] = {}
    for day in days:
        by_week.setdefault(_monday(day), []).append(day)
    found = []
    for monday, own in by_week.items():
        stands = sum(minutes for day, minutes in settled.items() if _monday(day) == monday)
        room = max(full_week(demand) - stands, 0)
        if len(own) * full_day(demand) > room:
            found.append((own, room))
    return found


def _beyond(model: Model, missing: Choice, full: int, counted: int) -> Amount:
    """Return how much of what is *missing* counts where only so much of a *full* day does."""
    if counted == full:
        return missing
    beyond = model.new_int_var(0, counted, "")
    model.add_max_equality(beyond, [0, missing - (full - counted)])
    return beyond


def _only_some_are_shorter(
    model: Model, found: InternshipDays, weeks: Sequence[tuple[list[int], int]]
) -> None:
    """Let the last day be shorter than a full one, and a day that completes its week."""
    reasons: dict[int, list[Choice]] = {day: [] for day in found.missing}
    if found.missing:
        _add(reasons, _the_last(model, found.chosen))
    for own, room in weeks:
        model.add(found.on(own) <= room)
        completes = {day: model.new_bool_var("") for day in own}
        model.add_at_most_one(completes.values())
        for choice in completes.values():
            model.add(found.on(own) == room).only_enforce_if(choice)
        _add(reasons, completes)
    for day, some in reasons.items():
        model.add(found.missing[day] <= (found.full - 1) * total(some))
        model.add(found.missing[day] <= (found.full - 1) * found.chosen[day])


def _add(reasons: Mapping[int, list[Choice]], more: Mapping[int, Choice]) -> None:
    for day, choice in more.items():
        reasons[day].append(choice)


def _the_last(model: Model, chosen: Mapping[int, Choice]) -> dict[int, Choice]:
    """Return for each day whether it is the last that is chosen."""
    days = sorted(chosen)
    ends_on = {day: model.new_bool_var(f"internship ends {day}") for day in days}
    model.add_exactly_one(ends_on.values())
    for n, day in enumerate(days):
        model.add_implication(ends_on[day], chosen[day])
        for later in days[n + 1 :]:
            model.add_implication(ends_on[day], ~chosen[later])
    return ends_on


def _monday(day: int) -> int:
    return day - (day - 1) % 7
