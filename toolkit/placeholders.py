"""Values that nobody has given yet: printed as visible placeholders, reported as notes.

A document prints ``[da completare: legale rappresentante]`` where a value of this table
is missing, and a rule reports the same place of the configuration, so that the two can
never disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from toolkit.model.course import Course
from toolkit.place import At
from toolkit.text import Text

OPENING, CLOSING = "\ue000", "\ue001"
"""Private-use characters around a placeholder; no configuration may contain them."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Stands for a value still to be given; false, and printed as a placeholder."""

    label: Text

    is_placeholder: ClassVar[bool] = True

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return f"{OPENING}da completare: {self.label.it}{CLOSING}"


@dataclass(frozen=True, slots=True)
class MissingValue:
    """One value not given: the place where it belongs and what it is."""

    path: str
    at: At
    label: Text


_ASKED: Mapping[str, Text] = {
    "provider.legal_form": Text(it="natura giuridica", en="legal form"),
    "provider.tax_code": Text(it="codice fiscale", en="tax code"),
    "provider.vat_number": Text(it="partita IVA", en="VAT number"),
    "provider.pec": Text(it="PEC", en="certified mail (PEC)"),
    "provider.phone": Text(it="telefono", en="telephone"),
    "provider.legal_representative": Text(it="legale rappresentante", en="legal representative"),
    "provider.accreditation.code": Text(it="codice di accreditamento", en="accreditation code"),
    "provider.accreditation.act": Text(it="atto di accreditamento", en="accreditation act"),
    "provider.staff.director": Text(it="direttore del corso", en="course director"),
    "provider.staff.coordinator": Text(it="coordinatore didattico", en="course coordinator"),
    "provider.staff.tutors": Text(it="tutor d'aula", en="classroom tutor"),
    "provider.trainers.*.title": Text(it="titolo di studio", en="educational title"),
    "provider.trainers.*.sector": Text(it="settore di esperienza", en="sector of experience"),
    "provider.trainers.*.experience_years": Text(it="anni di esperienza", en="years of experience"),
    "provider.rooms.*.area": Text(it="superficie", en="floor area"),
    "provider.rooms.*.capacity": Text(it="capienza", en="capacity"),
    "provider.rooms.*.accessible": Text(it="accessibilità", en="accessibility"),
    "provider.platform": Text(it="piattaforma per la FAD", en="distance-learning platform"),
    "provider.platform.tracking": Text(
        it="tracciamento della piattaforma", en="tracking of the platform"
    ),
    "cost_per_learner": Text(it="costo a carico di ogni allievo", en="cost per learner"),
    "selection.criteria": Text(it="criteri di selezione", en="selection criteria"),
    "selection.language_test": Text(
        it="data della prova di lingua italiana", en="date of the Italian language test"
    ),
    "assessment.evidence_kept": Text(
        it="luogo di conservazione delle evidenze", en="where evidence is kept"
    ),
    "internship.hosts": Text(it="soggetti ospitanti", en="internship hosts"),
    "internship.hosts.*.address": Text(it="sede del tirocinio", en="place of the internship"),
    "internship.hosts.*.tutor": Text(it="tutor aziendale", en="company tutor"),
    "internship.tutor": Text(it="tutor di tirocinio", en="internship tutor"),
    "internship.assessment": Text(
        it="valutazione del tirocinio", en="assessment of the internship"
    ),
    "funding.programme": Text(it="programma di finanziamento", en="funding programme"),
    "credits.*.act": Text(it="atto di riconoscimento", en="act of recognition"),
}


_STEPS = {path: tuple(path.split(".")) for path in _ASKED}


def placeholder(path: str) -> Missing:
    """Return the placeholder of *path*, written ``provider.trainers.*.title``."""
    return Missing(_ASKED[path])


NOT_DATED = Missing(Text(it="data, dal calendario", en="date, from the timetable"))
"""Stands for what only a complete timetable knows; seen in drafts alone."""


NOT_ADDRESSED = Missing(Text(it="destinatari della comunicazione", en="addressees of the notice"))
"""Stands for those a notice is sent to, which neither standard nor configuration name."""

NO_REASON = Missing(Text(it="motivo della variazione", en="reason for the variation"))
"""Stands for why a single lesson moved, which nobody has said."""


def missing_values(course: Course) -> tuple[MissingValue, ...]:
    """Return each value that the documents of *course* ask for and nobody has given."""
    return tuple(
        MissingValue(path, at, _ASKED[path])
        for path, steps in _STEPS.items()
        if _is_asked(path, course)
        for at in _empty_places(steps, course)
    )


def _is_asked(path: str, course: Course) -> bool:
    """Some values are asked for only by courses of a certain kind."""
    if path.startswith("internship."):
        return course.internship is not None
    if path.startswith("provider.platform"):
        return any(unit.plan.distance_hours for unit in course.all_units)
    if path == "funding.programme":
        return course.edition.funding.kind == "funded"
    if path == "selection.language_test":
        return course.standard.language is not None
    return True


def _empty_places(steps: tuple[str, ...], course: Course) -> Iterator[At]:
    if steps[0] == "internship":
        # The resolved internship exists even where the configuration does not name it.
        yield from (("internship", *at) for at in _empty(course.internship, steps[1:], ()))
    else:
        yield from _empty(course.edition, steps, ())


def _empty(value: object, steps: tuple[str, ...], at: At) -> Iterator[At]:
    for n, step in enumerate(steps):
        if value is None:
            yield (*at, *steps)
            return
        if isinstance(value, tuple):
            for place, each in enumerate(value):
                yield from _empty(each, steps[n + 1 :], (*at, *steps[:n], str(place)))
            return
        value = getattr(value, step)
    # A count of 0 and a «no» are answers; nothing and an empty list are not.
    if value is None or (isinstance(value, tuple) and not value):
        yield (*at, *steps)
