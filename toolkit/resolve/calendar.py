"""The days without lessons: public holidays, the patron saint, closures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

from toolkit.model.course import CourseVenue
from toolkit.model.dayoff import DayOff
from toolkit.model.edition import CourseEdition
from toolkit.model.moments import DateRange
from toolkit.model.provider import Provider
from toolkit.text import Text

_YEARS_AHEAD = 3
"""No course lasts longer; the planner looks no further either."""


def days_off(provider: Provider, edition: CourseEdition, venue: CourseVenue) -> tuple[DayOff, ...]:
    """Return each day off once, in order; a holiday is named before a closure."""
    years = range(edition.start.year, min(edition.start.year + _YEARS_AHEAD, MAXYEAR) + 1)
    found: dict[date, DayOff] = {}
    for each in (
        *_public_holidays(years, venue),
        *_patron_saint(years, venue),
        *_closures(provider.closures, years, Text(it="chiusura dell'ente", en="provider closed")),
        *_closures(edition.closures, years, Text(it="sospensione delle lezioni", en="no lessons")),
    ):
        found.setdefault(each.day, each)
    return tuple(found[day] for day in sorted(found) if day >= edition.start)


_PATRON_SAINT = Text(it="festa patronale ({saint})", en="patron saint's day ({saint})")


def _public_holidays(years: range, venue: CourseVenue) -> Iterator[DayOff]:
    part = None if venue.patron_saint else _known_towns().get(_spelt(venue.address.town))
    for year in years:
        yield from _holidays_of(year, part)


@lru_cache(maxsize=1024)
def _holidays_of(year: int, part: str | None) -> tuple[DayOff, ...]:
    """Return the holidays of a *year*, with the patron saint's day of that *part* of Italy."""
    # Imported here: of all that reads a course, only this needs its tables.
    from holidays import country_holidays

    national = country_holidays("IT", years=year, language="it_IT")
    english = country_holidays("IT", years=year, language="en_US")
    found = [
        DayOff(day, Text(it=name, en=english[day]), "holiday")
        for day, name in sorted(national.items())
    ]
    if part is not None:
        local = country_holidays("IT", subdiv=part, years=year, language="it_IT")
        found += [
            DayOff(day, _PATRON_SAINT.filled(saint=local[day]), "patron")
            for day in sorted(set(local) - set(national))
        ]
    return tuple(found)


def is_province(code: str) -> bool:
    """Return whether *code* is the code of an Italian province."""
    from holidays.countries.italy import Italy

    return code in _OF_SARDINIA or code in Italy.subdivisions


_OF_SARDINIA = frozenset({"CI", "OG", "OT", "SU", "VS"})
"""Provinces that Sardinia has had since 2001; the library knows those of one year only."""


def is_provincial_capital(town: str) -> bool:
    """Return whether the patron saint of *town* is known without asking."""
    return _spelt(town) in _known_towns()


@lru_cache(maxsize=1)
def _known_towns() -> Mapping[str, str]:
    """Return the part of Italy, as the library names it, that has the saint of each town."""
    from holidays.countries.italy import Italy

    # A province may have two capitals, each with a saint of its own: Forlì and Cesena.
    towns = {name: name for name in Italy.subdivisions if len(name) > 2}
    return {_spelt(name): part for name, part in {**towns, **Italy.subdivisions_aliases}.items()}


def is_same_town(one: str, other: str) -> bool:
    """Return whether two towns are one: case, accents, apostrophes and spaces apart."""
    return _spelt(one) == _spelt(other)


def _spelt(town: str) -> str:
    letters = unicodedata.normalize("NFKD", town.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _patron_saint(years: range, venue: CourseVenue) -> Iterator[DayOff]:
    if saint := venue.patron_saint:
        for year in years:
            if saint.month != 2 or saint.day != 29 or _is_leap(year):
                day = date(year, saint.month, saint.day)
                yield DayOff(day, Text(it="festa patronale", en="patron saint's day"), "patron")


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - timedelta(days=1)).day == 29


def _closures(periods: tuple[DateRange, ...], years: range, reason: Text) -> Iterator[DayOff]:
    """Yield the closed days of *years*: a period may have been written to last for centuries."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    for period in periods:
        if period.first <= last and first <= period.last:
            within = DateRange(max(period.first, first), min(period.last, last))
            for day in within.days:
                yield DayOff(day, reason, "closure")
