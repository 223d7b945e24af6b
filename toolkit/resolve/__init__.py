"""Looks up every reference and fills in every default: configuration becomes a `Course`.

Hours, limits and words come from the standard; names must be those of the provider.
"""

from __future__ import annotations

from toolkit.model.course import Course, CourseVenue, PlannedInternship
from toolkit.model.edition import CourseEdition
from toolkit.model.practice import Internship
from toolkit.model.provider import Provider
from toolkit.model.standard import Standard
from toolkit.problem import ProblemsError
from toolkit.resolve.calendar import days_off, is_same_town
from toolkit.resolve.references import unknown_references
from toolkit.resolve.units import additional_units, course_units

__all__ = ["resolve"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def resolve(
    standard: Standard,
    provider: Provider,
    edition: CourseEdition,
    *,
    superseded_by: str | None = None,
) -> Course:
    """Return the course that *edition* describes.

    *superseded_by* is the newer version of the standard that is in force when the course
    begins, if *standard* is not it. Raises `ProblemsError` with every name or code that refers to nothing.
    """
    if problems := unknown_references(standard, provider, edition):
        raise ProblemsError(problems)
    venue = _venue(provider, edition)
    return Course(
        standard=standard,
        provider=provider,
        edition=edition,
        title=edition.title or standard.qualification,
        venue=venue,
        units=course_units(standard, provider, edition),
        additional_units=additional_units(provider, edition),
        internship=_internship(standard, edition),
        days_off=days_off(provider, edition, venue),
        superseded_by=superseded_by,
    )


def _venue(provider: Provider, edition: CourseEdition) -> CourseVenue:
    if edition.venue is None:
        return CourseVenue(None, provider.seat, provider.rooms, provider.patron_saint)
    same_town = is_same_town(edition.venue.address.town, provider.seat.town)
    return CourseVenue(
        edition.venue.name,
        edition.venue.address,
        provider.rooms,
        edition.venue.patron_saint or (provider.patron_saint if same_town else None),
    )


def _internship(standard: Standard, edition: CourseEdition) -> PlannedInternship | None:
    if standard.internship is None and edition.internship is None:
        return None
    asked = edition.internship or Internship()
    minimum = standard.internship.min_hours if standard.internship else 0.0
    every_unit = tuple(unit.code for unit in standard.units)
    return PlannedInternship(
        hours=minimum if asked.hours is None else asked.hours,
        hours_per_day=asked.hours_per_day,
        hours_per_week=asked.hours_per_week,
        weekdays=tuple(sorted({_WEEKDAYS.index(day) for day in asked.days})),
        start=asked.start,
        after=asked.after or every_unit,
        hosts=asked.hosts,
        tutor=asked.tutor,
        assessment=asked.assessment,
    )
