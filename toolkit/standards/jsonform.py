"""A standard as JSON values, for other programs; `docs/standard-json.md` describes the shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolkit.model.record import Record
from toolkit.model.standard import Standard
from toolkit.model.units import LearningOutcomeUnit


def as_json(standard: Standard) -> dict[str, Any]:
    """Return *standard* as plain values: dates as ISO text, whole numbers as integers."""
    return {
        **_identity(standard),
        "act": _plain(standard.act),
        "in_force": _plain(standard.in_force),
        "source": _plain(standard.source),
        "totals": _plain(standard.totals),
        "internship": _plain(standard.internship),
        "prerequisites": _each(standard.prerequisites),
        "laboratory_units": list(standard.laboratory_units),
        "additional_units": _plain(standard.additional_units),
        "credits": _plain(standard.credits),
        "language": _plain(standard.language),
        "trainers": _plain(standard.trainers),
        "equipment": _each(standard.equipment),
        "exam": _plain(standard.exam),
        "units": [_unit(standard, unit) for unit in standard.units],
        "competence_units": _each(standard.competence_units),
        "clauses": _clauses(standard),
        "unchecked": _each(standard.unchecked),
        "copied": _each(standard.copied),
        "absent": _each(standard.absent),
        "transcription_notes": _each(standard.transcription_notes),
        "superseded_acts": _each(standard.superseded_acts),
    }


def _identity(standard: Standard) -> dict[str, Any]:
    return {
        "id": standard.id,
        "version": standard.version.isoformat(),
        "reference": standard.reference,
        "qualification": standard.qualification,
        "region": standard.region,
        "fictitious": standard.fictitious,
        "eqf_level": standard.eqf_level,
    }


def _unit(standard: Standard, unit: LearningOutcomeUnit) -> dict[str, Any]:
    return {
        "number": unit.number,
        "code": unit.code,
        "title": unit.title,
        "competence_unit": standard.competence_unit_of(unit.number),
        "min_hours": _whole(unit.min_hours),
        "max_distance_hours": _whole(unit.max_distance_hours),
        "credit": _plain(unit.credit),
        "prerequisites": list(standard.prerequisites_of(unit.number)),
        "knowledge": list(unit.knowledge),
        "skills": list(unit.skills),
    }


def _clauses(standard: Standard) -> dict[str, Any]:
    return {
        key: {"section": clause.section, "citation": clause.citation, "words": clause.words}
        for key, clause in standard.clauses.items()
    }


def _each(records: Sequence[Record]) -> list[Any]:
    return [_plain(record) for record in records]


def _plain(record: Record | None) -> Any:
    return None if record is None else _whole(record.model_dump(mode="json"))


def _whole(value: Any) -> Any:
    match value:
        case float() if value.is_integer():
            return int(value)
        case dict():
            return {key: _whole(each) for key, each in value.items()}
        case list():
            return [_whole(each) for each in value]
        case _:
            return value
