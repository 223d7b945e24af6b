"""What common sense adds to a standard: bearable hours, privacy, acts still in force."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.course import Course
from toolkit.model.planning import Planning
from toolkit.model.provider import Provider
from toolkit.model.record import Record
from toolkit.place import At
from toolkit.text import Text


@rule(
    "G107",
    clause=None,
    severity=Severity.WARNING,
    it="Il corso ammette {hours} ore di lezione {period}; di solito sono al massimo {usual}.",
    en="The course allows {hours} hours of lessons {period}; usually there are {usual} at most.",
)
def days_and_weeks_are_of_a_length_that_learners_bear(course: Course) -> Iterator[Hit]:
    """The course asks no more hours of a day or a week than a course usually does.

    What is usual is what holds when nothing is written.
    """
    for key, period in _PERIODS.items():
        hours, limit = getattr(course.edition.planning, key), getattr(_USUAL, key)
        if hours > limit:
            yield hit("planning", key, hours=hours, period=period, usual=limit)


_USUAL = Planning()

_PERIODS = {
    "max_hours_per_day": Text(it="al giorno", en="a day"),
    "max_hours_per_week": Text(it="la settimana", en="a week"),
}


@rule(
    "G108",
    clause=None,
    severity=Severity.WARNING,
    it="«{learner}» sembra il nome di una persona: indica gli allievi con un codice, "
    "per esempio A01.",
    en="“{learner}” looks like the name of a person: call learners by a code, for example A01.",
)
def learners_are_called_by_a_code(course: Course) -> Iterator[Hit]:
    """A learner with recognised credit is called by a code, never by name.

    Nobody asks for the names of learners: the dossier goes through many hands.
    """
    for n, credit in enumerate(course.edition.credits):
        if _A_NAME.fullmatch(credit.learner):
            yield hit("credits", str(n), "learner", learner=credit.learner)


_A_NAME = re.compile(r"[^\W\d_]['’.\w]*(?: [^\W\d_]['’.\w]*)+")
"""Two words or more, each of which begins with a letter."""


@rule(
    "G109",
    clause=None,
    severity=Severity.WARNING,
    it="Il testo contiene il codice fiscale di una persona, che nessuno chiede: toglilo.",
    en="The text contains the codice fiscale of a person, which nobody asks for: take it out.",
)
def texts_hold_no_tax_code_of_a_person(course: Course) -> Iterator[Hit]:
    """No text of the configuration contains a person's codice fiscale.

    Those of the provider and of trainers have a key of their own.
    """
    edition = course.edition
    # Sought in all that is written at once: hardly any course has one, and there are many texts.
    own = edition.model_dump_json(exclude={"provider"}, exclude_unset=True)
    if _ENDS_LIKE_ONE.search(own) or _may_hold_one(edition.provider):
        for at, text in _texts(edition, ()):
            if at[-1] != "tax_code" and _TAX_CODE.search(text):
                yield hit(*at)


# The courses of a provider come in a row.
@functools.lru_cache(maxsize=8)
def _may_hold_one(provider: Provider) -> bool:
    return bool(_ENDS_LIKE_ONE.search(provider.model_dump_json(exclude_unset=True)))


_TAX_CODE = re.compile(
    r"\b[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]\b", re.IGNORECASE | re.ASCII
)
_ENDS_LIKE_ONE = re.compile(r"\d\d[A-Za-z]\d\d[A-Za-z]\d{3}[A-Za-z]", re.ASCII)


def _texts(value: object, at: At) -> Iterator[tuple[At, str]]:
    """Yield each text inside *value*, of a length to hold a tax code, with its place."""
    match value:
        case str():
            if len(value) >= 16:
                yield at, value
        case Record():
            for key, inner in value:
                yield from _texts(inner, (*at, key))
        case dict():
            for key, inner in value.items():
                yield from _texts(inner, (*at, str(key)))
        case tuple():
            for n, inner in enumerate(value):
                yield from _texts(inner, (*at, str(n)))


@rule(
    "G111",
    clause=None,
    severity=Severity.NOTE,
    it="{at}: lo standard cita «{words}», atto poi sostituito ({by}, {date}): "
    "verifica con la Regione che cosa vale ora.",
    en="{at}: the standard cites “{words}”, an act replaced since ({by}, {date}): "
    "verify with the region what holds now.",
)
def the_acts_that_the_standard_cites_are_in_force(course: Course) -> Iterator[Hit]:
    """The acts that the standard cites are still in force when the course begins.

    The standard's own words stay as they are; what holds in their place is for a person to
    verify.
    """
    for each in course.standard.superseded_acts:
        if each.date <= course.edition.start:
            yield hit(
                "standard",
                at=each.at,
                words=each.words,
                by=each.by,
                date=each.date,
            )
