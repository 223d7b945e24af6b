"""Lessons that stand already: whether they go together, and with the hours of their units."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from toolkit.model.timetable import Lesson, Mode
from toolkit.place import At
from toolkit.planning.asking import minutes_asked
from toolkit.planning.demand import Demand
from toolkit.planning.fixed import minutes
from toolkit.planning.shortages.shortage import Means, Shortage, Subject, shortage
from toolkit.planning.shortages.wording import MODES
from toolkit.text import Text

_OVERLAP = Text(
    it="Le lezioni fissate di {one} ({one_times}) e di {other} ({other_times}) si sovrappongono "
    "il {day}: gli allievi ne seguono una alla volta.",
    en="The pinned lessons of {one} ({one_times}) and {other} ({other_times}) overlap on {day}: "
    "learners attend one at a time.",
)
_TOO_MANY = Text(
    it="{unit}: le lezioni fissate durano {needed} h {mode}, ma l'unità ne ha {available}.",
    en="{unit}: the pinned lessons last {needed} h {mode}, but the unit has {available}.",
)


def lessons_that_clash(demand: Demand) -> Iterator[Shortage]:
    """No two lessons that stand overlap, and none goes beyond the hours of its unit."""
    lessons = demand.fixed.lessons
    for one, other in combinations(lessons, 2):
        if one.day == other.day and one.times.overlaps(other.times):
            yield shortage(
                *_place(demand, other),
                needed=min(minutes(one), minutes(other)),
                available=0,
                sentence=_OVERLAP,
                subject=Subject(Means.PINNED, _units(demand, one, other)),
                one=one.unit,
                one_times=str(one.times),
                other=other.unit,
                other_times=str(other.times),
                day=one.day,
            )
    for unit, mode in sorted({(each.unit, each.mode) for each in lessons}):
        yield from _beyond_its_hours(demand, unit, mode)


def _beyond_its_hours(demand: Demand, code: str, mode: Mode) -> Iterator[Shortage]:
    own = [each for each in demand.fixed.lessons if (each.unit, each.mode) == (code, mode)]
    units = [unit for unit in demand.course.all_units if unit.code == code]
    asked = sum(minutes_asked(unit, mode) for unit in units)
    given = sum(map(minutes, own))
    if units and given > asked:
        yield shortage(
            *_place(demand, own[-1]),
            needed=given,
            available=asked,
            sentence=_TOO_MANY,
            subject=Subject(Means.PINNED, _units(demand, *own)),
            unit=code,
            mode=MODES[mode],
        )


def _units(demand: Demand, *lessons: Lesson) -> tuple[int, ...]:
    codes = {each.unit for each in lessons}
    return tuple(n for n, unit in enumerate(demand.units) if unit.code in codes)


def _place(demand: Demand, lesson: Lesson) -> At:
    """Return where *lesson* is pinned; one that a timetable keeps stands there."""
    for n, pinned in enumerate(demand.course.edition.planning.pinned):
        if (pinned.date, pinned.time, pinned.unit) == (lesson.day, lesson.times, lesson.unit):
            return ("planning", "pinned", str(n))
    return ("timetable",)
