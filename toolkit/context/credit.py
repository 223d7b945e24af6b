"""Recognised credit, attendance and the sheets of learners, as the documents show them."""

from __future__ import annotations

from toolkit.agreement import printed
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
from toolkit.model.assessing import RecognisedCredit
from toolkit.model.course import Course
from toolkit.placeholders import placeholder
from toolkit.rules.credit import attendance_base, credit_by_learner
from toolkit.text import written


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
        _row(number, code, _of_learner(code, course)) for number, code in enumerate(codes, start=1)
    )


def _row(number: int, learner: str, own: tuple[RecognisedCredit, ...]) -> LearnerContext:
    return LearnerContext(
        number,
        learner,
        tuple(dict.fromkeys(credit.unit for credit in own if credit.unit)),
        any(credit.kind == "internship" for credit in own),
    )


def learner_sheets(course: Course) -> tuple[LearnerSheetContext, ...]:
    """Return a blank sheet, then one for each learner with recognised credit."""
    credited = dict.fromkeys(credit.learner for credit in course.edition.credits)
    return tuple(_sheet(code, course) for code in ("", *credited))


def _sheet(learner: str, course: Course) -> LearnerSheetContext:
    own = _of_learner(learner, course)
    internship = tuple(credit for credit in own if credit.kind == "internship")
    return LearnerSheetContext(
        code=learner,
        rows=tuple(
            LearnerSheetRowContext(
                unit_code=unit.code,
                unit_title=unit.title,
                presence_hours=unit.plan.presence_hours,
                distance_hours=unit.plan.distance_hours,
                hours=unit.plan.hours,
                credit=_recognised(of_unit, unit.plan.hours),
                is_covered=_covers(of_unit, unit.plan.hours),
            )
            for unit in course.all_units
            for of_unit in [tuple(credit for credit in own if credit.unit == unit.code)]
        ),
        internship_credit=sum(credit.hours for credit in internship),
        internship_recognised=_recognised(internship, course.internship_hours),
        internship_is_covered=_covers(internship, course.internship_hours),
    )


def _of_learner(learner: str, course: Course) -> tuple[RecognisedCredit, ...]:
    """Return the credit of *learner*; a learner without a code has none."""
    return tuple(
        credit for credit in course.edition.credits if learner and credit.learner == learner
    )


def _covers(own: tuple[RecognisedCredit, ...], hours: float) -> bool:
    return bool(own) and sum(credit.hours for credit in own) >= hours


def _recognised(own: tuple[RecognisedCredit, ...], hours: float) -> str:
    """Return what *own* recognise of so many *hours*, with their acts; empty without any.

    Credit for a part leaves the rest to attend and the test to pass: its hours are told.
    """
    if not own:
        return ""
    told = "riconosciuto"
    if not _covers(own, hours):
        part = written(sum(credit.hours for credit in own), "it")
        told = printed(f"riconosciute {part} ore su {written(hours, 'it')}")
    acts = "; ".join(dict.fromkeys(credit.act for credit in own if credit.act))
    return f"{told} ({acts})" if acts else told
