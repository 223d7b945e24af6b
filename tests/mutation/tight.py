"""A course at the edge of every limit of a standard: one step more, or less, breaks it."""

from __future__ import annotations

import math
from typing import Any

from toolkit.model.edition import CourseEdition
from toolkit.model.provider import RoomKind
from toolkit.model.standard import Standard
from toolkit.model.units import LearningOutcomeUnit

Data = dict[str, Any]

PCS = 4
LEARNERS_OF_NO_PC = 8
HOURS = {"9:00-13:00", "14:00-18:00"}


def tight_edition(standard: Standard, internship: float) -> Data:
    """Return what is written of the course, its *internship* of the hours given.

    Nothing is left to defaults that come from the standard: a change of the standard
    leaves the course as it is.
    """
    units = {unit.code: tight_unit(unit, standard) for unit in standard.units}
    edition: Data = {
        "standard": standard.reference,
        "code": "AL-LIMITE",
        "learners": _learners(standard),
        "start": "2027-01-11",
        "week": {day: sorted(HOURS) for day in ("monday", "tuesday", "wednesday", "thursday")},
        "units": units,
        "additional_units": _additional_units(standard),
        "credits": _credits(standard, internship),
        "provider": {
            "name": "Ente di prova",
            "seat": {"street": "Via", "town": "Pescara", "province": "PE"},
            "trainers": _trainers(standard),
            "rooms": [
                {"name": "Aula", "capacity": _learners(standard)},
                {"name": "Laboratorio", "kind": RoomKind.LABORATORY, "pcs": PCS},
            ],
        },
    }
    if standard.language:
        edition["selection"] = {"language_test": "2027-01-10"}
    if standard.internship:
        edition["internship"] = {"hours": internship, "hours_per_day": 8}
    return edition


def tight_unit(unit: LearningOutcomeUnit, standard: Standard) -> Data:
    """Return a unit at its limits: the least hours, the most of them at a distance."""
    presence = unit.min_hours - unit.max_distance_hours
    return {
        "hours": unit.min_hours,
        "distance_hours": unit.max_distance_hours,
        "asynchronous_hours": 0,
        "laboratory_hours": presence if unit.number in standard.laboratory_units else 0,
        "topics": [{"title": item.words, "covers": [item.code]} for item in unit.items],
        "assessment": {"evidence": [{"covers": item.code} for item in unit.items]},
    }


def as_edition(data: Data) -> CourseEdition:
    return CourseEdition.model_validate(data)


def _learners(standard: Standard) -> int:
    shares = [each.learners_per_pc for each in standard.equipment if each.learners_per_pc]
    return min(shares) * PCS if shares else LEARNERS_OF_NO_PC


def _trainers(standard: Standard) -> list[Data]:
    asked = standard.trainers
    percent = asked.min_expert_percent if asked else 0
    part = math.gcd(percent, 100)
    return [
        {
            "name": f"Formatore {n}",
            "expert": n < percent // part,
            "experience_years": asked.min_experience_years if asked else 0,
        }
        for n in range(100 // part if percent else 1)
    ]


def _additional_units(standard: Standard) -> list[Data]:
    if standard.additional_units is None:
        return []
    hours = sum(unit.min_hours for unit in standard.units)
    most = _quarters(standard.additional_units.max_percent * hours / 100)
    return [{"title": "In più", "hours": most, "contents": ["Altro"]}]


def _credits(standard: Standard, internship: float) -> list[Data]:
    limits = standard.credits
    if limits is None:
        return []
    presence = sum(unit.min_hours - unit.max_distance_hours for unit in standard.units)
    left = _quarters(limits.attendance_max_percent * presence / 100)
    found: list[Data] = []
    for unit in standard.units:
        if unit.credit.kind == "attendance" and left:
            hours = min(left, unit.min_hours)
            left -= hours
            found.append(
                {"learner": "A01", "kind": "attendance", "unit": unit.code, "hours": hours}
            )
        if unit.credit.kind == "a-priori":
            found.append(
                {"learner": "A02", "kind": "a-priori", "unit": unit.code, "hours": unit.min_hours}
            )
    if limits.internship_max_percent and internship:
        share = _quarters(limits.internship_max_percent * internship / 100)
        found.append({"learner": "A03", "kind": "internship", "hours": share})
    return found


def _quarters(hours: float) -> float:
    return math.floor(hours * 4) / 4
