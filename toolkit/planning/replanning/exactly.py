"""The fewest changes by the exact model, where a search through them all would be too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from toolkit.model.timetable import Lesson
from toolkit.planning.demand import Demand, Placed
from toolkit.planning.exact import Answer, Block, Request, Start, Verdict, Weights, place_exactly
from toolkit.planning.replanning.activities import Activity, Spot
from toolkit.planning.replanning.moves import A_DAY, AN_HOUR, ANOTHER_ROOM, ANOTHER_TRAINER
from toolkit.planning.replanning.repair import Repair

_A_CHANGE = 10**8
"""More than all the moves of any course together."""

_EFFORT = 20.0
"""Of the solver, in its own seconds. Where every window is full and the internship follows, the
fewest changes take some eight; with five of them they were not always found at all."""

_WEIGHTS = Weights(
    changed=_A_CHANGE,
    day=A_DAY,
    hour=AN_HOUR,
    trainer=ANOTHER_TRAINER,
    room=ANOTHER_ROOM,
    internship_day=_A_CHANGE,
)


def repaired_exactly(
    demand: Demand,
    activities: Sequence[Activity],
    since: date,
    known: Mapping[int, Spot] | None,
) -> Repair | None:
    """Return the repair with the fewest changes that the exact model finds, if it finds any.

    It begins from the spots of a repair that is *known*, where one is.

    Days of internship move only where lessons alone do not do. It is proved the least only
    where there is no internship that might have moved.
    """
    lessons = [each for each in activities if each.is_lesson]
    blocks = tuple(_blocks(demand, lessons))
    days = [each for each in activities if not each.is_lesson]
    if len(blocks) < len(lessons) or demand.standing:
        # What the course itself pins is no longer asked for: the model would ask for it twice.
        return None
    for may_move in (False, True):
        request = Request(
            demand,
            blocks,
            tuple((each.spot.number, each.minutes) for each in days),
            since.toordinal(),
            internship_may_move=may_move,
            weights=_WEIGHTS,
            effort=_EFFORT,
            begin_from=_start(demand, lessons, days, known) if known and may_move else None,
        )
        answer = place_exactly(request)
        if answer.verdict.has_solution and _hosts_alike(answer, days):
            spots = dict([*_moved_lessons(demand, lessons, answer), *_moved_days(days, answer)])
            is_least = answer.verdict is Verdict.BEST and not any(each.may_move for each in days)
            return Repair(spots, is_least)
    return None


def _start(
    demand: Demand,
    lessons: Sequence[Activity],
    days: Sequence[Activity],
    known: Mapping[int, Spot],
) -> Start:
    there = [replace(each, spot=known.get(each.position, each.spot)) for each in lessons]
    placed = (block.before for block in _blocks(demand, there))
    return Start(
        tuple(each for each in placed if each),
        frozenset(known.get(each.position, each.spot).number for each in days),
    )


def _blocks(demand: Demand, lessons: Sequence[Activity]) -> Iterator[Block]:
    """Yield a block for each lesson; one that names what the course has not is passed over."""
    parts = {(demand.units[part.unit].code, part.mode): n for n, part in enumerate(demand.parts)}
    trainers = {trainer.name: n for n, trainer in enumerate(demand.trainers)}
    rooms = {room.name: n for n, room in enumerate(demand.rooms)}
    for each in lessons:
        assert isinstance(each.what, Lesson)
        part, trainer = parts.get((each.what.unit, each.what.mode)), trainers.get(each.spot.trainer)
        if part is not None and trainer is not None:
            spot, room = each.spot, rooms.get(each.spot.room)
            placed = Placed(spot.number, spot.start, each.minutes, part, trainer, room)
            yield Block(part, each.minutes, each.lasting, placed, is_fixed=not each.may_move)


def _moved_lessons(
    demand: Demand, lessons: Sequence[Activity], answer: Answer
) -> Iterator[tuple[int, Spot]]:
    for each, placed in zip(lessons, answer.lessons, strict=True):
        room = "" if placed.room is None else demand.rooms[placed.room].name
        spot = Spot(placed.number, placed.start, demand.trainers[placed.trainer].name, room)
        if spot != each.spot:
            yield each.position, spot


def _hosts_alike(answer: Answer, days: Sequence[Activity]) -> bool:
    """Return whether the days of internship are as long as they were, whenever they are."""
    return sorted(minutes for _, minutes in answer.internship) == sorted(
        each.minutes for each in days
    )


def _moved_days(days: Sequence[Activity], answer: Answer) -> Iterator[tuple[int, Spot]]:
    """Yield the days of internship that move, each to one that is as long."""
    stood = {(each.spot.number, each.minutes) for each in days}
    free = sorted(day for day in answer.internship if day not in stood)
    for each in days:
        if (each.spot.number, each.minutes) not in answer.internship:
            found = next(day for day in free if day[1] == each.minutes)
            free.remove(found)
            yield each.position, Spot(found[0], 0, "", "")
