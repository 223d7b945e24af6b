"""Everything that a template may name, as a tree of frozen values.

A template reaches these names and no others: ``{{ provider.name }}``. Numbers and dates
are plain values that a filter writes in Italian (``| hours``, ``| date``); the words of
the standard are the published ones. A value not given yet is a placeholder: it counts as
false and prints as ``[da completare: …]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from toolkit.context.calendar import ChartContext, ChartLegendContext, TimetableContext
from toolkit.placeholders import Missing

Given = str | Missing
GivenDate = date | Missing
GivenTime = time | Missing
GivenNumber = float | Missing


@dataclass(frozen=True, slots=True)
class ClauseContext:
    """One clause of the standard: what it asks, what the course has, what comes of it."""

    key: str
    citation: str
    """The section: ``§4``."""
    words: str
    """The requirement in the standard's own words; empty, as the section, where absent."""
    value: str
    """What this course has, in Italian."""
    outcome: str
    """conforme, non conforme, da verificare or non applicabile."""
    note: str
    """What to do, or why the clause does not apply; empty where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What a document says of itself."""

    version: str
    date: date
    place: str
    """Where it is signed: the town of the seat unless given."""
    is_draft: bool


@dataclass(frozen=True, slots=True)
class CompetenceRowContext:
    """One row of the table of §1; *competence_unit* is — where there is none."""

    competence_unit: str
    is_first: bool
    """True on the first row of its competence unit, where the title is printed."""
    unit_code: str
    unit_number: int
    unit_title: str


@dataclass(frozen=True, slots=True)
class StandardContext:
    """The region's minimum standard."""

    id: str
    version: date
    region: str
    qualification: str
    eqf_level: int
    act: str
    """The act as the standard cites it."""
    act_kind: str
    act_number: str
    act_date: date
    is_fictitious: bool
    access: tuple[str, ...]
    """The access requirements, a paragraph each, word for word."""
    access_citation: str
    competence_rows: tuple[CompetenceRowContext, ...]
    methodology: tuple[str, ...]
    """The paragraphs on methodology, word for word."""
    min_hours: float
    """Total minimum hours, the internship apart."""
    max_distance_hours: float
    prerequisites: tuple[str, ...]
    """The paragraphs on prerequisites, word for word."""
    transcription_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderContext:
    """The training provider."""

    name: str
    legal_form: Given
    tax_code: Given
    vat_number: Given
    seat: str
    town: str
    pec: Given
    email: str
    """Empty where there is none."""
    phone: Given
    website: str
    """Empty where there is none."""
    legal_representative: Given
    accreditation_code: Given
    accreditation_act: Given
    has_logo: bool
    platform: Given
    platform_tracking: Given
    platform_address: str
    """Empty where there is none."""


@dataclass(frozen=True, slots=True)
class RoomContext:
    """A room or laboratory."""

    name: str
    kind: str
    """aula or laboratorio."""
    area: GivenNumber
    """m²."""
    capacity: GivenNumber
    """Learners."""
    pcs: int
    accessible: Given
    """sì or no."""
    is_laboratory: bool


@dataclass(frozen=True, slots=True)
class VenueContext:
    """Where the course takes place."""

    name: str
    address: str
    town: str
    rooms: tuple[RoomContext, ...]


@dataclass(frozen=True, slots=True)
class CourseContext:
    """The edition and its totals."""

    code: str
    title: str
    edition: str
    learners: int
    funding: str
    """autofinanziato or finanziato."""
    is_funded: bool
    programme: Given
    cost_per_learner: GivenNumber
    """Euro."""
    start: date
    """The first lesson."""
    end: date
    """The last lesson or day of internship."""
    days: int
    """Days with lessons or internship."""
    weeks: int
    """Weeks with lessons or internship."""
    classroom_hours: float
    laboratory_hours: float
    synchronous_hours: float
    asynchronous_hours: float
    distance_hours: float
    presence_hours: float
    unit_hours: float
    """Hours of the standard's units."""
    additional_hours: float
    training_hours: float
    """Units and additional units, the internship apart."""
    internship_hours: float
    total_hours: float
    context: str
    """Empty where there is none, as the next two."""
    profile: str
    outlets: str
    methods: str
    """Empty where there are none besides the standard's."""
    selection_date: date | None
    """None where no date is planned."""
    selection_criteria: Given
    language_level: str
    """Empty where the standard asks for none."""
    language_test: GivenDate


@dataclass(frozen=True, slots=True)
class ItemContext:
    """A knowledge or skill, word for word, with its code."""

    code: str
    words: str
    is_skill: bool


@dataclass(frozen=True, slots=True)
class TopicContext:
    """A subject of a unit."""

    title: str
    hours: float
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceContext:
    """One row of a unit's grid."""

    code: str
    words: str
    is_skill: bool
    indicator: str
    tool: str
    weight: int
    """Percent of the unit's score; also its maximum points."""


@dataclass(frozen=True, slots=True)
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
    total_weight: int


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class HostContext:
    """A host of internships."""

    name: Given
    address: Given
    tutor: Given
    learners: int
    """0 where not said."""
    activities: str
    """Empty where not said."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class AdditionalUnitsContext:
    """The cap on additional units and the base it was computed on."""

    hours: float
    max_percent: int
    base_hours: float
    """The hours of the percentage: the standard's units as planned, internship apart."""
    max_hours: float
    is_admitted: bool


@dataclass(frozen=True, slots=True)
class LevelContext:
    """A level of the assessment scale."""

    name: str
    min_score: int
    max_score: int
    descriptor: str


@dataclass(frozen=True, slots=True)
class AssessmentContext:
    """The rules of assessment common to all units."""

    threshold: int
    levels: tuple[LevelContext, ...]
    retakes: int
    evidence_kept: Given


@dataclass(frozen=True, slots=True)
class CreditContext:
    """Credit recognised to one learner."""

    learner: str
    kind: str
    unit: str
    """The unit's code, or «tirocinio»."""
    hours: float
    act: Given


@dataclass(frozen=True, slots=True)
class LearnerHoursContext:
    """What credit leaves a learner to attend."""

    learner: str
    attendance_hours: float
    """Credit of attendance."""
    a_priori_hours: float
    internship_hours: float
    remaining_hours: float


@dataclass(frozen=True, slots=True)
class CreditsContext:
    """Credits: the caps in hours and what was recognised."""

    is_admitted: bool
    attendance_max_percent: int
    attendance_base_hours: float
    """Classroom and laboratory hours."""
    attendance_max_hours: float
    internship_max_percent: int
    internship_max_hours: float
    without_credit: tuple[str, ...]
    """Codes of the units that admit no attendance credit."""
    a_priori: tuple[str, ...]
    """Codes of the units with a-priori credit."""
    recognised: tuple[CreditContext, ...]
    learners: tuple[LearnerHoursContext, ...]


@dataclass(frozen=True, slots=True)
class PersonContext:
    """Someone of the staff."""

    name: Given
    title: str
    """Empty where not said."""
    experience_years: int
    """0 where not said."""


@dataclass(frozen=True, slots=True)
class TrainerContext:
    """A trainer who teaches in the timetable."""

    name: str
    title: Given
    sector: Given
    experience_years: GivenNumber
    is_expert: bool
    units: tuple[str, ...]
    """Codes of the units taught."""
    hours: float


@dataclass(frozen=True, slots=True)
class StaffContext:
    """Who works in the course."""

    director: PersonContext
    coordinator: PersonContext
    tutors: tuple[PersonContext, ...]
    trainers: tuple[TrainerContext, ...]
    expert_count: int
    expert_percent: float
    """Of the trainers who teach, by heads."""
    expert_hours: float
    expert_hours_percent: float
    min_expert_percent: int
    """0 where the standard asks for none, as the next."""
    min_experience_years: int


@dataclass(frozen=True, slots=True)
class EquipmentContext:
    """The minimum equipment and what the provider has."""

    required: tuple[str, ...]
    """The standard's words."""
    available: tuple[str, ...]
    pcs_needed: int
    """0 where the standard does not count PCs."""
    pcs_available: int
    """In the best-equipped laboratory the course may use."""
    learners_per_pc: int


@dataclass(frozen=True, slots=True)
class AttendanceContext:
    """The attendance that admits to the exam."""

    min_percent: int
    total_hours: float
    """Hours of the whole path, internship included."""
    min_hours: float
    max_absence_hours: float


@dataclass(frozen=True, slots=True)
class CostContext:
    """A line of the financial plan."""

    item: str
    amount: float


@dataclass(frozen=True, slots=True)
class CostCategoryContext:
    """A heading of the financial plan with its lines and their sum."""

    name: str
    costs: tuple[CostContext, ...]
    total: float


@dataclass(frozen=True, slots=True)
class LearnerContext:
    """A row of the class overview: learners are numbers, never names."""

    number: int
    code: str
    """The code under which credit was recognised, else empty."""
    credited_units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LearnerSheetContext:
    """A learner's sheet: blank, or of a learner with recognised credit."""

    code: str
    """Empty on the blank sheet."""
    rows: tuple[LearnerSheetRowContext, ...]
    internship_credit: float


@dataclass(frozen=True, slots=True)
class LearnerSheetRowContext:
    """One unit of a learner's sheet."""

    unit_code: str
    unit_title: str
    presence_hours: float
    distance_hours: float
    hours: float
    credit: str
    """«riconosciuto (atto …)» or empty."""


@dataclass(frozen=True, slots=True)
class DossierContext:
    """The root: each field is a name that templates may use."""

    document: DocumentContext
    standard: StandardContext
    clauses: Mapping[str, ClauseContext]
    """By key with underscores: ``clauses.distance_hours``; absent ones are non applicabile."""
    conformity: tuple[ClauseContext, ...]
    """Every clause in the order of the standard."""
    provider: ProviderContext
    venue: VenueContext
    course: CourseContext
    units: tuple[UnitContext, ...]
    additional_units: tuple[UnitContext, ...]
    all_units: tuple[UnitContext, ...]
    additional: AdditionalUnitsContext
    internship: InternshipContext | None
    assessment: AssessmentContext
    credits: CreditsContext
    staff: StaffContext
    equipment: EquipmentContext
    attendance: AttendanceContext
    cost_categories: tuple[CostCategoryContext, ...]
    cost_total: float
    timetable: TimetableContext
    charts: tuple[ChartContext, ...]
    chart_legend: tuple[ChartLegendContext, ...]
    learners: tuple[LearnerContext, ...]
    learner_sheets: tuple[LearnerSheetContext, ...]
    annexes: tuple[str, ...]
