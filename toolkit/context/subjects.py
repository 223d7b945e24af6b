"""What a template may name of the standard, the provider, the venue and the course."""

from __future__ import annotations

from datetime import date, time

from toolkit.frozen import frozen
from toolkit.placeholders import Missing

Given = str | Missing


GivenDate = date | Missing


GivenTime = time | Missing


GivenNumber = float | Missing


@frozen
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


@frozen
class DocumentContext:
    """What a document says of itself."""

    version: str
    date: date
    place: str
    """Where it is signed: the town of the seat unless given."""
    is_draft: bool


@frozen
class CompetenceRowContext:
    """One row of the table of §1; *competence_unit* is — where there is none."""

    competence_unit: str
    is_first: bool
    """True on the first row of its competence unit, where the title is printed."""
    unit_code: str
    unit_number: int
    unit_title: str


@frozen
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


@frozen
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


@frozen
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


@frozen
class VenueContext:
    """Where the course takes place."""

    name: str
    address: str
    town: str
    rooms: tuple[RoomContext, ...]


@frozen
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
