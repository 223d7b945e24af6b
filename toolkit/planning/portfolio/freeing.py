"""A course some of whose units are to be laid out again while everything else stays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from toolkit.model.timetable import InternshipDay
from toolkit.planning.days import PlanningDay, left_of
from toolkit.planning.demand import ENDLESS, Demand, Placed, UnitDemand
from toolkit.planning.fixed import DAY
from toolkit.planning.schedule import Schedule
from toolkit.planning.supply import Stretch, Supply


def freed(demand: Demand, schedule: Schedule, units: AbstractSet[int]) -> Demand:
    """Return what is asked for *units* where all other lessons, and the internship, stand.

    Nothing is asked for later than the last lesson of *schedule*.
    """
    standing = set(demand.standing)
    kept = tuple(
        lesson
        for lesson in schedule.lessons
        if demand.parts[lesson.part].unit not in units or lesson in standing
    )
    hosted = tuple(
        InternshipDay(date.fromordinal(number), minutes / 60)
        for number, minutes in schedule.internship
    )
    given = Counter[int]()
    placed = Counter[int]()
    for lesson in kept:
        if lesson not in standing:
            given[lesson.trainer] += lesson.minutes
            placed[lesson.part] += lesson.minutes
    parts = tuple(
        replace(part, minutes=part.minutes - placed[n]) if placed[n] else part
        for n, part in enumerate(demand.parts)
    )
    return replace(
        demand,
        parts=parts,
        units=tuple(_units(demand, schedule, kept, units)),
        trainers=tuple(_trainers(demand.trainers, given)),
        days=_days(demand, kept, schedule.lessons[-1].number),
        internship_minutes=0,
        standing=kept,
        fixed=replace(demand.fixed, internship=hosted),
    )


def _units(
    demand: Demand, schedule: Schedule, kept: Sequence[Placed], units: AbstractSet[int]
) -> Iterator[UnitDemand]:
    lasting = demand.limits.lasting
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    for lesson in kept:
        of = demand.parts[lesson.part].unit
        moment = lesson.number * DAY + lesson.start
        begins.setdefault(of, moment)
        ends[of] = moment + lasting(lesson.minutes)
    hosted = min((number for number, _ in schedule.internship), default=ENDLESS)
    for number, unit in enumerate(demand.units):
        if number not in units:
            yield replace(unit, minutes=0)
            continue
        before = [ends[other] for other in demand.ancestors[number] if other in ends]
        after = [begins[other] for other in demand.successors[number] if other in begins]
        if number in demand.before_internship and hosted < ENDLESS:
            after.append(hosted * DAY)
        yield replace(
            unit,
            not_before=max([unit.not_before, *before]),
            deadline=min([unit.deadline, *after]),
        )


def _trainers(trainers: Sequence[Supply], given: Mapping[int, int]) -> Iterator[Supply]:
    for number, each in enumerate(trainers):
        most = each.max_minutes
        yield each if most is None else replace(each, max_minutes=most - given[number])


def _days(demand: Demand, kept: Sequence[Placed], last: int) -> tuple[PlanningDay, ...]:
    occupied: dict[int, list[Stretch]] = defaultdict(list)
    for lesson in kept:
        end = lesson.start + demand.limits.lasting(lesson.minutes)
        occupied[lesson.number].append((lesson.start, end))
    count = last - demand.days[0].number + 1
    return tuple(
        day._replace(slots=left_of(day.slots, tuple(occupied[day.number])))
        if day.number in occupied
        else day
        for day in demand.days[:count]
    )
