"""Builds everything a template may name from a course, its timetable and its findings."""

from __future__ import annotations

from datetime import date

from toolkit.context.chart import chart_contexts, chart_legend
from toolkit.context.clauses import clauses_by_name, conformity
from toolkit.context.course import (
    additional_context,
    assessment_context,
    cost_categories,
    course_context,
    document_context,
    internship_context,
)
from toolkit.context.credit import (
    attendance_context,
    credits_context,
    learner_contexts,
    learner_sheets,
)
from toolkit.context.dates import timetable_context
from toolkit.context.occasions import names
from toolkit.context.people import staff_context, trainer_contexts
from toolkit.context.provider import equipment_context, provider_context, venue_context
from toolkit.context.standard import standard_context
from toolkit.context.tree import DossierContext
from toolkit.context.units import unit_contexts
from toolkit.context.variation import VariationContext
from toolkit.context.varying import variation_context
from toolkit.finding import Finding
from toolkit.model.course import Course
from toolkit.model.timetable import Timetable

__all__ = ["DossierContext", "VariationContext", "build_context", "names", "variation_context"]


def build_context(
    course: Course,
    timetable: Timetable,
    findings: tuple[Finding, ...],
    today: date,
    *,
    is_draft: bool = False,
    variation: VariationContext | None = None,
) -> DossierContext:
    """Return what the templates may name; the same arguments give the same context.

    Without a *variation* they are the documents of a dossier.
    """
    units = unit_contexts(course, timetable)
    trainers = trainer_contexts(course, timetable)
    rows = conformity(course, timetable, findings)
    categories = cost_categories(course)
    return DossierContext(
        document=document_context(course, today, is_draft=is_draft),
        standard=standard_context(course.standard),
        clauses=clauses_by_name(rows, course),
        conformity=rows,
        provider=provider_context(course),
        venue=venue_context(course),
        course=course_context(course, timetable),
        units=tuple(unit for unit in units if not unit.is_additional),
        additional_units=tuple(unit for unit in units if unit.is_additional),
        all_units=units,
        additional=additional_context(course),
        internship=internship_context(course, timetable),
        assessment=assessment_context(course),
        credits=credits_context(course),
        staff=staff_context(course, trainers),
        equipment=equipment_context(course),
        attendance=attendance_context(course),
        cost_categories=categories,
        cost_total=round(sum(category.total for category in categories), 2),
        timetable=timetable_context(course, timetable, trainers),
        charts=chart_contexts(course, timetable),
        chart_legend=chart_legend(course, timetable),
        learners=learner_contexts(course),
        learner_sheets=learner_sheets(course),
        annexes=course.edition.annexes,
        variation=variation,
    )
