"""Everything that a template may name, as a tree of frozen values.

A template reaches these names and no others: ``{{ provider.name }}``. Numbers and dates
are plain values that a filter writes in Italian (``| hours``, ``| date``); the words of
the standard are the published ones. A value not given yet is a placeholder: it counts as
false and prints as ``[da completare: …]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.context.calendar import ChartContext, ChartLegendContext, TimetableContext
from toolkit.context.learning import (
    AttendanceContext,
    CreditsContext,
    LearnerContext,
    LearnerSheetContext,
)
from toolkit.context.means import CostCategoryContext, EquipmentContext, StaffContext
from toolkit.context.subjects import (
    ClauseContext,
    CourseContext,
    DocumentContext,
    ProviderContext,
    StandardContext,
    VenueContext,
)
from toolkit.context.teaching import (
    AdditionalUnitsContext,
    AssessmentContext,
    InternshipContext,
    UnitContext,
)
from toolkit.context.variation import VariationContext


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
    variation: VariationContext | None
    """What a notice is about; nothing in the documents of a dossier."""
