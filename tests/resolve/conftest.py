"""Courses to resolve: of the real standard or of an invented one, with what a test gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from toolkit.catalogue import load_standard
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.model.standard import Standard
from toolkit.resolve import resolve

ROOT = Path(__file__).parents[2]
ABRUZZO = ROOT / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
FANTASIA = ROOT / "tests/catalog/fantasia/collaudatore-di-aquiloni/2025-03-01.yaml"

PROVIDER: Mapping[str, Any] = {
    "name": "Ente Inventato",
    "seat": {"street": "Via Inventata 1", "town": "Borgofinto", "province": "PE"},
    "trainers": [{"name": "Rosa Esempio", "expert": True}, {"name": "Bruno Prova"}],
    "rooms": [{"name": "Aula 1"}, {"name": "Laboratorio 1", "kind": "laboratory", "pcs": 8}],
}


@pytest.fixture(scope="session")
def abruzzo() -> Standard:
    """The standard of the catalogue: 13 units, an internship, five laboratory units."""
    return load_standard(ABRUZZO).record


@pytest.fixture(scope="session")
def fantasia() -> Standard:
    """The invented standard: six units, hours that are not whole, no internship."""
    return load_standard(FANTASIA).record


@pytest.fixture(scope="session")
def course() -> Callable[..., Course]:
    """Make a course of a standard, with what is given of its edition and its provider."""

    def make(
        standard: Standard, *, provider: Mapping[str, Any] | None = None, **edition: Any
    ) -> Course:
        asked = {
            "standard": standard.id,
            "provider": {**PROVIDER, **(provider or {})},
            "code": "PROVA-1",
            "learners": 12,
            "start": "2027-01-11",
            "week": {"monday": "9:00-13:00"},
            **edition,
        }
        read = CourseEdition.model_validate(asked)
        return resolve(standard, read.provider, read)

    return make
