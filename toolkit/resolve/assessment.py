"""The test of each unit: its rows of evidence, with weights that sum to 100."""

from __future__ import annotations

from toolkit.model.assessing import Assessment
from toolkit.model.choices import Evidence, TestKind, UnitAssessment
from toolkit.model.course import PlannedAssessment, PlannedEvidence
from toolkit.model.units import Item
from toolkit.resolve.indicators import indicator

FULL_WEIGHT = 100


def planned_assessment(
    items: tuple[Item, ...], asked: UnitAssessment, common: Assessment, unit_hours: float
) -> PlannedAssessment:
    """Return the test of a unit: as *asked*, else by the course's *common* rules.

    Without rows of its own the grid has one row for each knowledge and skill.
    """
    kind = asked.kind or common.kind
    return PlannedAssessment(
        kind=kind,
        hours=_usual_hours(common, unit_hours) if asked.hours is None else asked.hours,
        threshold=common.threshold if asked.threshold is None else asked.threshold,
        evidence=_rows(items, asked.evidence, kind),
    )


def _usual_hours(common: Assessment, unit_hours: float) -> float:
    """Return the length of a test that nobody gives: half of a unit too short for the usual one."""
    if common.hours < unit_hours:
        return common.hours
    return max(unit_hours * 2 // 1 / 4, min(unit_hours, 0.25))


def _rows(
    items: tuple[Item, ...], asked: tuple[Evidence, ...], kind: TestKind
) -> tuple[PlannedEvidence, ...]:
    if not asked:
        return tuple(
            PlannedEvidence(item, indicator(item, kind), kind, weight)
            for item, weight in zip(items, _equal_weights(len(items)), strict=True)
        )
    by_code = {item.code: item for item in items}
    return tuple(
        PlannedEvidence(
            item=by_code[row.covers],
            indicator=row.indicator or indicator(by_code[row.covers], row.tool or kind),
            tool=row.tool or kind,
            weight=weight,
        )
        for row, weight in zip(asked, _weights(asked), strict=True)
    )


def _weights(rows: tuple[Evidence, ...]) -> tuple[int, ...]:
    """Return the weights written, or equal ones where none is."""
    if any(row.weight is not None for row in rows):
        return tuple(row.weight or 0 for row in rows)
    return _equal_weights(len(rows))


def _equal_weights(rows: int) -> tuple[int, ...]:
    """Return equal shares of 100, the larger ones first."""
    each, left = divmod(FULL_WEIGHT, max(rows, 1))
    return tuple(each + (n < left) for n in range(rows))
