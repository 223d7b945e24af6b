"""More of rooms: another one, another day, a new one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from toolkit.model.provider import Room, RoomKind
from toolkit.model.timetable import Mode
from toolkit.planning.demand import Demand
from toolkit.planning.remedies.edits import held_also_in, is_there_for_all, with_room_free
from toolkit.planning.remedies.idea import Idea, Step, asking, one
from toolkit.planning.shortages.shortage import Shortage
from toolkit.planning.shortages.wording import names
from toolkit.text import Text
from toolkit.wording import WEEKDAYS

_ANOTHER = Text(it="usa per {units} anche {{which}}", en="use {{which}} for {units} too")
_ANOTHER_DAY = Text(
    it="libera «{room}» anche nelle fasce di {{which}}",
    en="free “{room}” in the windows of {{which}} too",
)
_QUOTED = Text(it="«{room}»", en="“{room}”")
_NEW_CLASSROOM = Text(
    it="aggiungi per {units} un'aula da almeno {learners} posti, libera nelle fasce del corso",
    en="add for {units} a classroom for at least {learners}, free in the windows of the course",
)
_NEW_LABORATORY = Text(
    it="aggiungi per {units} un laboratorio da almeno {learners} posti con {pcs} pc, libero nelle "
    "fasce del corso",
    en="add for {units} a laboratory for at least {learners} with {pcs} PCs, free in the windows "
    "of the course",
)


def another_room(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """Another room of the venue is used for the units too."""
    codes = _codes(demand, shortage)
    steps = (
        Step(_QUOTED.filled(room=room.name), partial(held_also_in, units=codes, room=room))
        for number, room in enumerate(demand.course.venue.rooms)
        if number not in shortage.subject.rooms
    )
    yield Idea(asking(_ANOTHER, units=names(codes)), tuple(steps))


def another_day(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """A room that is not always free is free in the windows of one more weekday."""
    for number in shortage.subject.rooms:
        room = demand.course.venue.rooms[number]
        if room.availability is None:
            continue
        steps = (
            Step(WEEKDAYS[each], partial(with_room_free, number=number, weekday=each))
            for each in range(len(WEEKDAYS))
            if not is_there_for_all(demand.course, room.availability, each)
        )
        yield Idea(asking(_ANOTHER_DAY, room=room.name), tuple(steps))


def new_room(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """A room that the venue does not have yet is always free."""
    codes = _codes(demand, shortage)
    learners = demand.course.edition.learners
    pcs = max(each.pcs_for(learners) for each in demand.course.standard.equipment)
    parts = [demand.parts[n] for unit in shortage.subject.units for n in demand.units[unit].parts]
    is_laboratory = any(part.mode is Mode.LABORATORY for part in parts)
    room = Room.model_construct(
        name="+",
        kind=RoomKind.LABORATORY if is_laboratory else RoomKind.CLASSROOM,
        capacity=learners,
        pcs=pcs,
    )
    text = _NEW_LABORATORY if is_laboratory else _NEW_CLASSROOM
    yield one(
        asking(text, units=names(codes), learners=learners, pcs=pcs),
        partial(held_also_in, units=codes, room=room),
    )


def _codes(demand: Demand, shortage: Shortage) -> tuple[str, ...]:
    return tuple(demand.units[unit].code for unit in shortage.subject.units)
