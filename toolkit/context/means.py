"""What a template may name of people, equipment and costs."""

from __future__ import annotations

from toolkit.context.subjects import Given, GivenNumber
from toolkit.frozen import frozen


@frozen
class PersonContext:
    """Someone of the staff."""

    name: Given
    title: str
    """Empty where not said."""
    experience_years: int
    """0 where not said."""


@frozen
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


@frozen
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


@frozen
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


@frozen
class CostContext:
    """A line of the financial plan."""

    item: str
    amount: float


@frozen
class CostCategoryContext:
    """A heading of the financial plan with its lines and their sum."""

    name: str
    costs: tuple[CostContext, ...]
    total: float
