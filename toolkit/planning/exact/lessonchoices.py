"""The lessons of a request as choices of a model: a moment, a trainer and a room for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.planning.demand import Placed
from toolkit.planning.exact.blocks import Block, Request
from toolkit.planning.exact.openings import Opening, openings
from toolkit.planning.exact.solving import Solved, weighted

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Amount, Choice, Model


@dataclass(frozen=True)
class LessonChoices:
    """Where one lesson of a request may stand, and with whom."""

    block: Block
    openings: Sequence[Opening]
    at: Sequence[Choice]
    """One for each opening."""
    trainers: Mapping[int, Choice]
    rooms: Mapping[int, Choice]
    """Empty at a distance."""
    start: Amount
    """The minutes from the beginning of all days."""

    @property
    def end(self) -> Amount:
        return self.start + self.block.lasting

    def found(self, solved: Solved) -> Placed:
        """Return where the lesson stands in the solution."""
        opening = self.openings[solved.chosen(self.at)]
        trainer = list(self.trainers)[solved.chosen(self.trainers.values())]
        room = list(self.rooms)[solved.chosen(self.rooms.values())] if self.rooms else None
        return Placed(
            opening.number, opening.start, self.block.minutes, self.block.part, trainer, room
        )


def choices_of(model: Model, request: Request) -> list[LessonChoices]:
    """Return the choices for every block of *request*, each with exactly one of each kind."""
    known: dict[tuple[int, int], tuple[Opening, ...]] = {}
    taken = [_span(each.before, each) for each in request.blocks if each.is_fixed and each.before]
    found = []
    for block in request.blocks:
        if block.is_fixed:
            open_to_it = _where_it_stood(block)
        else:
            everywhere = _openings(request, block, known)
            open_to_it = tuple(each for each in everywhere if _is_clear(each, block, taken))
        found.append(_choices(model, block, open_to_it))
    return found


def _openings(
    request: Request, block: Block, known: dict[tuple[int, int], tuple[Opening, ...]]
) -> tuple[Opening, ...]:
    """Return the openings for *block*; equal lessons share theirs, unless one stood off the grid."""
    shape = (block.part, block.lasting)
    if shape not in known:
        known[shape] = openings(request.demand, *shape, since=request.since)
    before = block.before
    if before is None or any(_is_at(each, before) for each in known[shape]):
        return known[shape]
    also = (before.number, before.start)
    return openings(request.demand, *shape, since=request.since, also=also)


def _is_at(opening: Opening, placed: Placed) -> bool:
    return (opening.number, opening.start) == (placed.number, placed.start)


def _where_it_stood(block: Block) -> tuple[Opening, ...]:
    before = block.before
    assert before is not None
    rooms = () if before.room is None else (before.room,)
    return (Opening(before.number, before.start, (before.trainer,), rooms),)


def _span(placed: Placed, block: Block) -> tuple[int, int]:
    start = placed.number * 24 * 60 + placed.start
    return start, start + block.lasting


def _is_clear(opening: Opening, block: Block, taken: Sequence[tuple[int, int]]) -> bool:
    end = opening.moment + block.lasting
    return all(end <= start or until <= opening.moment for start, until in taken)


def _choices(model: Model, block: Block, open_to_it: Sequence[Opening]) -> LessonChoices:
    at = [model.new_bool_var("") for _ in open_to_it]
    model.add_exactly_one(at)
    trainers = _givers(model, at, [each.trainers for each in open_to_it])
    rooms = _givers(model, at, [each.rooms for each in open_to_it])
    moments = [each.moment for each in open_to_it]
    start = model.new_int_var(min(moments, default=0), max(moments, default=0), "")
    model.add(weighted(at, moments) == start)
    return LessonChoices(block, open_to_it, at, trainers, rooms, start)


def _givers(
    model: Model, at: Sequence[Choice], free: Sequence[tuple[int, ...]]
) -> dict[int, Choice]:
    """Return one choice for each trainer or room, none of which is chosen when not free."""
    everyone = sorted({each for some in free for each in some})
    if not everyone:
        return {}
    found = {each: model.new_bool_var("") for each in everyone}
    model.add_exactly_one(found.values())
    for each, choice in found.items():
        busy = [moment for moment, some in zip(at, free, strict=True) if each not in some]
        if busy:
            model.add_at_most_one([*busy, choice])
    return found
