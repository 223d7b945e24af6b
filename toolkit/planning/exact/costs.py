"""What the answer to a request costs: changes to an earlier timetable, and the common goals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from toolkit.planning.demand import Placed
from toolkit.planning.exact.blocks import Request, Weights
from toolkit.planning.exact.internshipdays import InternshipDays
from toolkit.planning.exact.lessonchoices import LessonChoices
from toolkit.planning.exact.openings import Opening
from toolkit.planning.exact.solving import total, weighted

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Amount, Model


def cost_of(
    model: Model, request: Request, lessons: Sequence[LessonChoices], internship: InternshipDays
) -> Amount:
    """Return what the choices cost in all."""
    free = [each for each in lessons if not each.block.is_fixed]
    return total(
        [
            *_of_changes(model, request.weights, free),
            *_of_internship(request, internship),
            *_of_days(model, request.weights, lessons),
            *_of_trainers(model, request, lessons),
        ]
    )


def _of_changes(
    model: Model, weights: Weights, lessons: Sequence[LessonChoices]
) -> Iterator[Amount | int]:
    """Yield what it costs that lessons do not stay exactly where they stood."""
    for each in lessons:
        before = each.block.before
        if before is None:
            continue
        stays = [
            choice
            for opening, choice in zip(each.openings, each.at, strict=True)
            if (opening.number, opening.start) == (before.number, before.start)
        ]
        moves = [_distance(weights, before, opening) for opening in each.openings]
        yield weighted(each.at, moves)
        conditions: list[Amount | int] = [total(stays)]
        for weight, where, usual in (
            (weights.trainer, each.trainers, before.trainer),
            (weights.room, each.rooms, before.room),
        ):
            if where:
                kept = 0 if usual is None else where.get(usual, 0)
                conditions.append(kept)
                yield weight * (1 - kept)
        unchanged = model.new_bool_var("")
        for condition in conditions:
            model.add(unchanged <= condition)
        yield weights.changed * (1 - unchanged)


def _distance(weights: Weights, before: Placed, opening: Opening) -> int:
    days = abs(opening.number - before.number)
    hours = -(-abs(opening.start - before.start) // 60)
    return weights.day * days + weights.hour * hours


def _of_internship(request: Request, internship: InternshipDays) -> Iterator[Amount | int]:
    """Yield what days of internship cost that there were not."""
    stood = {day for day, _ in request.internship}
    for day, choice in internship.chosen.items():
        if day not in stood:
            yield request.weights.internship_day * choice


def _of_days(
    model: Model, weights: Weights, lessons: Sequence[LessonChoices]
) -> Iterator[Amount | int]:
    """Yield what the days from the first to the last, and the days with lessons, cost."""
    if not (weights.end or weights.teaching_day):
        return
    by_day = defaultdict(list)
    for each in lessons:
        for opening, choice in zip(each.openings, each.at, strict=True):
            by_day[opening.number].append(choice)
    if weights.teaching_day:
        for day, choices in by_day.items():
            used = model.new_bool_var(f"lessons on {day}")
            for choice in choices:
                model.add_implication(choice, used)
            yield weights.teaching_day * used
    if weights.end and by_day:
        last = model.new_int_var(min(by_day), max(by_day), "last day")
        for each in lessons:
            numbers = [opening.number for opening in each.openings]
            model.add(weighted(each.at, numbers) <= last)
        yield weights.end * (last - min(by_day))


def _of_trainers(
    model: Model, request: Request, lessons: Sequence[LessonChoices]
) -> Iterator[Amount | int]:
    """Yield what the trainers of a unit beyond its first cost."""
    weight = request.weights.another_trainer
    if not weight:
        return
    teaches = {}
    for each in lessons:
        unit = request.demand.parts[each.block.part].unit
        for trainer, choice in each.trainers.items():
            if (unit, trainer) not in teaches:
                teaches[unit, trainer] = model.new_bool_var("")
            model.add_implication(choice, teaches[unit, trainer])
    units = {unit for unit, _ in teaches}
    yield weight * (total(teaches.values()) - len(units))
