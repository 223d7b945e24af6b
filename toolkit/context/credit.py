"""Recognised credit, attendance and the sheets of learners, as the documents show them."""

from __future__ import annotations

from toolkit.context.labels import CREDIT_KINDS
from toolkit.context.learning import (
    AttendanceContext,
    CreditContext,
    CreditsContext,
    LearnerContext,
    LearnerHoursContext,
    LearnerSheetContext,
    LearnerSheetRowContext,
)
from toolkit.model.course import Course
from toolkit.placeholders import placeholder
from toolkit.rules.credit import attendance_base, credit_by_learner


def credits_context(course: Course) -> CreditsContext:
    """Return the caps in hours, what was recognised and what it leaves each learner."""
    caps = course.standard.credits
    base = attendance_base(course)
    attendance = caps.attendance_max_percent if caps else 0
    internship = (caps.internship_max_percent or 0) if caps else 0
    units = course.standard.units
    return CreditsContext(
        is_admitted=caps is not None,
        attendance_max_percent=attendance,
        attendance_base_hours=base,
        attendance_max_hours=attendance * base / 100,
        internship_max_percent=internship,
        internship_max_hours=internship * course.internship_hours / 100,
        without_credit=tuple(unit.code for unit in units if unit.credit.kind == "none"),
        a_priori=tuple(unit.code for unit in units if unit.credit.kind == "a-priori"),
        recognised=tuple(
            CreditContext(
                learner=credit.learner,
                kind=CREDIT_KINDS[credit.kind],
                unit=credit.unit or "tirocinio",
                hours=credit.hours,
                act=credit.act or placeholder("credits.*.act"),
            )
            for credit in course.edition.credits
        ),
        learners=tuple(
            LearnerHoursContext(
                learner=each.learner,
                attendance_hours=each.attendance,
                a_priori_hours=each.a_priori,
                internship_hours=each.internship,
                remaining_hours=course.total_hours
                - (each.attendance + each.a_priori + each.internship),
            )
            for each in credit_by_learner(course)
        ),
    )


def attendance_context(course: Course) -> AttendanceContext:
    """Return the attendance that admits to the exam, in hours of the whole path."""
    percent = course.standard.exam.min_attendance_percent
    total = course.total_hours
    least = percent * total / 100
    return AttendanceContext(percent, total, least, total - least)


def learner_contexts(course: Course) -> tuple[LearnerContext, ...]:
    """Return one row for each learner; those with credit first, under their codes."""
    credited = list(dict.fromkeys(credit.learner for credit in course.edition.credits))
    codes = (credited + [""] * course.edition.learners)[
        : max(course.edition.learners, len(credited))
    ]
    return tuple(
        LearnerContext(
            number,
            code,
            tuple(
                dict.fromkeys(
                    credit.unit
                    for credit in course.edition.credits
                    if code and credit.learner == code and credit.unit
                )
            ),
        )
        for number, code in enumerate(codes, start=1)
    )


def learner_sheets(course: Course) -> tuple[LearnerSheetContext, ...]:
    """Return a blank sheet, then one for each learner with recognised credit."""
    credited = dict.fromkeys(credit.learner for credit in course.edition.credits)
    return tuple(_sheet(code, course) for code in ("", *credited))


def _sheet(learner: str, course: Course) -> LearnerSheetContext:
    return LearnerSheetContext(
        code=learner,
        rows=tuple(
            LearnerSheetRowContext(
                unit_code=unit.code,
                unit_title=unit.title,
                presence_hours=unit.plan.presence_hours,
                distance_hours=unit.plan.distance_hours,
                hours=unit.plan.hours,
                credit=_credit(learner, unit.code, course),
            )
            for unit in course.all_units
        ),
        internship_credit=sum(
            credit.hours
            for credit in course.edition.credits
            if learner and credit.learner == learner and credit.kind == "internship"
        ),
    )


def _credit(learner: str, unit: str, course: Course) -> str:
    acts = [
        f"riconosciuto ({credit.act})" if credit.act else "riconosciuto"
        for credit in course.edition.credits
        if learner and credit.learner == learner and credit.unit == unit
    ]
    return "; ".join(acts)
