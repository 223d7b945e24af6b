"""What a short configuration leaves out comes from the standard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from toolkit.model.course import Course, PlannedTopic
from toolkit.model.standard import Standard

Make = Callable[..., Course]


def modes(course: Course, code: str) -> tuple[float, float, float, float]:
    """Return the hours of a unit in classroom, laboratory, synchronous and asynchronous FAD."""
    plan = course.unit(code).plan
    return (
        plan.classroom_hours,
        plan.laboratory_hours,
        plan.synchronous_hours,
        plan.asynchronous_hours,
    )


def test_the_shortest_edition_is_the_minimum_of_the_standard(
    abruzzo: Standard, course: Make
) -> None:
    made = course(abruzzo)

    assert made.title == "Addetto al servizio clienti"
    assert [unit.plan.hours for unit in made.units] == [unit.min_hours for unit in abruzzo.units]
    assert (made.unit_hours, made.additional_hours, made.internship_hours) == (208, 0, 60)
    assert (made.training_hours, made.total_hours) == (208, 268)
    assert made.internship is not None
    assert made.internship.after == tuple(f"URA{number:02d}" for number in range(1, 14))
    assert made.internship.weekdays == (0, 1, 2, 3, 4)
    assert made.venue.address == made.provider.seat
    assert made.venue.rooms == made.provider.rooms


def test_units_come_with_what_the_standard_says_of_them(abruzzo: Standard, course: Make) -> None:
    units = {unit.code: unit for unit in course(abruzzo).units}

    assert [code for code, unit in units.items() if unit.is_laboratory] == [
        *("URA07", "URA08", "URA09", "URA10", "URA11")
    ]
    assert units["URA03"].prerequisites == ()
    assert units["URA04"].prerequisites == ("URA02", "URA03")
    assert units["URA13"].prerequisites == ("URA02", "URA03")
    assert units["URA01"].competence_unit is None
    assert units["URA09"].competence_unit == "Gestire e organizzare la postazione di lavoro"
    assert len(units["URA06"].items) == 14


def test_the_same_edition_follows_another_standard(fantasia: Standard, course: Make) -> None:
    made = course(fantasia)

    assert made.title == "Collaudatore di aquiloni"
    assert (made.unit_hours, made.total_hours) == (82.5, 82.5)
    assert made.internship is None
    assert [unit.plan.hours for unit in made.units] == [6, 20, 12.5, 30, 10, 4]
    assert not any(unit.is_laboratory for unit in made.units)
    assert [unit.prerequisites for unit in made.units] == [
        *((), (), (), ("URA03", "URA06"), ("URA04",), ())
    ]


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        ({}, {"URA04": (20, 0, 0, 0), "URA08": (0, 15, 0, 0)}),
        ({"hours": "none"}, {"URA04": (20, 0, 0, 0), "URA08": (0, 15, 0, 0)}),
        ({"hours": "maximum"}, {"URA04": (10, 0, 10, 0), "URA08": (0, 10, 5, 0)}),
        (
            {"hours": "maximum", "asynchronous": "sì"},
            {"URA04": (10, 0, 0, 10), "URA08": (0, 10, 0, 5)},
        ),
    ],
)
def test_the_course_says_how_much_is_at_a_distance(
    abruzzo: Standard, course: Make, distance: dict[str, Any], expected: dict[str, Any]
) -> None:
    made = course(abruzzo, distance=distance)

    assert {code: modes(made, code) for code in expected} == expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"hours": "24"}, (14, 0, 10, 0)),
        ({"distance_hours": "0"}, (20, 0, 0, 0)),
        ({"distance_hours": "4,5"}, (15.5, 0, 4.5, 0)),
        ({"distance_hours": "4", "asynchronous_hours": "1"}, (16, 0, 3, 1)),
        ({"asynchronous_hours": "4"}, (10, 0, 6, 4)),
        ({"laboratory_hours": "2,25"}, (7.75, 2.25, 10, 0)),
        ({"hours": "0"}, (0, 0, 10, 0)),
    ],
)
def test_a_unit_may_say_otherwise(
    abruzzo: Standard, course: Make, choice: dict[str, str], expected: tuple[float, ...]
) -> None:
    made = course(abruzzo, distance={"hours": "maximum"}, units={"URA04": choice})

    assert modes(made, "URA04") == expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, (0, 15, 0, 0)),
        ({"hours": "16"}, (0, 16, 0, 0)),
        ({"distance_hours": "5"}, (0, 10, 5, 0)),
        ({"laboratory_hours": "6"}, (9, 6, 0, 0)),
        ({"laboratory_hours": "0"}, (15, 0, 0, 0)),
    ],
)
def test_a_laboratory_unit_is_in_a_laboratory_unless_it_says_otherwise(
    abruzzo: Standard, course: Make, choice: dict[str, str], expected: tuple[float, ...]
) -> None:
    made = course(abruzzo, units={"URA08": choice})

    assert modes(made, "URA08") == expected


def test_an_additional_unit_has_its_contents_for_items(abruzzo: Standard, course: Make) -> None:
    unit = {"title": "Inglese", "hours": "8", "distance_hours": "3", "laboratory_hours": "1"}
    made = course(
        abruzzo,
        additional_units=[
            {"title": "Etica", "hours": "4", "contents": "La deontologia"},
            {**unit, "contents": ["Saluti", "Reclami"]},
        ],
    )

    assert [each.code for each in made.additional_units] == ["AGG01", "AGG02"]
    assert modes(made, "AGG02") == (4, 1, 3, 0)
    assert [(item.code, item.words) for item in made.unit("AGG02").items] == [
        ("AGG02-C01", "Saluti"),
        ("AGG02-C02", "Reclami"),
    ]
    assert made.unit("AGG01").plan.topics == (PlannedTopic("La deontologia", 3, ("AGG01-C01",)),)
    assert (made.additional_hours, made.training_hours, made.total_hours) == (12, 220, 280)


def test_whoever_may_teach_a_unit_teaches_it(abruzzo: Standard, course: Make) -> None:
    trainers = [
        {"name": "Sa tutto"},
        {"name": "Sa poco", "teaches": {abruzzo.id: ["URA04"]}},
        {"name": "Sa altro", "teaches": {"fantasia/collaudatore-di-aquiloni": ["URA04"]}},
    ]
    made = course(
        abruzzo,
        provider={"trainers": trainers},
        units={"URA05": {"trainers": "Sa altro", "rooms": ["Aula 1"]}},
    )

    taught = {unit.code: [each.name for each in unit.plan.trainers] for unit in made.units}
    assert taught["URA03"] == ["Sa tutto"]
    assert taught["URA04"] == ["Sa tutto", "Sa poco"]
    assert taught["URA05"] == ["Sa altro"]
    assert [room.name for room in made.unit("URA05").plan.rooms] == ["Aula 1"]
    assert [room.name for room in made.unit("URA04").plan.rooms] == ["Aula 1", "Laboratorio 1"]


def test_an_additional_unit_is_taught_by_whom_it_names_else_by_anyone(
    abruzzo: Standard, course: Make
) -> None:
    unit = {"title": "Etica", "hours": "4", "contents": "La deontologia"}
    made = course(abruzzo, additional_units=[unit, {**unit, "trainers": "Bruno Prova"}])

    assert [[each.name for each in unit.plan.trainers] for unit in made.additional_units] == [
        ["Rosa Esempio", "Bruno Prova"],
        ["Bruno Prova"],
    ]


def test_the_internship_keeps_what_it_is_given(abruzzo: Standard, course: Make) -> None:
    asked = {
        "hours": "80",
        "days": ["saturday", "monday"],
        "after": ["URA02"],
        "hours_per_day": "4",
    }
    made = course(abruzzo, internship=asked).internship

    assert made is not None
    assert (made.hours, made.hours_per_day, made.weekdays, made.after) == (
        80,
        4,
        (0, 5),
        ("URA02",),
    )
