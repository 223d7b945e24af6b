"""A course with every reference looked up and every default filled in.

`resolve` makes it; rules, planner and context read it. Nothing here reads the world.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolkit.frozen import frozen
from toolkit.model.choices import TestKind
from toolkit.model.dayoff import DayOff
from toolkit.model.edition import CourseEdition
from toolkit.model.moments import YearDay
from toolkit.model.practice import Host
from toolkit.model.provider import Address, Person, Provider, Room, Trainer
from toolkit.model.standard import Standard
from toolkit.model.units import Credit, Item, LearningOutcomeUnit


@frozen
class PlannedTopic:
    """A subject of a unit with its hours and the codes of the items it covers."""

    title: str
    hours: float
    covers: tuple[str, ...]


@frozen
class PlannedEvidence:
    """One row of a unit's grid: the item it assesses, how, and its weight out of 100."""

    item: Item
    indicator: str
    tool: TestKind
    weight: int


@frozen
class PlannedAssessment:
    """The test that ends a unit; its hours are part of the unit's."""

    kind: TestKind
    hours: float
    threshold: int
    evidence: tuple[PlannedEvidence, ...]


@frozen
class UnitPlan:
    """How the hours of a unit are given, by whom and where.

    `hours` is the whole; the four modes below add up to it unless a rule says not.
    """

    hours: float
    classroom_hours: float
    laboratory_hours: float
    synchronous_hours: float
    asynchronous_hours: float
    trainers: tuple[Trainer, ...]
    rooms: tuple[Room, ...]
    topics: tuple[PlannedTopic, ...]
    methods: str | None
    equipment: tuple[str, ...]
    assessment: PlannedAssessment

    @property
    def distance_hours(self) -> float:
        return self.synchronous_hours + self.asynchronous_hours

    @property
    def presence_hours(self) -> float:
        return self.classroom_hours + self.laboratory_hours

    @property
    def teaching_hours(self) -> float:
        """The hours that its topics fill: all but those of the test at the end."""
        return max(self.hours - self.assessment.hours, 0.0)


@frozen
class CourseUnit:
    """A unit of the standard as this course gives it."""

    outcome: LearningOutcomeUnit
    competence_unit: str | None
    prerequisites: tuple[str, ...]
    """Codes of the units to be completed before this one begins."""
    is_laboratory: bool
    plan: UnitPlan

    @property
    def code(self) -> str:
        return self.outcome.code

    @property
    def number(self) -> int:
        return self.outcome.number

    @property
    def title(self) -> str:
        return self.outcome.title

    @property
    def min_hours(self) -> float:
        return self.outcome.min_hours

    @property
    def max_distance_hours(self) -> float:
        return self.outcome.max_distance_hours

    @property
    def credit(self) -> Credit | None:
        return self.outcome.credit

    @property
    def items(self) -> tuple[Item, ...]:
        return self.outcome.items


@dataclass(frozen=True, slots=True)
class ExtraUnit:
    """A unit the provider adds; its code is ``AGG01`` and so on.

    The standard says nothing of it: no minimum, no limit of its own, no credit.
    """

    number: int
    title: str
    contents: tuple[str, ...]
    items: tuple[Item, ...]
    plan: UnitPlan

    @property
    def code(self) -> str:
        return f"AGG{self.number:02d}"

    @property
    def competence_unit(self) -> None:
        return None

    @property
    def prerequisites(self) -> tuple[str, ...]:
        return ()

    @property
    def is_laboratory(self) -> bool:
        return False

    @property
    def min_hours(self) -> float:
        return 0.0

    @property
    def max_distance_hours(self) -> float:
        return 0.0

    @property
    def credit(self) -> Credit | None:
        return None


AnyUnit = CourseUnit | ExtraUnit


@dataclass(frozen=True, slots=True)
class PlannedInternship:
    """The internship as this course gives it."""

    hours: float
    hours_per_day: float
    hours_per_week: float | None
    """The hours at most in a week, Monday to Sunday."""
    weekdays: tuple[int, ...]
    """Weekdays as `date.weekday` counts them: 0 is Monday."""
    start: date | None
    after: tuple[str, ...]
    """Codes of the units that come before it."""
    hosts: tuple[Host, ...]
    tutor: Person | None
    assessment: str | None


@dataclass(frozen=True, slots=True)
class CourseVenue:
    """Where the course takes place, with the rooms it may use."""

    name: str | None
    address: Address
    rooms: tuple[Room, ...]
    patron_saint: YearDay | None


@dataclass(frozen=True, slots=True)
class Course:
    """Everything known about one edition before its lessons have dates."""

    standard: Standard
    provider: Provider
    edition: CourseEdition
    title: str
    venue: CourseVenue
    units: tuple[CourseUnit, ...]
    additional_units: tuple[ExtraUnit, ...]
    internship: PlannedInternship | None
    days_off: tuple[DayOff, ...]
    """Public holidays, the patron saint and closures, over the years the course may last."""
    superseded_by: str | None = None
    """The newer version of the standard that is in force when the course begins, if any."""

    @property
    def all_units(self) -> tuple[AnyUnit, ...]:
        """The units of the standard in its order, then the additional ones."""
        return (*self.units, *self.additional_units)

    @property
    def unit_hours(self) -> float:
        """Hours of the standard's units, internship and additional units apart."""
        return sum(unit.plan.hours for unit in self.units)

    @property
    def additional_hours(self) -> float:
        return sum(unit.plan.hours for unit in self.additional_units)

    @property
    def training_hours(self) -> float:
        """All hours but the internship's."""
        return self.unit_hours + self.additional_hours

    @property
    def internship_hours(self) -> float:
        return self.internship.hours if self.internship else 0.0

    @property
    def total_hours(self) -> float:
        """All hours of the course, internship included."""
        return self.training_hours + self.internship_hours

    def unit(self, code: str) -> AnyUnit:
        """Return the unit with that code; raises `KeyError` if the course has none."""
        for each in self.all_units:
            if each.code == code:
                return each
        raise KeyError(code)
