"""Editions of a course that keep every rule of the standard they are of."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from generated_standards import WORDS, Data, as_standard, quarters
from hypothesis import strategies as st

from toolkit.finding import Finding, Severity, run
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.model.standard import LearningOutcomeUnit, Standard
from toolkit.resolve import resolve
from toolkit.rules.course import COURSE_RULES

WEEKS = (
    {"monday": "9:00-13:00"},
    {"tuesday": ["9:00-13:00", "14:00-18:00"], "thursday": "18:00-21:00 distance"},
    {"saturday": "8:30-12:45", "friday": "18:00-22:00"},
)


def as_course(standard: Data, edition: Data) -> Course:
    """Return the course of what is written of a standard and of an edition."""
    read = CourseEdition.model_validate(edition)
    return resolve(as_standard(standard), read.provider, read)


def found_in(course: Course, *, notes: bool = False) -> tuple[Finding, ...]:
    """Return what the rules find, but that the standard is invented."""
    found = run(COURSE_RULES, course, course.standard.clauses)
    return tuple(
        each
        for each in found
        if each.rule != "G104" and (notes or each.severity is not Severity.NOTE)
    )


@st.composite
def compliant_editions(draw: st.DrawFn, data: Data) -> Data:
    """Draw what is written of an edition that breaks no rule of the standard *data*."""
    standard = as_standard(data)
    start = draw(st.dates(standard.in_force.since, date(2030, 12, 31)))
    end = draw(st.none() | st.just(start + timedelta(days=draw(st.integers(0, 400)))))
    learners = draw(st.integers(2, 40))
    edition: Data = {
        "standard": standard.id,
        "code": "PROVA-1",
        "learners": learners,
        "start": start,
        "end": end,
        "week": draw(st.sampled_from(WEEKS)),
        "provider": draw(_providers(standard, learners, end)),
        "distance": draw(_DISTANCES),
        "assessment": draw(st.sampled_from([{}, {"threshold": 75}, {"hours": 1.5}])),
        "exam": {"date": draw(st.none() | st.just((end or start) + timedelta(days=1)))},
        "selection": {"language_test": draw(st.none() | st.just(start - timedelta(days=1)))},
        "units": {
            unit.code: draw(_choices(standard, unit))
            for unit in standard.units
            if draw(st.booleans())
        },
    }
    if standard.internship:
        limits = standard.internship
        edition["internship"] = {
            "hours": draw(quarters(limits.min_hours, limits.max_hours)),
            "hosts": [{"name": draw(NAMES), "learners": learners}],
        }
    if standard.additional_units and draw(st.booleans()):
        edition["additional_units"] = draw(_additional_units(data, edition))
    if standard.credits:
        edition["credits"] = draw(_credits(data, edition))
    return edition


NAMES = st.sampled_from(WORDS)
_DISTANCES = st.fixed_dictionaries(
    {"hours": st.sampled_from(["none", "maximum"]), "asynchronous": st.booleans()}
)


@st.composite
def _providers(draw: st.DrawFn, standard: Standard, learners: int, end: date | None) -> Data:
    count = draw(st.integers(1, 4))
    asked = standard.trainers
    experts = math.ceil(asked.min_expert_percent * count / 100) if asked else 0
    years = asked.min_experience_years if asked else 0
    trainers: list[Data] = [
        {
            "name": f"{draw(NAMES)} {number}",
            "expert": number < experts or draw(st.booleans()),
            "experience_years": years + draw(st.integers(0, 30)),
            "contract_until": draw(st.none() | st.just(end)),
        }
        for number in range(count)
    ]
    for trainer in trainers[1:]:
        taught = draw(st.sets(st.sampled_from([unit.code for unit in standard.units]), min_size=1))
        trainer["teaches"] = draw(st.none() | st.just({standard.id: sorted(taught)}))
    shares = [each.learners_per_pc for each in standard.equipment if each.learners_per_pc]
    pcs = [math.ceil(learners / share) for share in shares]
    return {
        "name": draw(NAMES),
        "seat": {"street": draw(NAMES), "town": "Chieti", "province": "CH"},
        "trainers": trainers,
        "rooms": [
            {"name": "Aula", "capacity": draw(st.none() | st.just(learners))},
            {"name": "Laboratorio", "kind": "laboratory", "pcs": max(pcs, default=0)},
        ],
        "closures": draw(st.sampled_from([[], ["2027-08-01..2027-08-31"]])),
    }


@st.composite
def _choices(draw: st.DrawFn, standard: Standard, unit: LearningOutcomeUnit) -> Data:
    hours = unit.min_hours + draw(quarters(0, 5))
    distance = draw(quarters(0, unit.max_distance_hours))
    choice: Data = {
        "hours": hours,
        "distance_hours": distance,
        "asynchronous_hours": draw(quarters(0, distance)),
        "assessment": draw(_assessments(unit, hours)),
    }
    if unit.number not in standard.laboratory_units:
        choice["laboratory_hours"] = draw(quarters(0, hours - distance))
    if draw(st.booleans()):
        codes = [item.code for item in unit.items]
        cut = draw(st.integers(0, len(codes)))
        choice["topics"] = [
            {"title": draw(NAMES), "covers": codes[:cut]},
            {"title": draw(NAMES), "covers": codes[cut:]},
        ]
    return choice


@st.composite
def _assessments(draw: st.DrawFn, unit: LearningOutcomeUnit, hours: float) -> Data:
    assessment: Data = {"hours": draw(quarters(0.25, hours - 0.25))}
    if draw(st.booleans()):
        rows = [{"covers": item.code, "weight": 1} for item in unit.items]
        rows[0]["weight"] = 101 - len(rows)
        assessment["evidence"] = draw(st.permutations(rows))
    return assessment


@st.composite
def _additional_units(draw: st.DrawFn, data: Data, edition: Data) -> list[Data]:
    course = as_course(data, edition)
    assert course.standard.additional_units
    most = math.floor(course.standard.additional_units.max_percent * course.unit_hours / 25) / 4
    if most < 2:
        return []
    hours = draw(quarters(2, most))
    distance = draw(quarters(0, hours))
    return [
        {
            "title": draw(NAMES),
            "hours": hours,
            "distance_hours": distance,
            "laboratory_hours": draw(quarters(0, hours - distance)),
            "contents": draw(st.lists(NAMES, min_size=1, max_size=3)),
        }
    ]


@st.composite
def _credits(draw: st.DrawFn, data: Data, edition: Data) -> list[Data]:
    course = as_course(data, edition)
    limits = course.standard.credits
    assert limits
    presence = sum(unit.plan.presence_hours for unit in course.units)
    most = math.floor(limits.attendance_max_percent * presence / 25) / 4
    found: list[Data] = []
    for unit in course.units:
        kind, hours = unit.outcome.credit.kind, unit.plan.hours
        if kind == "attendance":
            hours = draw(quarters(0, min(hours, most)))
        if kind != "none":
            found.append(
                {"learner": f"A{unit.code}", "kind": kind, "unit": unit.code, "hours": hours}
            )
    if limits.internship_max_percent:
        share = math.floor(limits.internship_max_percent * course.internship_hours / 25) / 4
        found.append({"learner": "A", "kind": "internship", "hours": draw(quarters(0, share))})
    return found


def with_unit(edition: Data, code: str, **choice: Any) -> None:
    """Write *choice* in what the edition says of a unit."""
    edition["units"][code] = {**edition["units"].get(code, {}), **choice}
