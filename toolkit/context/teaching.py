"""What a template may name of units, their assessment and the internship."""

from __future__ import annotations

from toolkit.context.subjects import Given, GivenDate, GivenTime
from toolkit.frozen import frozen


@frozen
class ItemContext:
    """A knowledge or skill, word for word, with its code."""

    code: str
    words: str
    is_skill: bool


@frozen
class TopicContext:
    """A subject of a unit."""

    title: str
    hours: float
    codes: tuple[str, ...]


@frozen
class EvidenceContext:
    """One row of a unit's grid."""

    code: str
    words: str
    is_skill: bool
    indicator: str
    tool: str
    weight: int
    """Percent of the unit's score; also its maximum points."""


@frozen
class UnitAssessmentContext:
    """The test that ends a unit."""

    kind: str
    hours: float
    threshold: int
    """Percent."""
    date: GivenDate
    start: GivenTime
    end: GivenTime
    trainer: Given
    evidence: tuple[EvidenceContext, ...]
    uncovered: tuple[str, ...]
    """Codes of knowledge and skills without evidence."""
    total_weight: int


@frozen
class UnitContext:
    """A unit of the standard, or one the provider adds."""

    code: str
    number: int
    title: str
    competence_unit: str
    """— where there is none."""
    is_additional: bool
    is_laboratory: bool
    """True where the standard asks for a laboratory."""
    min_hours: float
    """0 for an additional unit, as the maximum of distance hours."""
    max_distance_hours: float
    hours: float
    classroom_hours: float
    laboratory_hours: float
    presence_hours: float
    synchronous_hours: float
    asynchronous_hours: float
    distance_hours: float
    credit: str
    """The words of the standard; empty for an additional unit."""
    admits_credit: bool
    prerequisites: tuple[str, ...]
    """Codes of the units that come before."""
    knowledge: tuple[ItemContext, ...]
    skills: tuple[ItemContext, ...]
    topics: tuple[TopicContext, ...]
    methods: str
    """Empty where there are none besides the standard's."""
    equipment: tuple[str, ...]
    trainers: tuple[str, ...]
    """The trainers who teach it in the timetable; experts are marked."""
    rooms: tuple[str, ...]
    """The rooms where it is taught in the timetable."""
    first_day: GivenDate
    last_day: GivenDate
    assessment: UnitAssessmentContext
    credited: tuple[str, ...]
    """«Allievo A01: 15 ore (atto …)», one a recognised credit."""


@frozen
class HostContext:
    """A host of internships."""

    name: Given
    address: Given
    tutor: Given
    learners: int
    """0 where not said."""
    activities: str
    """Empty where not said."""


@frozen
class InternshipContext:
    """The internship."""

    hours: float
    min_hours: float
    max_hours: float
    start: GivenDate
    end: GivenDate
    hours_per_day: float
    weekdays: tuple[str, ...]
    after: tuple[str, ...]
    """Codes of the units that come before it."""
    follows_every_unit: bool
    hosts: tuple[HostContext, ...]
    tutor: Given
    assessment: Given


@frozen
class AdditionalUnitsContext:
    """The cap on additional units and the base it was computed on."""

    hours: float
    max_percent: int
    base_hours: float
    """The hours of the percentage: the standard's units as planned, internship apart."""
    max_hours: float
    is_admitted: bool


@frozen
class LevelContext:
    """A level of the assessment scale."""

    name: str
    min_score: int
    max_score: int
    descriptor: str


@frozen
class AssessmentContext:
    """The rules of assessment common to all units."""

    threshold: int
    levels: tuple[LevelContext, ...]
    boxes: str
    """A box to tick for each level."""
    retakes: int
    evidence_kept: Given
