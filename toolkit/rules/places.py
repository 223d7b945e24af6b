"""Rooms, laboratories and equipment: §7 and §10 of a standard."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import Remove
from toolkit.model.course import Course
from toolkit.model.provider import Room, RoomKind
from toolkit.rules.assessment import units_with_places
from toolkit.text import Text


def laboratories(course: Course) -> tuple[Room, ...]:
    """Return the laboratories of the course's venue."""
    return tuple(room for room in course.venue.rooms if room.kind is RoomKind.LABORATORY)


def pcs_needed(course: Course) -> int:
    """Return how many PCs the standard asks for these learners; 0 if it counts none."""
    learners = course.edition.learners
    return max((each.pcs_for(learners) for each in course.standard.equipment), default=0)


def pcs_available(course: Course) -> int:
    """Return the PCs of the best-equipped laboratory; those of several do not add up."""
    return max((room.pcs for room in laboratories(course)), default=0)


@rule(
    "E101",
    clause="equipment",
    severity=Severity.ERROR,
    it="Il laboratorio più attrezzato ha {pcs} pc, per {learners} allievi ne servono {limit} "
    "(uno ogni {share}).",
    en="The best-equipped laboratory has {pcs} PCs, {learners} learners need {limit} "
    "(one for every {share}).",
)
def a_laboratory_has_enough_pcs(course: Course) -> Iterator[Hit]:
    """One laboratory has the PCs that the standard asks for the number of learners.

    PCs of several laboratories do not add up: a lesson takes place in one of them.
    """
    available = pcs_available(course)
    for each in course.standard.equipment:
        if each.learners_per_pc and available * each.learners_per_pc < course.edition.learners:
            yield hit(
                *("provider", "rooms"),
                pcs=available,
                learners=course.edition.learners,
                limit=each.pcs_for(course.edition.learners),
                share=each.learners_per_pc,
            )


@rule(
    "E104",
    clause="equipment",
    severity=Severity.NOTE,
    it="Lo standard chiede «{name}»: verifica che il soggetto attuatore ne disponga.",
    en="The standard asks for “{name}”: verify that the provider has it.",
)
def equipment_that_is_not_counted_in_pcs_is_verified(course: Course) -> Iterator[Hit]:
    """Equipment that the standard does not count in PCs is verified by a person.

    What a provider lists under its own words cannot be matched with the standard's.
    """
    for each in course.standard.equipment:
        if each.learners_per_pc is None:
            yield hit("provider", "equipment", name=each.name)


@rule(
    "E102",
    clause=None,
    severity=Severity.WARNING,
    it="{room}: {capacity} posti per {learners} allievi; il calendario non la userà.",
    en="{room}: {capacity} places for {learners} learners; the timetable will not use it.",
)
def each_room_holds_all_learners(course: Course) -> Iterator[Hit]:
    """Each room that the course may use holds all its learners."""
    for n, room in enumerate(course.venue.rooms):
        if room.capacity is not None and room.capacity < course.edition.learners:
            yield hit(
                *("provider", "rooms", str(n), "capacity"),
                room=room.name,
                capacity=room.capacity,
                learners=course.edition.learners,
            )


@rule(
    "E103",
    clause=None,
    severity=Severity.ERROR,
    it="Nessuna aula contiene {learners} allievi.",
    en="No room holds {learners} learners.",
)
def a_room_holds_all_learners(course: Course) -> Iterator[Hit]:
    """At least one room holds all learners of the course."""
    capacities = [room.capacity for room in course.venue.rooms]
    if all(each is not None and each < course.edition.learners for each in capacities):
        yield hit("provider", "rooms", learners=course.edition.learners)


@rule(
    "L101",
    clause="laboratory-units",
    severity=Severity.ERROR,
    it="{unit}: nessuna ora in laboratorio, lo standard chiede laboratori pratici.",
    en="{unit}: no laboratory hours, the standard asks for practical laboratories.",
    mend=Text(
        it="togli le ore in laboratorio di {unit}: saranno tutte quelle in presenza",
        en="take the laboratory hours of {unit} away: they will be all those in presence",
    ),
)
def laboratory_units_have_laboratory_hours(course: Course) -> Iterator[Hit]:
    """Each unit that the standard wants in a laboratory has hours there.

    The standard does not say how many; a unit given wholly elsewhere breaks it.
    """
    for unit in course.units:
        if unit.is_laboratory and unit.plan.laboratory_hours == 0:
            at = ("units", unit.code, "laboratory_hours")
            mend = (Remove(at),) if unit.plan.presence_hours else ()
            yield hit(*at, mend=mend, unit=unit.code)


@rule(
    "L102",
    clause="laboratory-units",
    severity=Severity.WARNING,
    it="{unit}: {hours} ore in presenza fuori dal laboratorio su {presence}.",
    en="{unit}: {hours} of {presence} hours in presence are outside the laboratory.",
)
def laboratory_units_are_given_in_a_laboratory(course: Course) -> Iterator[Hit]:
    """All hours in presence of a laboratory unit are in a laboratory."""
    for unit in course.units:
        if unit.is_laboratory and unit.plan.laboratory_hours and unit.plan.classroom_hours:
            yield hit(
                *("units", unit.code, "laboratory_hours"),
                unit=unit.code,
                hours=unit.plan.classroom_hours,
                presence=unit.plan.presence_hours,
            )


@rule(
    "L103",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: ha ore in laboratorio, ma nessuna delle sue aule è un laboratorio.",
    en="{unit}: it has laboratory hours, but none of its rooms is a laboratory.",
)
def laboratory_hours_have_a_laboratory(course: Course) -> Iterator[Hit]:
    """A unit with laboratory hours may use at least one laboratory."""
    for at, unit in units_with_places(course):
        kinds = {room.kind for room in unit.plan.rooms}
        if unit.plan.laboratory_hours and RoomKind.LABORATORY not in kinds:
            yield hit(*at, "rooms", unit=unit.code)
