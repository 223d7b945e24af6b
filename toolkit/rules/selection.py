"""How learners are admitted: §3 of a standard."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.course import Course


@rule(
    "S101",
    clause="access-language",
    severity=Severity.NOTE,
    it="La data della prova di lingua italiana di livello {level} non è indicata: "
    "serve se un candidato straniero non ha un'attestazione.",
    en="The date of the Italian test at level {level} is not given: "
    "it is needed if a foreign candidate has no certificate.",
)
def the_language_test_is_planned(course: Course) -> Iterator[Hit]:
    """The selection plans an Italian test for candidates who have no certificate.

    The standard makes the test compulsory at the selection, at the level it names.
    """
    language = course.standard.language
    if language and course.edition.selection.language_test is None:
        yield hit("selection", "language_test", level=language.level)


@rule(
    "S102",
    clause="access-language",
    severity=Severity.ERROR,
    it="La prova di lingua è il {test}, il corso comincia il {start}: la prova viene prima.",
    en="The language test is on {test}, the course begins on {start}: the test comes first.",
)
def the_language_test_comes_before_the_course(course: Course) -> Iterator[Hit]:
    """The Italian test takes place at the selection, before the course begins."""
    test = course.edition.selection.language_test
    if test and test >= course.edition.start:
        yield hit("selection", "language_test", test=test, start=course.edition.start)


@rule(
    "S103",
    clause="access-residence",
    severity=Severity.WARNING,
    it="I permessi di soggiorno valgono fino al {until}, il corso finisce il {end}: "
    "serve la domanda di rinnovo.",
    en="The residence permits are valid until {until}, the course ends on {end}: "
    "the application for renewal is needed.",
)
def residence_permits_last_as_long_as_the_course(course: Course) -> Iterator[Hit]:
    """Residence permits are valid for the whole course, where their end is given.

    The standard admits instead the proof that a renewal has been asked for, which only a
    person can see.
    """
    until, end = course.edition.selection.permits_until, course.edition.end
    if until and end and until < end:
        yield hit("selection", "permits_until", until=until, end=end)


@rule(
    "S104",
    clause=None,
    severity=Severity.WARNING,
    it="La selezione è il {date}, il corso comincia il {start}: la selezione viene prima.",
    en="The selection is on {date}, the course begins on {start}: the selection comes first.",
)
def the_selection_comes_before_the_course(course: Course) -> Iterator[Hit]:
    """Learners are selected before the first day of the course."""
    date = course.edition.selection.date
    if date and date >= course.edition.start:
        yield hit("selection", "date", date=date, start=course.edition.start)
