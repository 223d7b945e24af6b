"""What the lessons of a request must keep together: one small function for each constraint.

What is fixed is taken as it is: where it breaks a limit by itself, only what is chosen beside
it is held to what is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.planning.demand import Demand
from toolkit.planning.exact.internshipdays import InternshipDays
from toolkit.planning.exact.lessonchoices import LessonChoices
from toolkit.planning.exact.solving import total

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Amount, Choice, Model

DAY = 24 * 60

Lessons = Sequence[LessonChoices]


def learners_have_one_lesson_at_a_time(model: Model, lessons: Lessons) -> None:
    """No two lessons overlap, so that no trainer or room is double-booked either.

    Of two that do, one is under way when the other begins: one choice at most for each
    moment at which any could begin. Solvers find this easier than intervals.
    """
    by_day: dict[int, list[tuple[int, int, Choice]]] = defaultdict(list)
    for each in lessons:
        if not each.block.is_fixed:
            for opening, choice in zip(each.openings, each.at, strict=True):
                span = (opening.start, opening.start + each.block.lasting)
                by_day[opening.number].append((*span, choice))
    for spans in by_day.values():
        for moment in sorted({start for start, _, _ in spans}):
            model.add_at_most_one(choice for start, end, choice in spans if start <= moment < end)


def units_wait_for_those_before(model: Model, demand: Demand, lessons: Lessons) -> None:
    """No lesson of a unit begins before the units that it waits for have ended."""
    by_unit = _by_unit(demand, lessons)
    for number, unit in enumerate(demand.units):
        for other in unit.before:
            for later in by_unit[number]:
                for earlier in by_unit[other]:
                    if not (later.block.is_fixed and earlier.block.is_fixed):
                        model.add(earlier.end <= later.start)


def units_end_with_their_test(model: Model, demand: Demand, lessons: Lessons) -> None:
    """The last lesson of a unit is as long as its test, in a mode fit for the test."""
    for number, own in _by_unit(demand, lessons).items():
        unit = demand.units[number]
        if all(each.block.is_fixed for each in own):
            continue
        fit = [
            each
            for each in own
            if each.block.part in unit.closing and each.block.minutes >= unit.test
        ]
        is_last = [model.new_bool_var("") for _ in fit]
        model.add_exactly_one(is_last)
        for choice, last in zip(is_last, fit, strict=True):
            for each in own:
                if each is not last:
                    model.add(each.end <= last.start).only_enforce_if(choice)


def trainers_keep_to_their_hours(model: Model, demand: Demand, lessons: Lessons) -> None:
    """A trainer teaches no more than the most allowed in the course."""
    for number, trainer in enumerate(demand.trainers):
        if trainer.max_minutes is None:
            continue
        own = [each for each in lessons if number in each.trainers]
        settled = sum(each.block.minutes for each in own if each.block.is_fixed)
        free = [each for each in own if not each.block.is_fixed]
        given = total(each.block.minutes * each.trainers[number] for each in free)
        model.add(given <= max(trainer.max_minutes - settled, 0))


def days_keep_to_their_hours(
    model: Model, demand: Demand, lessons: Lessons, internship: InternshipDays
) -> None:
    """Lessons, with the internship on the days they share, keep to the hours of a day."""
    limit = demand.limits.per_day
    for day, minutes in _minutes(lessons, lambda number: number).items():
        settled = minutes.settled + min(internship.settled.get(day, 0), limit)
        together = total([minutes.settled, *minutes.chosen, internship.beside_lessons(day, limit)])
        model.add(together <= max(limit, settled))


def weeks_keep_to_their_hours(
    model: Model, demand: Demand, lessons: Lessons, internship: InternshipDays
) -> None:
    """Lessons, with the internship in the weeks they share, keep to the hours of a week."""
    limit = demand.limits.per_week
    for monday, minutes in _minutes(lessons, lambda number: number - (number - 1) % 7).items():
        days = range(monday, monday + 7)
        settled = minutes.settled + sum(internship.settled.get(day, 0) for day in days)
        beside = internship.on(days)
        together = model.add(
            total([minutes.settled, *minutes.chosen, beside]) <= max(limit, settled)
        )
        if not minutes.settled:
            # A week of internship alone is bound by the internship's own hours only.
            shared = model.new_bool_var("")
            together.only_enforce_if(shared)
            model.add(total(minutes.chosen) <= limit * shared)


def the_internship_follows_what_it_practises(
    model: Model, demand: Demand, lessons: Lessons, internship: InternshipDays
) -> None:
    """A day of internship comes after the days of all lessons that it practises."""
    days = [*internship.settled, *internship.chosen]
    if not days:
        return
    first = model.new_int_var(0, max(days) * DAY, "the internship begins")
    for day, choice in internship.chosen.items():
        model.add(first <= day * DAY).only_enforce_if(choice)
    if internship.settled:
        model.add(first <= min(internship.settled) * DAY)
    by_unit = _by_unit(demand, lessons)
    for number in demand.before_internship:
        for each in by_unit[number]:
            if not each.block.is_fixed:
                model.add(each.end <= first)
            elif internship.chosen:
                _begin_after(model, internship, each)


def _begin_after(model: Model, internship: InternshipDays, fixed: LessonChoices) -> None:
    """Choose no day of internship up to the day of a *fixed* lesson."""
    for day, choice in internship.chosen.items():
        if day <= fixed.openings[0].number:
            model.add(choice == 0)


@dataclass
class _Minutes:
    """The minutes of lesson of a day or a week: those that are fixed, and the others."""

    settled: int = 0
    chosen: list[Amount] = field(default_factory=list)


def _minutes(lessons: Lessons, when: Callable[[int], int]) -> dict[int, _Minutes]:
    found: dict[int, _Minutes] = defaultdict(_Minutes)
    for each in lessons:
        for opening, choice in zip(each.openings, each.at, strict=True):
            minutes = found[when(opening.number)]
            if each.block.is_fixed:
                minutes.settled += each.block.minutes
            else:
                minutes.chosen.append(each.block.minutes * choice)
    return found


def _by_unit(demand: Demand, lessons: Iterable[LessonChoices]) -> dict[int, list[LessonChoices]]:
    found: dict[int, list[LessonChoices]] = {number: [] for number in range(len(demand.units))}
    for each in lessons:
        found[demand.parts[each.block.part].unit].append(each)
    return found
