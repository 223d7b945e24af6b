"""What the parts of a standard keep among themselves: sums, references, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from toolkit.model.standard import Standard
from toolkit.place import At
from toolkit.problem import Problem, problem


def each_unit_has_a_number_of_its_own(standard: Standard) -> Iterator[Problem]:
    """No two units share a number: documents cite units by it."""
    seen: set[int] = set()
    for n, unit in enumerate(standard.units):
        if unit.number in seen:
            yield problem(
                *("units", str(n), "number"),
                it="un'altra unità ha già il numero {number}.",
                en="another unit already has the number {number}.",
                number=unit.number,
            )
        seen.add(unit.number)


def distance_hours_fit_in_their_unit(standard: Standard) -> Iterator[Problem]:
    """The distance hours of a unit are part of its hours."""
    for n, unit in enumerate(standard.units):
        if unit.max_distance_hours > unit.min_hours:
            yield problem(
                *("units", str(n), "max_distance_hours"),
                it="{unit}: {distance} ore in FAD, ma l'unità ne dura {hours}.",
                en="{unit}: {distance} distance hours, but the unit has {hours} hours.",
                unit=unit.code,
                distance=unit.max_distance_hours,
                hours=unit.min_hours,
            )


def printed_totals_are_the_sums(standard: Standard) -> Iterator[Problem]:
    """Each printed total is the sum of its column."""
    sums = {
        "hours": sum(unit.min_hours for unit in standard.units),
        "distance_hours": sum(unit.max_distance_hours for unit in standard.units),
    }
    for key, added in sums.items():
        printed = getattr(standard.totals, key)
        if printed != added:
            yield problem(
                *("totals", key),
                it="il totale è {printed}, ma le unità sommano {added}.",
                en="the total is {printed}, but the units add up to {added}.",
                printed=printed,
                added=added,
            )


def named_units_exist(standard: Standard) -> Iterator[Problem]:
    """Every unit named in another part of the file is one of the units."""
    numbers = {unit.number for unit in standard.units}
    for at, number in _named_units(standard):
        if number not in numbers:
            yield problem(
                *at,
                it="non c'è un'unità con il numero {number}.",
                en="there is no unit with the number {number}.",
                number=number,
            )


def _named_units(standard: Standard) -> Iterator[tuple[At, int]]:
    lists: list[tuple[At, tuple[int, ...]]] = [(("laboratory_units",), standard.laboratory_units)]
    for n, row in enumerate(standard.competence_units):
        lists.append((("competence_units", str(n), "units"), row.units))
    for n, each in enumerate(standard.prerequisites):
        lists.append((("prerequisites", str(n), "first"), each.first))
        lists.append((("prerequisites", str(n), "then"), each.then))
    for at, numbers in lists:
        yield from (((*at, str(k)), number) for k, number in enumerate(numbers))


def each_unit_stands_in_one_competence_row(standard: Standard) -> Iterator[Problem]:
    """The table of competence units names each unit exactly once."""
    times = Counter(number for row in standard.competence_units for number in row.units)
    for n, unit in enumerate(standard.units):
        if times[unit.number] != 1:
            yield problem(
                *("units", str(n), "number"),
                it="{unit} compare {times} volte fra le competence_units; deve comparire una volta.",
                en="{unit} appears {times} times among competence_units; it must appear once.",
                unit=unit.code,
                times=times[unit.number],
            )


def competence_rows_have_units(standard: Standard) -> Iterator[Problem]:
    """A row of the table of competence units names at least one unit."""
    for n, row in enumerate(standard.competence_units):
        if not row.units:
            yield problem(
                *("competence_units", str(n), "units"),
                it="la riga non nomina nessuna unità.",
                en="the row names no unit.",
            )


def prerequisites_have_no_cycle(standard: Standard) -> Iterator[Problem]:
    """No unit must, directly or through others, be completed before itself."""
    before: dict[int, set[int]] = {}
    for each in standard.prerequisites:
        for number in each.then:
            before.setdefault(number, set()).update(each.first)
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        yield problem(
            "prerequisites",
            it="le propedeuticità tornano su sé stesse: {cycle}.",
            en="the prerequisites lead back to themselves: {cycle}.",
            cycle=tuple(error.args[1]),
        )


def sections_are_numbered_in_order(standard: Standard) -> Iterator[Problem]:
    """Sections are numbered 1, 2, 3 … without gaps."""
    for n, section in enumerate(standard.sections):
        if section.number != n + 1:
            yield problem(
                *("sections", str(n), "number"),
                it="qui va la sezione {expected}, non la {number}.",
                en="section {expected} belongs here, not {number}.",
                expected=n + 1,
                number=section.number,
            )


def each_section_says_something(standard: Standard) -> Iterator[Problem]:
    """A section has content, or its title states a clause."""
    for n, section in enumerate(standard.sections):
        if not section.content and section.clause is None:
            yield problem(
                *("sections", str(n)),
                it="la sezione {number} non ha contenuto e il titolo non enuncia una clausola.",
                en="section {number} has no content and its title states no clause.",
                number=section.number,
            )


STRUCTURE_CHECKS = (
    each_unit_has_a_number_of_its_own,
    distance_hours_fit_in_their_unit,
    printed_totals_are_the_sums,
    named_units_exist,
    competence_rows_have_units,
    each_unit_stands_in_one_competence_row,
    prerequisites_have_no_cycle,
    sections_are_numbered_in_order,
    each_section_says_something,
)
