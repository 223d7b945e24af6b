"""The units as the documents show them: plan, timetable and grid of each side by side."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Mapping

from toolkit.agreement import printed
from toolkit.context.labels import CREDIT_KINDS, DASH, TEST_KINDS
from toolkit.context.teaching import (
    EvidenceContext,
    ItemContext,
    TopicContext,
    UnitAssessmentContext,
    UnitContext,
)
from toolkit.model.assessing import RecognisedCredit
from toolkit.model.course import AnyUnit, Course, ExtraUnit
from toolkit.model.standard import Standard
from toolkit.model.timetable import Lesson, Timetable
from toolkit.model.units import Item
from toolkit.placeholders import NOT_DATED
from toolkit.text import written

Items = tuple[tuple[ItemContext, ...], tuple[ItemContext, ...]]
"""Knowledge, then skills."""


def unit_contexts(course: Course, timetable: Timetable) -> tuple[UnitContext, ...]:
    """Return the units of the standard in its order, then the additional ones."""
    given: dict[str, list[Lesson]] = {}
    for lesson in timetable.lessons:
        given.setdefault(lesson.unit, []).append(lesson)
    experts = {trainer.name for trainer in course.provider.trainers if trainer.expert}
    return tuple(
        _unit(unit, course, given.get(unit.code, []), experts) for unit in course.all_units
    )


def _unit(
    unit: AnyUnit, course: Course, lessons: list[Lesson], experts: Collection[str]
) -> UnitContext:
    plan, code = unit.plan, unit.code
    knowledge, skills = _items_of(unit, course.standard)
    days = [lesson.day for lesson in lessons]
    return UnitContext(
        code=code,
        number=unit.number,
        title=unit.title,
        competence_unit=unit.competence_unit or DASH,
        is_additional=isinstance(unit, ExtraUnit),
        is_laboratory=unit.is_laboratory,
        min_hours=unit.min_hours,
        max_distance_hours=unit.max_distance_hours,
        hours=plan.hours,
        classroom_hours=plan.classroom_hours,
        laboratory_hours=plan.laboratory_hours,
        presence_hours=plan.presence_hours,
        synchronous_hours=plan.synchronous_hours,
        asynchronous_hours=plan.asynchronous_hours,
        distance_hours=plan.distance_hours,
        credit=unit.credit.words if unit.credit else "",
        admits_credit=unit.credit is not None and unit.credit.kind != "none",
        prerequisites=unit.prerequisites,
        knowledge=knowledge,
        skills=skills,
        topics=tuple(TopicContext(t.title, t.hours, t.covers) for t in plan.topics),
        methods=plan.methods or "",
        equipment=plan.equipment,
        trainers=_trainers(lessons, experts),
        rooms=tuple(dict.fromkeys(lesson.room for lesson in lessons if lesson.room)),
        first_day=min(days, default=NOT_DATED),
        last_day=max(days, default=NOT_DATED),
        assessment=_assessment(unit, lessons),
        credited=_credited(unit, course),
    )


def _items_of(unit: AnyUnit, standard: Standard) -> Items:
    if isinstance(unit, ExtraUnit):
        return _items(unit.items)
    return _items_of_standard(standard)[unit.code]


@functools.lru_cache(maxsize=16)
def _items_of_standard(standard: Standard) -> Mapping[str, Items]:
    """Return the knowledge and the skills of each unit of *standard*, by its code."""
    return {unit.code: _items(unit.items) for unit in standard.units}


def _items(items: Iterable[Item]) -> Items:
    knowledge, skills = list[ItemContext](), list[ItemContext]()
    for item in items:
        is_skill = item.kind == "skill"
        (skills if is_skill else knowledge).append(ItemContext(item.code, item.words, is_skill))
    return tuple(knowledge), tuple(skills)


def _trainers(lessons: list[Lesson], experts: Collection[str]) -> tuple[str, ...]:
    names = dict.fromkeys(lesson.trainer for lesson in lessons)
    return tuple(
        f"{name} (esperto dal mondo del lavoro)" if name in experts else name for name in names
    )


def _assessment(unit: AnyUnit, lessons: list[Lesson]) -> UnitAssessmentContext:
    planned = unit.plan.assessment
    covered = {row.item.code for row in planned.evidence}
    test = next((lesson for lesson in lessons if lesson.assessment_minutes), None)
    return UnitAssessmentContext(
        kind=TEST_KINDS[planned.kind],
        hours=planned.hours,
        threshold=planned.threshold,
        date=test.day if test else NOT_DATED,
        start=test.assessment_times.start if test else NOT_DATED,
        end=test.end if test else NOT_DATED,
        trainer=test.trainer if test else NOT_DATED,
        evidence=tuple(
            EvidenceContext(
                row.item.code,
                row.item.words,
                row.item.kind == "skill",
                row.indicator,
                TEST_KINDS[row.tool],
                row.weight,
            )
            for row in planned.evidence
        ),
        uncovered=tuple(item.code for item in unit.items if item.code not in covered),
        total_weight=sum(row.weight for row in planned.evidence),
    )


def _credited(unit: AnyUnit, course: Course) -> tuple[str, ...]:
    own = [credit for credit in course.edition.credits if credit.unit == unit.code]
    return tuple(
        f"Allievo {credit.learner}: {CREDIT_KINDS[credit.kind]}, {_hours(credit, unit)}"
        + (f" ({credit.act})" if credit.act else "")
        for credit in own
    )


def _hours(credit: RecognisedCredit, unit: AnyUnit) -> str:
    part, whole = written(credit.hours, "it"), written(unit.plan.hours, "it")
    of_whole = "" if credit.hours >= unit.plan.hours else f" su {whole}"
    return printed(f"{part} ore{of_whole}")
