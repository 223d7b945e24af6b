"""A comparison of two versions as JSON values; `docs/standard-json.md` describes the shape."""

from __future__ import annotations

from datetime import date
from typing import Any

from toolkit.model.units import Item, LearningOutcomeUnit
from toolkit.standards.comparing.changes import (
    ClauseChange,
    Comparison,
    FigureChange,
    ItemChange,
    UnitChange,
)
from toolkit.standards.comparing.wording import item_kind
from toolkit.text import Text

FORMAT = 1


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return what changed as plain values: dates as ISO text, codes of both versions."""
    return {
        "format": FORMAT,
        "before": comparison.before.reference,
        "after": comparison.after.reference,
        "fictitious": comparison.before.fictitious or comparison.after.fictitious,
        "figures": [_figure(each) for each in comparison.figures],
        "units": [_unit(each) for each in comparison.changed_units],
        "clauses": [_clause(each) for each in comparison.clauses],
        "unit_codes": dict(comparison.unit_codes),
        "item_codes": dict(comparison.item_codes),
    }


def _figure(change: FigureChange) -> dict[str, Any]:
    return {
        "name": change.name,
        "label": {"it": change.label.it, "en": change.label.en},
        "section": change.section,
        "before": _plain(change.before),
        "after": _plain(change.after),
    }


def _unit(change: UnitChange) -> dict[str, Any]:
    return {
        "before": _unit_name(change.before),
        "after": _unit_name(change.after),
        "figures": [_figure(each) for each in change.figures],
        "items": [_item(each) for each in change.items],
    }


def _unit_name(unit: LearningOutcomeUnit | None) -> dict[str, Any] | None:
    if unit is None:
        return None
    return {"number": unit.number, "code": unit.code, "title": unit.title}


def _item(change: ItemChange) -> dict[str, Any]:
    return {
        "change": item_kind(change),
        "before": _item_words(change.before),
        "after": _item_words(change.after),
    }


def _item_words(item: Item | None) -> dict[str, str] | None:
    return None if item is None else {"code": item.code, "kind": item.kind, "words": item.words}


def _clause(change: ClauseChange) -> dict[str, Any]:
    both = {"before": change.before, "after": change.after}
    stated = {
        when: None if clause is None else {"section": clause.section, "words": clause.words}
        for when, clause in both.items()
    }
    return {"key": change.key, **stated}


def _plain(value: object) -> Any:
    match value:
        case Text():
            return {"it": value.it, "en": value.en}
        case float() if value.is_integer():
            return int(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value
