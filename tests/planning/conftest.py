"""Courses to plan: the real standard, or small invented ones, always read and resolved."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from toolkit.catalogue import load_standard
from toolkit.finding import Finding, Severity, run
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.model.neighbours import Neighbours
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.standard import Standard
from toolkit.model.timetable import Timetable
from toolkit.resolve import resolve
from toolkit.rules.sharing import SHARING_RULES
from toolkit.rules.timetable import TIMETABLE_RULES

# The strategies of the neighbouring modules can be imported by their names.
sys.path.insert(0, str(Path(__file__).parent))

ROOT = Path(__file__).parents[2]
ABRUZZO = ROOT / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
MORNINGS = dict.fromkeys(WEEKDAYS, "9:00-13:00")

PROVIDER = {
    "name": "Ente Inventato",
    "seat": {"street": "Via Inventata 1", "town": "Borgofinto", "province": "PE"},
    "trainers": [
        {"name": "R. Bianchi", "expert": True},
        {"name": "L. Verdi", "expert": True},
        {"name": "M. Neri"},
    ],
    "rooms": [
        {"name": "Aula 1", "capacity": 20},
        {"name": "Laboratorio", "kind": "laboratory", "capacity": 20, "pcs": 10},
    ],
}


@pytest.fixture(scope="session")
def real_standard() -> Standard:
    """The standard of the catalogue: 13 units, 208 hours."""
    return load_standard(ABRUZZO).record


@pytest.fixture(scope="session")
def small_standard() -> Callable[..., Standard]:
    """Make an invented standard with a unit for each number of hours given."""

    def make(
        *hours: float,
        prerequisites: tuple[tuple[int, int], ...] = (),
        laboratory: tuple[int, ...] = (),
        internship: float = 0.0,
    ) -> Standard:
        return _invented(hours, prerequisites, laboratory, internship)

    return make


@pytest.fixture(scope="session")
def course() -> Callable[..., Course]:
    """Make a course of a standard, as ``course.yaml`` would describe it, with what is given."""

    def make(
        standard: Standard, *, provider: Mapping[str, Any] | None = None, **edition: Any
    ) -> Course:
        asked = {
            "standard": standard.id,
            "provider": {**PROVIDER, **(provider or {})},
            "code": "PROVA-1",
            "learners": 12,
            "start": "2027-02-01",
            "week": MORNINGS,
            **edition,
        }
        read = CourseEdition.model_validate(asked)
        return resolve(standard, read.provider, read)

    return make


@pytest.fixture(scope="session")
def errors() -> Callable[[Course, Timetable], list[Finding]]:
    """Return what the rules of timetables, which share no code with the planner, find wrong.

    That the trainers of a course are not experts is no fault of its timetable.
    """

    def judge(course: Course, timetable: Timetable) -> list[Finding]:
        found = run(TIMETABLE_RULES, ScheduledCourse(course, timetable), course.standard.clauses)
        return [each for each in found if each.severity is Severity.ERROR and each.rule != "T307"]

    return judge


@pytest.fixture(scope="session")
def clashes() -> Callable[[Iterable[tuple[Course, Timetable]]], list[str]]:
    """Return what the rules of courses that share trainers and rooms find wrong."""

    def judge(together: Iterable[tuple[Course, Timetable]]) -> list[str]:
        pairs = [ScheduledCourse(*each) for each in together]
        return [
            found.message.it
            for n, each in enumerate(pairs)
            for found in run(SHARING_RULES, Neighbours(each, tuple(pairs[:n])), {})
        ]

    return judge


@functools.lru_cache(maxsize=256)
def _invented(
    hours: tuple[float, ...],
    prerequisites: tuple[tuple[int, int], ...],
    laboratory: tuple[int, ...],
    internship: float,
) -> Standard:
    clause = {"clause": "units", "words": "Unità"}
    return Standard.model_validate(
        {
            "id": "fantasia/prova",
            "version": "2025-01-01",
            "region": "Fantasia",
            "qualification": "Prova",
            "fictitious": True,
            "eqf_level": 3,
            "act": {"words": "Atto 1", "kind": "Atto", "number": "1", "date": "2025-01-01"},
            "in_force": {"since": "2025-01-01"},
            "source": {"file": "prova.txt", "sha256": "0" * 64},
            "heading": ["PROVA"],
            "sections": [{"number": 1, "title": "UNITÀ", "content": [{"paragraph": [clause]}]}],
            "competence_units": [],
            "units": [_unit(number, each) for number, each in enumerate(hours, start=1)],
            "totals": {"hours": sum(hours), "distance_hours": sum(hours)},
            "prerequisites": [{"first": [first], "then": [then]} for first, then in prerequisites],
            "internship": {"min_hours": internship, "max_hours": 1000} if internship else None,
            "laboratory_units": list(laboratory),
            "equipment": [{"name": "un pc per ogni due allievi", "learners_per_pc": 2}],
            "exam": {"min_attendance_percent": 70},
        }
    )


def _unit(number: int, hours: float) -> dict[str, Any]:
    return {
        "number": number,
        "title": f"Unità {number}",
        "min_hours": hours,
        "max_distance_hours": hours,
        "credit": {"kind": "none", "words": "---"},
        "knowledge": ["Sapere una cosa", "Saperne un'altra"],
        "skills": ["Farla"],
    }
