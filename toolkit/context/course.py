"""The edition with its totals, and the parts that belong to the whole course."""

from __future__ import annotations

from datetime import date

from toolkit.context.dates import weeks_of
from toolkit.context.labels import DASH, FUNDING, WEEKDAYS
from toolkit.context.means import CostCategoryContext, CostContext
from toolkit.context.subjects import CourseContext, DocumentContext
from toolkit.context.teaching import (
    AdditionalUnitsContext,
    AssessmentContext,
    HostContext,
    InternshipContext,
    LevelContext,
)
from toolkit.model.course import Course
from toolkit.model.practice import Host
from toolkit.model.timetable import Timetable
from toolkit.placeholders import NOT_DATED, placeholder


def document_context(course: Course, today: date, *, is_draft: bool) -> DocumentContext:
    """Return what the documents say of themselves."""
    info = course.edition.document
    return DocumentContext(
        version=info.version,
        date=info.date or today,
        place=info.place or course.provider.seat.town,
        is_draft=is_draft,
    )


def course_context(course: Course, timetable: Timetable) -> CourseContext:
    """Return the edition and its totals, counted on the plan that the timetable keeps."""
    edition, plans = course.edition, [unit.plan for unit in course.all_units]
    days = {lesson.day for lesson in timetable.lessons} | {d.day for d in timetable.internship}
    selection, language = edition.selection, course.standard.language
    cost = edition.cost_per_learner
    return CourseContext(
        code=edition.code,
        title=course.title,
        edition=edition.edition,
        learners=edition.learners,
        funding=FUNDING[edition.funding.kind],
        is_funded=edition.funding.kind == "funded",
        programme=edition.funding.programme or placeholder("funding.programme"),
        cost_per_learner=placeholder("cost_per_learner") if cost is None else cost,
        start=min(days, default=edition.start),
        end=max(days, default=edition.start),
        days=len(days),
        weeks=len(weeks_of(days)),
        classroom_hours=sum(plan.classroom_hours for plan in plans),
        laboratory_hours=sum(plan.laboratory_hours for plan in plans),
        synchronous_hours=sum(plan.synchronous_hours for plan in plans),
        asynchronous_hours=sum(plan.asynchronous_hours for plan in plans),
        distance_hours=sum(plan.distance_hours for plan in plans),
        presence_hours=sum(plan.presence_hours for plan in plans),
        unit_hours=course.unit_hours,
        additional_hours=course.additional_hours,
        training_hours=course.training_hours,
        internship_hours=course.internship_hours,
        total_hours=course.total_hours,
        context=edition.context or "",
        profile=edition.profile or "",
        outlets=edition.outlets or "",
        methods=edition.methods or "",
        selection_date=selection.date,
        selection_criteria=selection.criteria or placeholder("selection.criteria"),
        language_level=language.level if language else "",
        language_test=selection.language_test or placeholder("selection.language_test"),
    )


def internship_context(course: Course, timetable: Timetable) -> InternshipContext | None:
    """Return the internship, or nothing where the course has none."""
    internship, limits = course.internship, course.standard.internship
    if internship is None:
        return None
    days = [each.day for each in timetable.internship]
    every_unit = {unit.code for unit in course.units}
    return InternshipContext(
        hours=internship.hours,
        min_hours=limits.min_hours if limits else 0.0,
        max_hours=limits.max_hours if limits else 0.0,
        start=min(days, default=NOT_DATED),
        end=max(days, default=NOT_DATED),
        hours_per_day=internship.hours_per_day,
        weekdays=tuple(WEEKDAYS[weekday] for weekday in internship.weekdays),
        after=internship.after,
        follows_every_unit=set(internship.after) == every_unit,
        hosts=tuple(_host(host) for host in internship.hosts) or (_NO_HOST,),
        tutor=internship.tutor.name if internship.tutor else placeholder("internship.tutor"),
        assessment=internship.assessment or placeholder("internship.assessment"),
    )


_NO_HOST = HostContext(
    name=placeholder("internship.hosts"),
    address=DASH,
    tutor=DASH,
    learners=0,
    activities="",
)


def _host(host: Host) -> HostContext:
    return HostContext(
        name=host.name,
        address=str(host.address) if host.address else placeholder("internship.hosts.*.address"),
        tutor=host.tutor or placeholder("internship.hosts.*.tutor"),
        learners=host.learners or 0,
        activities=host.activities or "",
    )


def additional_context(course: Course) -> AdditionalUnitsContext:
    """Return the cap on additional units and the base it was computed on."""
    cap = course.standard.additional_units
    percent = cap.max_percent if cap else 0
    return AdditionalUnitsContext(
        hours=course.additional_hours,
        max_percent=percent,
        base_hours=course.unit_hours,
        max_hours=percent * course.unit_hours / 100,
        is_admitted=cap is not None,
    )


def assessment_context(course: Course) -> AssessmentContext:
    """Return the rules of assessment; each level ends where the next begins."""
    rules = course.edition.assessment
    ends = [level.min_score - 1 for level in rules.levels[1:]] + [100]
    return AssessmentContext(
        threshold=rules.threshold,
        levels=tuple(
            LevelContext(level.name, level.min_score, end, level.descriptor)
            for level, end in zip(rules.levels, ends, strict=True)
        ),
        boxes=" ".join(f"☐\N{NO-BREAK SPACE}L{n}" for n, _ in enumerate(rules.levels, start=1)),
        retakes=rules.retakes,
        evidence_kept=rules.evidence_kept or placeholder("assessment.evidence_kept"),
    )


def cost_categories(course: Course) -> tuple[CostCategoryContext, ...]:
    """Return the financial plan by category, in the order each is first named."""
    names = dict.fromkeys(cost.category for cost in course.edition.financial_plan)
    return tuple(
        CostCategoryContext(
            name,
            tuple(
                CostContext(cost.item, cost.amount)
                for cost in course.edition.financial_plan
                if cost.category == name
            ),
            round(sum(c.amount for c in course.edition.financial_plan if c.category == name), 2),
        )
        for name in names
    )
