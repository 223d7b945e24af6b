"""Hours of units and of the whole, at a distance or not: §4 and §6 of a standard."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import SetValue
from toolkit.model.course import Course
from toolkit.rules.assessment import units_with_places
from toolkit.text import Text


@rule(
    "H101",
    clause="min-hours",
    severity=Severity.ERROR,
    it="{unit}: {hours} ore, lo standard ne chiede almeno {limit}.",
    en="{unit}: {hours} hours, the standard asks for at least {limit}.",
    mend=Text(
        it="porta a {limit} le ore di {unit}",
        en="set the hours of {unit} to {limit}",
    ),
)
def each_unit_lasts_at_least_its_minimum(course: Course) -> Iterator[Hit]:
    """Each unit lasts at least the minimum duration that the standard sets for it.

    Hours that one unit has in excess do not make up for those another lacks.
    """
    for unit in course.units:
        if unit.plan.hours < unit.outcome.min_hours:
            at = ("units", unit.code, "hours")
            yield hit(
                *at,
                mend=SetValue(at, unit.outcome.min_hours),
                unit=unit.code,
                hours=unit.plan.hours,
                limit=unit.outcome.min_hours,
            )


@rule(
    "H102",
    clause="total-hours",
    severity=Severity.ERROR,
    it="Le unità sommano {hours} ore, lo standard ne chiede almeno {limit} al netto del tirocinio.",
    en="The units add up to {hours} hours, the standard asks for at least {limit}, "
    "internship apart.",
)
def the_units_last_at_least_the_total_minimum(course: Course) -> Iterator[Hit]:
    """The units of the standard last at least the total it prints, internship apart.

    Additional units do not count: they are offered on top of the standard's own.
    """
    limit = course.standard.totals.hours
    if course.unit_hours < limit:
        yield hit("units", hours=course.unit_hours, limit=limit)


@rule(
    "D101",
    clause="distance-hours",
    severity=Severity.ERROR,
    it="{unit}: {hours} ore a distanza, lo standard ne ammette {limit}.",
    en="{unit}: {hours} distance hours, the standard allows {limit}.",
    mend=Text(
        it="porta a {limit} le ore in FAD di {unit}",
        en="set the distance hours of {unit} to {limit}",
    ),
)
def distance_hours_stay_within_the_unit_limit(course: Course) -> Iterator[Hit]:
    """The distance hours of a unit do not exceed the limit set for that unit.

    The limit is per unit: hours one unit leaves unused cannot be lent to
    another, even when the course as a whole stays below its total.
    """
    for unit in course.units:
        limit = unit.outcome.max_distance_hours
        if unit.plan.distance_hours > limit:
            at = ("units", unit.code, "distance_hours")
            yield hit(
                *at,
                mend=SetValue(at, limit),
                unit=unit.code,
                hours=unit.plan.distance_hours,
                limit=limit,
            )


@rule(
    "D102",
    clause="distance-hours",
    severity=Severity.ERROR,
    it="Le unità dello standard hanno {hours} ore a distanza, lo standard ne ammette {limit}.",
    en="The standard's units have {hours} distance hours, the standard allows {limit}.",
)
def distance_hours_stay_within_the_total(course: Course) -> Iterator[Hit]:
    """The distance hours of all units of the standard do not exceed the printed total."""
    hours = sum(unit.plan.distance_hours for unit in course.units)
    limit = course.standard.totals.distance_hours
    if hours > limit:
        yield hit("units", hours=hours, limit=limit)


@rule(
    "D103",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: {distance} ore a distanza su {hours} ore dell'unità.",
    en="{unit}: {distance} distance hours out of the unit's {hours}.",
)
def distance_and_laboratory_hours_are_part_of_the_unit(course: Course) -> Iterator[Hit]:
    """The hours by mode of a unit add up to its hours.

    Distance hours are given instead of hours in presence, never on top of them.
    """
    for at, unit in units_with_places(course):
        if unit.plan.distance_hours > unit.plan.hours:
            yield hit(
                *(*at, "distance_hours"),
                unit=unit.code,
                distance=unit.plan.distance_hours,
                hours=unit.plan.hours,
            )


@rule(
    "D104",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: {laboratory} ore in laboratorio, ma in presenza ce ne sono {presence}.",
    en="{unit}: {laboratory} laboratory hours, but only {presence} hours are in presence.",
)
def laboratory_hours_are_part_of_the_hours_in_presence(course: Course) -> Iterator[Hit]:
    """The laboratory hours of a unit are among its hours in presence."""
    for at, unit in units_with_places(course):
        presence = max(unit.plan.hours - unit.plan.distance_hours, 0.0)
        if unit.plan.laboratory_hours > presence:
            yield hit(
                *(*at, "laboratory_hours"),
                unit=unit.code,
                laboratory=unit.plan.laboratory_hours,
                presence=presence,
            )


@rule(
    "D105",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: {asynchronous} ore asincrone su {distance} ore a distanza.",
    en="{unit}: {asynchronous} asynchronous hours out of {distance} distance hours.",
    mend=Text(
        it="porta a {distance} le ore asincrone di {unit}",
        en="set the asynchronous hours of {unit} to {distance}",
    ),
)
def asynchronous_hours_are_part_of_the_distance_hours(course: Course) -> Iterator[Hit]:
    """The asynchronous hours asked for a unit are among its distance hours."""
    for unit in course.units:
        choice = course.edition.units.get(unit.code)
        asked = choice.asynchronous_hours if choice else None
        if asked is not None and asked > unit.plan.distance_hours:
            at = ("units", unit.code, "asynchronous_hours")
            yield hit(
                *at,
                mend=SetValue(at, unit.plan.distance_hours),
                unit=unit.code,
                asynchronous=asked,
                distance=unit.plan.distance_hours,
            )


@rule(
    "A101",
    clause="additional-units",
    severity=Severity.ERROR,
    it="Le unità aggiuntive durano {hours} ore, il {percent}% di {base} ore "
    "(tutte le ore di formazione, unità aggiuntive comprese) è {limit}.",
    en="The additional units last {hours} hours, {percent}% of {base} hours "
    "(all training hours, additional units included) is {limit}.",
)
def additional_units_stay_within_their_share(course: Course) -> Iterator[Hit]:
    """The additional units do not exceed their share of the hours of training.

    The share is of the total hours of training, the internship apart. Whether the
    total includes the additional units the standard does not say: beyond the wider
    reading the limit is broken whatever is meant.
    """
    if cap := course.standard.additional_units:
        base = course.training_hours
        if course.additional_hours * 100 > cap.max_percent * base:
            yield hit(
                "additional_units",
                hours=course.additional_hours,
                percent=cap.max_percent,
                base=base,
                limit=cap.max_percent * base / 100,
            )


@rule(
    "A102",
    clause="additional-units",
    severity=Severity.WARNING,
    it="Le unità aggiuntive durano {hours} ore, il {percent}% di {base} ore "
    "(le sole unità dello standard) è {limit}: chiedi alla Regione quale base vale.",
    en="The additional units last {hours} hours, {percent}% of {base} hours "
    "(the standard's units alone) is {limit}: ask the region which base holds.",
)
def additional_units_stay_within_the_narrower_share(course: Course) -> Iterator[Hit]:
    """The additional units keep their share also of the standard's units alone.

    Between the narrower and the wider reading of «ore totali di formazione» only
    the region can say which one it applies.
    """
    if cap := course.standard.additional_units:
        base = course.unit_hours
        narrow = cap.max_percent * base
        wide = cap.max_percent * course.training_hours
        if narrow < course.additional_hours * 100 <= wide:
            yield hit(
                "additional_units",
                hours=course.additional_hours,
                percent=cap.max_percent,
                base=base,
                limit=narrow / 100,
            )


@rule(
    "A103",
    clause=None,
    severity=Severity.ERROR,
    it="Lo standard non ammette unità aggiuntive.",
    en="The standard admits no additional units.",
)
def additional_units_are_admitted(course: Course) -> Iterator[Hit]:
    """A course has additional units only where its standard admits them."""
    if course.additional_units and course.standard.additional_units is None:
        yield hit("additional_units")
