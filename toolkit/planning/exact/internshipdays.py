"""The days of the internship as choices of an exact model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.planning.demand import Demand
from toolkit.planning.exact.solving import Solved, total
from toolkit.planning.internship import full_day, hosting_days

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Amount, Choice, Model


@dataclass(frozen=True)
class InternshipDays:
    """Which days have internship: some are settled, others may be chosen."""

    settled: Mapping[int, int]
    """Minutes by the number of the day."""
    chosen: Mapping[int, Choice]
    """Whether a day has internship, by its number."""
    ends_on: Mapping[int, Choice]
    """Whether it is the last day, which has the rest of the minutes; empty if that is a full day."""
    full: int
    rest: int

    def on(self, days: Iterable[int], *, at_most: int) -> Amount:
        """Return the minutes of internship on *days*, those of each capped at *at_most*."""
        full, rest = min(self.full, at_most), min(self.rest, at_most)
        amounts: list[Amount | int] = []
        for day in days:
            amounts.append(min(self.settled.get(day, 0), at_most))
            if day in self.chosen:
                amounts.append(full * self.chosen[day])
            if day in self.ends_on:
                amounts.append((rest - full) * self.ends_on[day])
        return total(amounts)

    def found(self, solved: Solved) -> tuple[tuple[int, int], ...]:
        """Return the days and minutes of the solution, in order."""
        days = dict(self.settled)
        for day, choice in self.chosen.items():
            if solved.value(choice):
                is_last = day in self.ends_on and solved.value(self.ends_on[day])
                days[day] = self.rest if is_last else self.full
        return tuple(sorted(days.items()))


def internship_days(
    model: Model, demand: Demand, *, settled: Mapping[int, int], since: int
) -> InternshipDays:
    """Return the choices for what is left of the internship, on days from *since* on.

    Every day is a full one but the last, which has the rest. A course that cannot host them
    all makes the model impossible.
    """
    full = full_day(demand)
    left = round(demand.course.internship_hours * 60) - sum(settled.values())
    if left <= 0:
        return InternshipDays(settled, {}, {}, full, full)
    count = -(-left // full)
    rest = left - (count - 1) * full
    days = [day.number for day in hosting_days(demand) if day.number >= since]
    days = [day for day in days if day not in settled]
    chosen = {day: model.new_bool_var(f"internship {day}") for day in days}
    model.add(total(chosen.values()) == count)
    ends_on: dict[int, Choice] = {}
    if rest < full:
        ends_on = {day: model.new_bool_var(f"internship ends {day}") for day in days}
        model.add_exactly_one(ends_on.values())
        for n, day in enumerate(days):
            model.add_implication(ends_on[day], chosen[day])
            for later in days[n + 1 :]:
                model.add_implication(ends_on[day], ~chosen[later])
    return InternshipDays(settled, chosen, ends_on, full, rest)
