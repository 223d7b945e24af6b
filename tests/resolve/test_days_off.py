"""Days without lessons: public holidays, the patron saint of the town, closures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from toolkit.model.course import Course
from toolkit.model.dayoff import DayOff
from toolkit.model.standard import Standard
from toolkit.resolve.calendar import is_provincial_capital
from toolkit.text import Text

Make = Callable[..., Course]


def seat(town: str, province: str) -> dict[str, str]:
    return {"street": "Via Inventata 1", "town": town, "province": province}


def by_day(made: Course) -> dict[date, DayOff]:
    return {each.day: each for each in made.days_off}


def saints(made: Course, year: int = 2027) -> list[str]:
    return [
        each.day.isoformat()
        for each in made.days_off
        if each.source == "patron" and each.day.year == year
    ]


def test_public_holidays_come_in_order_from_the_first_day_on(
    abruzzo: Standard, course: Make
) -> None:
    made = course(abruzzo, start="2027-03-29")

    first_year = [(each.day, each.reason.it) for each in made.days_off if each.day.year == 2027]
    assert first_year == [
        (date(2027, 3, 29), "Lunedì dell'Angelo"),
        (date(2027, 4, 25), "Anniversario della Liberazione"),
        (date(2027, 5, 1), "Festa del Lavoro"),
        (date(2027, 6, 2), "Festa della Repubblica"),
        (date(2027, 8, 15), "Assunzione della Beata Vergine Maria"),
        (date(2027, 10, 4), "Festa nazionale di San Francesco d'Assisi, patrono d'Italia"),
        (date(2027, 11, 1), "Ognissanti"),
        (date(2027, 11, 7), "Giorno dell'unità nazionale"),
        (date(2027, 12, 8), "Immacolata Concezione"),
        (date(2027, 12, 25), "Natale"),
        (date(2027, 12, 26), "Santo Stefano"),
    ]
    assert by_day(made)[date(2027, 3, 29)].reason.en == "Easter Monday"
    assert made.days_off[-1].day == date(2030, 12, 26)


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        ("2024-10-04", False),
        ("2025-10-04", False),
        ("2026-10-04", True),
        ("2029-10-04", True),
        ("2024-04-01", True),
        ("2026-04-06", True),
        ("2027-03-29", True),
        ("2027-03-30", False),
        ("2028-04-17", True),
    ],
)
def test_saint_francis_and_easter_monday_are_holidays(
    abruzzo: Standard, course: Make, day: str, *, is_off: bool
) -> None:
    made = course(abruzzo, start=f"{day[:4]}-01-07")

    assert (date.fromisoformat(day) in by_day(made)) is is_off


@pytest.mark.parametrize(
    ("town", "province", "expected"),
    [
        ("Pescara", "PE", "2027-10-10"),
        ("pescara", "PE", "2027-10-10"),
        ("Pescara", "CH", "2027-10-10"),
        ("L'Aquila", "AQ", "2027-06-10"),
        ("L’Aquila", "AQ", "2027-06-10"),
        ("L' Aquila", "AQ", "2027-06-10"),
        ("FORLI'", "FC", "2027-02-04"),
        ("Milano", "MI", "2027-12-07"),
        ("Forlì", "FC", "2027-02-04"),
        ("Cesena", "FC", "2027-06-24"),
        ("Pesaro", "PU", "2027-09-24"),
        ("Urbino", "PU", "2027-06-01"),
        ("Barletta", "BT", "2027-12-30"),
    ],
)
def test_the_patron_saint_of_a_capital_is_known(
    abruzzo: Standard, course: Make, town: str, province: str, expected: str
) -> None:
    assert is_provincial_capital(town)
    assert saints(course(abruzzo, provider={"seat": seat(town, province)})) == [expected]


def test_the_patron_saint_has_a_name_in_both_languages(abruzzo: Standard, course: Make) -> None:
    made = course(abruzzo, provider={"seat": seat("Pescara", "PE")})

    assert by_day(made)[date(2027, 10, 10)] == DayOff(
        date(2027, 10, 10),
        Text(it="festa patronale (San Cetteo)", en="patron saint's day (San Cetteo)"),
        "patron",
    )


SULMONA = {"address": seat("Sulmona", "AQ")}


@pytest.mark.parametrize(
    ("provider", "edition", "expected"),
    [
        ({"seat": seat("Sulmona", "AQ")}, {}, []),
        ({"seat": seat("Sulmona", "AQ"), "patron_saint": "28/04"}, {}, ["2027-04-28"]),
        ({"seat": seat("Pescara", "PE"), "patron_saint": "05-22"}, {}, ["2027-05-22"]),
        ({"seat": seat("Pescara", "PE")}, {"venue": SULMONA}, []),
        ({"seat": seat("Pescara", "PE"), "patron_saint": "05-22"}, {"venue": SULMONA}, []),
        (
            {"seat": seat("Pescara", "PE")},
            {"venue": {**SULMONA, "patron_saint": "28/04"}},
            ["2027-04-28"],
        ),
        (
            {"seat": seat("Sulmona", "AQ"), "patron_saint": "28/04"},
            {"venue": SULMONA},
            ["2027-04-28"],
        ),
        (
            {"seat": seat("  SULMONA", "AQ"), "patron_saint": "28/04"},
            {"venue": SULMONA},
            ["2027-04-28"],
        ),
        (
            {"seat": seat("Sulmona", "AQ")},
            {"venue": {"address": seat("Chieti", "CH")}},
            ["2027-05-11"],
        ),
    ],
    ids=[
        *("a town that nobody knows", "a town that says its day", "a capital that says another"),
        *("a venue elsewhere", "a venue elsewhere has not the saint of the seat"),
        *(
            "a venue that says its day",
            "a venue in the town of the seat",
            "the same town in other letters",
            "a venue in a capital",
        ),
    ],
)
def test_the_patron_saint_is_that_of_the_venue(
    abruzzo: Standard,
    course: Make,
    provider: dict[str, Any],
    edition: dict[str, Any],
    expected: list[str],
) -> None:
    assert saints(course(abruzzo, provider=provider, **edition)) == expected


def test_a_saint_of_the_29th_of_february_is_kept_in_leap_years(
    abruzzo: Standard, course: Make
) -> None:
    made = course(abruzzo, provider={"patron_saint": "29/02"})

    assert [saints(made, year) for year in (2027, 2028, 2029)] == [[], ["2028-02-29"], []]


def test_closures_are_days_off_with_their_reason(abruzzo: Standard, course: Make) -> None:
    made = course(
        abruzzo,
        provider={"closures": ["2027-08-14..2027-08-16", "2026-12-24..2027-01-12"]},
        closures=["16/08/2027..2027-08-17", "2027-05-03"],
    )

    closed = {
        day: (each.reason.it, each.source)
        for day, each in by_day(made).items()
        if day < date(2027, 9, 1) and (each.source == "closure" or day.month == 8)
    }
    assert closed == {
        date(2027, 1, 11): ("chiusura dell'ente", "closure"),
        date(2027, 1, 12): ("chiusura dell'ente", "closure"),
        date(2027, 5, 3): ("sospensione delle lezioni", "closure"),
        date(2027, 8, 14): ("chiusura dell'ente", "closure"),
        date(2027, 8, 15): ("Assunzione della Beata Vergine Maria", "holiday"),
        date(2027, 8, 16): ("chiusura dell'ente", "closure"),
        date(2027, 8, 17): ("sospensione delle lezioni", "closure"),
    }


def test_closures_of_the_years_that_a_course_may_last_are_kept(
    abruzzo: Standard, course: Make
) -> None:
    closures = ["2026-01-01..2026-12-31", "2030-12-31..2031-01-01", "2031-01-01..2031-12-31"]

    made = course(abruzzo, start="2027-01-01", closures=[*closures, "2026-12-30..2027-01-02"])

    assert [each.day for each in made.days_off if each.source == "closure"] == [
        date(2027, 1, 2),
        date(2030, 12, 31),
    ]


@pytest.mark.parametrize("start", ["0001-01-01", "1870-01-01", "2027-01-11", "9999-12-31"])
def test_closures_of_thousands_of_years_are_days_off_while_the_course_may_last(
    abruzzo: Standard, course: Make, start: str
) -> None:
    made = course(
        abruzzo,
        start=start,
        closures=["0001-01-01..9999-12-31"] * 20,
        provider={"patron_saint": "05-22"},
    )

    days = [each.day for each in made.days_off]
    assert days[0] == date.fromisoformat(start)
    assert days[-1] == date(min(days[0].year + 3, 9999), 12, 31)
    assert len(days) == (days[-1] - days[0]).days + 1
