"""The plan of each unit: its hours by mode, who may teach it and where."""

from __future__ import annotations

from typing import TypeVar

from toolkit.model.choices import AdditionalUnit, TaughtUnit, Topic, UnitChoice
from toolkit.model.course import CourseUnit, ExtraUnit, PlannedTopic, UnitPlan
from toolkit.model.edition import CourseEdition, Distance
from toolkit.model.provider import Provider, Room, Trainer
from toolkit.model.standard import Standard
from toolkit.model.units import Item, LearningOutcomeUnit
from toolkit.model.words import unit_code
from toolkit.resolve.assessment import planned_assessment

Named = TypeVar("Named", Trainer, Room)


_NO_CHOICE = UnitChoice()


def course_units(
    standard: Standard, provider: Provider, edition: CourseEdition
) -> tuple[CourseUnit, ...]:
    """Return the standard's units, in its order, as *edition* gives them."""
    return tuple(
        CourseUnit(
            outcome=unit,
            competence_unit=standard.competence_unit_of(unit.number),
            prerequisites=tuple(unit_code(n) for n in standard.prerequisites_of(unit.number)),
            is_laboratory=unit.number in standard.laboratory_units,
            plan=_unit_plan(unit, standard, provider, edition),
        )
        for unit in standard.units
    )


def additional_units(provider: Provider, edition: CourseEdition) -> tuple[ExtraUnit, ...]:
    """Return the units that the provider adds, in the order written."""
    return tuple(
        ExtraUnit(
            number=number,
            title=unit.title,
            contents=unit.contents,
            items=(items := contents_as_items(number, unit)),
            plan=_extra_plan(unit, items, provider, edition),
        )
        for number, unit in enumerate(edition.additional_units, start=1)
    )


def contents_as_items(number: int, unit: AdditionalUnit) -> tuple[Item, ...]:
    """Return the contents of the additional unit *number* as its knowledge."""
    return tuple(
        Item(f"AGG{number:02d}-C{n:02d}", "knowledge", words)
        for n, words in enumerate(unit.contents, start=1)
    )


def _unit_plan(
    unit: LearningOutcomeUnit, standard: Standard, provider: Provider, edition: CourseEdition
) -> UnitPlan:
    choice = edition.units.get(unit.code, _NO_CHOICE)
    hours = unit.min_hours if choice.hours is None else choice.hours
    distance, asynchronous = _distance_hours(unit, choice, edition.distance)
    presence = max(hours - distance, 0.0)
    needs_laboratory = unit.number in standard.laboratory_units
    assessment = planned_assessment(unit.items, choice.assessment, edition.assessment, hours)
    laboratory = choice.laboratory_hours
    if laboratory is None:
        laboratory = presence if needs_laboratory else 0.0
    return UnitPlan(
        hours=hours,
        classroom_hours=max(presence - laboratory, 0.0),
        laboratory_hours=laboratory,
        synchronous_hours=distance - asynchronous,
        asynchronous_hours=asynchronous,
        trainers=_trainers(choice, unit.code, standard.reference, provider),
        rooms=_rooms(choice, provider),
        topics=_topics(choice.topics, unit.items, hours - assessment.hours),
        methods=choice.methods,
        equipment=choice.equipment,
        assessment=assessment,
    )


def _extra_plan(
    unit: AdditionalUnit, items: tuple[Item, ...], provider: Provider, edition: CourseEdition
) -> UnitPlan:
    asynchronous = unit.distance_hours if edition.distance.asynchronous else 0.0
    assessment = planned_assessment(items, unit.assessment, edition.assessment, unit.hours)
    return UnitPlan(
        hours=unit.hours,
        classroom_hours=max(unit.hours - unit.distance_hours - unit.laboratory_hours, 0.0),
        laboratory_hours=unit.laboratory_hours,
        synchronous_hours=unit.distance_hours - asynchronous,
        asynchronous_hours=asynchronous,
        trainers=_named(unit.trainers, provider.trainers) or _of_any_unit(provider),
        rooms=_rooms(unit, provider),
        topics=_topics((), items, unit.hours - assessment.hours),
        methods=unit.methods,
        equipment=unit.equipment,
        assessment=assessment,
    )


def _distance_hours(
    unit: LearningOutcomeUnit, choice: UnitChoice, distance: Distance
) -> tuple[float, float]:
    hours = choice.distance_hours
    if hours is None:
        hours = unit.max_distance_hours if distance.hours == "maximum" else 0.0
    asynchronous = choice.asynchronous_hours
    if asynchronous is None:
        asynchronous = hours if distance.asynchronous else 0.0
    return hours, min(asynchronous, hours)


def _trainers(
    choice: UnitChoice, code: str, reference: str, provider: Provider
) -> tuple[Trainer, ...]:
    if choice.trainers:
        return _named(choice.trainers, provider.trainers)
    return tuple(each for each in provider.trainers if each.may_teach(code, reference))


def _of_any_unit(provider: Provider) -> tuple[Trainer, ...]:
    """Return who may teach anything: a list of units names none that a provider adds."""
    return tuple(trainer for trainer in provider.trainers if trainer.teaches is None)


def _rooms(choice: TaughtUnit, provider: Provider) -> tuple[Room, ...]:
    return _named(choice.rooms, provider.rooms) or provider.rooms


def _named(names: tuple[str, ...], known: tuple[Named, ...]) -> tuple[Named, ...]:
    by_name = {each.name: each for each in known}
    return tuple(by_name[name] for name in names)


def _topics(
    topics: tuple[Topic, ...], items: tuple[Item, ...], hours: float
) -> tuple[PlannedTopic, ...]:
    """Return the topics with their *hours* of teaching: what the test at the end leaves."""
    hours = max(hours, 0.0)
    if not topics:
        shares = _shared_out(hours, len(items))
        return tuple(
            PlannedTopic(item.words, share, (item.code,))
            for item, share in zip(items, shares, strict=True)
        )
    given = sum(topic.hours or 0.0 for topic in topics)
    open_topics = sum(topic.hours is None for topic in topics)
    left = iter(_shared_out(max(hours - given, 0.0), open_topics))
    return tuple(
        PlannedTopic(topic.title, next(left) if topic.hours is None else topic.hours, topic.covers)
        for topic in topics
    )


def _shared_out(hours: float, parts: int) -> tuple[float, ...]:
    """Split *hours* into *parts* of whole quarters, as equal as can be, longer ones first."""
    if parts == 0:
        return ()
    each, left = divmod(round(hours * 4), parts)
    return tuple((each + (n < left)) / 4 for n in range(parts))
