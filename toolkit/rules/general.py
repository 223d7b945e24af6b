"""Dates, admission and what common sense adds to a standard."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.course import Course
from toolkit.placeholders import missing_values
from toolkit.resolve.calendar import is_provincial_capital


@rule(
    "G101",
    clause=None,
    severity=Severity.ERROR,
    it="Il corso finisce il {end}, prima di cominciare ({start}).",
    en="The course ends on {end}, before it begins ({start}).",
)
def the_course_ends_after_it_begins(course: Course) -> Iterator[Hit]:
    """The last useful day of the course comes after its first."""
    edition = course.edition
    if edition.end and edition.end < edition.start:
        yield hit("end", end=edition.end, start=edition.start)


@rule(
    "G102",
    clause="exam-admission",
    severity=Severity.ERROR,
    it="L'esame è il {exam}, ma il corso comincia il {start}.",
    en="The exam is on {exam}, but the course begins on {start}.",
)
def the_exam_comes_after_the_course(course: Course) -> Iterator[Hit]:
    """The exam comes after the course has begun; after all its hours, says its timetable.

    Only who has attended the hours that the standard asks for is admitted, and that
    is known when the last hour is given.
    """
    edition = course.edition
    if edition.exam.date and edition.exam.date <= edition.start:
        yield hit("exam", "date", exam=edition.exam.date, start=edition.start)


@rule(
    "G112",
    clause=None,
    severity=Severity.WARNING,
    it="L'esame è il {exam}, ma lezioni e tirocinio possono durare fino al {end}: "
    "l'esame viene dopo.",
    en="The exam is on {exam}, but lessons and internship may last until {end}: "
    "the exam comes after them.",
)
def the_exam_comes_after_the_last_day_of_the_course(course: Course) -> Iterator[Hit]:
    """The exam, where its date is set, comes after the last day that the course may use."""
    exam, end = course.edition.exam.date, course.edition.end
    if exam and end and course.edition.start < exam <= end:
        yield hit("exam", "date", exam=exam, end=end)


@rule(
    "G103",
    clause=None,
    severity=Severity.NOTE,
    it="Il patrono di {town} non è noto; indica patron_saint, per esempio 22/05.",
    en="The patron saint's day of {town} is not known; give patron_saint, for example 22/05.",
)
def the_patron_saint_of_the_town_is_known(course: Course) -> Iterator[Hit]:
    """The patron saint's day of the venue is known.

    The days of provincial capitals are known; any other town's must be given.
    """
    town = course.venue.address.town
    if course.venue.patron_saint is None and not is_provincial_capital(town):
        at = ("venue",) if course.edition.venue else ("provider", "seat", "town")
        yield hit(*at, town=town)


@rule(
    "G104",
    clause=None,
    severity=Severity.WARNING,
    it="Lo standard {reference} è fittizio: il fascicolo non si può presentare.",
    en="The standard {reference} is fictitious: the dossier cannot be submitted.",
)
def the_standard_is_a_published_one(course: Course) -> Iterator[Hit]:
    """The standard is one that a region has published."""
    if course.standard.fictitious:
        yield hit("standard", reference=course.standard.reference)


@rule(
    "G105",
    clause=None,
    severity=Severity.WARNING,
    it="La versione {version} dello standard non è in vigore il {start}, quando il corso comincia.",
    en="Version {version} of the standard is not in force on {start}, when the course begins.",
)
def the_standard_is_in_force_when_the_course_begins(course: Course) -> Iterator[Hit]:
    """The version of the standard is in force on the first day of the course."""
    if not course.standard.is_in_force(course.edition.start):
        yield hit(
            "standard",
            version=course.standard.version,
            start=course.edition.start,
        )


@rule(
    "G110",
    clause=None,
    severity=Severity.WARNING,
    it="Lo standard {reference} è superato: il {start}, quando il corso comincia, è in vigore "
    "{newer}; «percorso standard impact» mostra che cosa cambia.",
    en="The standard {reference} is superseded: on {start}, when the course begins, {newer} is "
    "in force; “percorso standard impact” shows what changes.",
)
def the_standard_is_not_superseded(course: Course) -> Iterator[Hit]:
    """The course follows the newest version of the standard that is in force when it begins.

    Only a course that names its version can follow an older one.
    """
    if course.superseded_by:
        yield hit(
            "standard",
            reference=course.standard.reference,
            start=course.edition.start,
            newer=course.superseded_by,
        )


@rule(
    "G106",
    clause=None,
    severity=Severity.ERROR,
    it="La settimana non ha fasce orarie.",
    en="The week has no windows.",
)
def the_week_has_windows(course: Course) -> Iterator[Hit]:
    """At least one weekday has hours for lessons."""
    if not any(course.edition.week.days):
        yield hit("week")


@rule(
    "M101",
    clause=None,
    severity=Severity.NOTE,
    it="Da completare: {label}; aggiungi «{key}».",
    en="Still to be given: {label}; add “{key}”.",
)
def every_value_the_documents_ask_for_is_given(course: Course) -> Iterator[Hit]:
    """The configuration gives each value that the documents ask for.

    A document prints a visible placeholder for each value still missing.
    """
    for value in missing_values(course):
        if value.path not in _TOLD_BY_THEIR_OWN_RULE:
            yield hit(*value.at, label=value.label, key=_written_key(value.at))


_TOLD_BY_THEIR_OWN_RULE = {"selection.language_test", "provider.trainers.*.experience_years"}


def _written_key(at: tuple[str, ...]) -> str:
    return ".".join(step for step in at if not step.isdigit())
