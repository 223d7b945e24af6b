"""The lessons that stand already, and what they leave of the time of the others."""

from __future__ import annotations

from dataclasses import replace

from toolkit.model.moments import minutes_of
from toolkit.model.timetable import Lesson
from toolkit.planning.demand import ENDLESS, Demand, Placed, UnitDemand
from toolkit.planning.fixed import DAY, begins, ends, minutes


def with_standing(demand: Demand) -> Demand:
    """Return *demand* with the lessons that stand in their places, and units bound by them."""
    standing = tuple(standing_lessons(demand))
    bound = tuple(_bound(demand, number, unit) for number, unit in enumerate(demand.units))
    return replace(demand, standing=standing, units=bound)


def standing_lessons(demand: Demand) -> dict[Placed, Lesson]:
    """Return the lessons that stand; one that names what the course has not is left out."""
    parts = {(demand.units[part.unit].code, part.mode): n for n, part in enumerate(demand.parts)}
    trainers = {trainer.name: n for n, trainer in enumerate(demand.trainers)}
    rooms = {room.name: n for n, room in enumerate(demand.rooms)}
    return {
        Placed(
            lesson.day.toordinal(),
            minutes_of(lesson.start),
            minutes(lesson),
            parts[lesson.unit, lesson.mode],
            trainers[lesson.trainer],
            rooms.get(lesson.room or ""),
        ): lesson
        for lesson in demand.fixed.lessons
        if (lesson.unit, lesson.mode) in parts and lesson.trainer in trainers
    }


def _bound(demand: Demand, number: int, unit: UnitDemand) -> UnitDemand:
    before = {demand.units[other].code for other in demand.ancestors[number]}
    after = {demand.units[other].code for other in demand.successors[number]}
    lessons = demand.fixed.lessons
    limits = [begins(each) for each in lessons if each.unit in after]
    limits += [
        begins(each) for each in lessons if each.unit == unit.code and each.assessment_minutes
    ]
    if number in demand.before_internship:
        limits += [each.day.toordinal() * DAY for each in demand.fixed.internship]
    return replace(
        unit,
        not_before=max((ends(each) for each in lessons if each.unit in before), default=0),
        deadline=min(limits, default=ENDLESS),
        last_fixed=max((begins(each) for each in lessons if each.unit == unit.code), default=0),
    )
