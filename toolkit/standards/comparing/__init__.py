"""What a newer version of a standard changes for whoever designs courses under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.model.standard import Standard
from toolkit.standards.comparing.changes import (
    ClauseChange,
    Comparison,
    FigureChange,
    ItemChange,
    UnitChange,
)
from toolkit.standards.comparing.figures import Versions
from toolkit.standards.comparing.matching import ItemPair, UnitPair, item_pairs, unit_pairs

__all__ = [
    "ClauseChange",
    "Comparison",
    "FigureChange",
    "ItemChange",
    "UnitChange",
    "compare",
]


def compare(before: Standard, after: Standard) -> Comparison:
    """Return everything that *after* changes of *before*.

    A unit that was renumbered or renamed is recognised by what it teaches, and so is a
    knowledge or skill that was reworded or moved.
    """
    pairs = unit_pairs(before, after)
    items = item_pairs(pairs)
    numbers = {old.number: new.number for old, new in pairs if old and new}
    versions = Versions(before, after, numbers)
    return Comparison(
        before=before,
        after=after,
        figures=tuple(versions.figure_changes()),
        units=tuple(_unit_change(versions, pair, items) for pair in pairs),
        clauses=tuple(_clause_changes(before, after)),
        item_codes={old.code: new.code if new else None for old, new in items if old},
    )


def _unit_change(versions: Versions, pair: UnitPair, items: Sequence[ItemPair]) -> UnitChange:
    old, new = pair
    figures = tuple(versions.unit_figure_changes(old, new)) if old and new else ()
    return UnitChange(old, new, figures, tuple(_item_changes(pair, items)))


def _item_changes(pair: UnitPair, items: Sequence[ItemPair]) -> Iterator[ItemChange]:
    """Yield the changes of the items that stand in this unit now, then of those that are gone.

    One that moved is told where it stands now, and told once.
    """
    old, new = pair
    now = {item.code: n for n, item in enumerate(new.items)} if new else {}
    once = {item.code for item in old.items} if old else set()
    here = [
        (now[becomes.code], was, becomes)
        for was, becomes in items
        if becomes and becomes.code in now
    ]
    for _, was, becomes in sorted(here, key=lambda each: each[0]):
        stayed = was is not None and was.code in once and was.kind == becomes.kind
        change = ItemChange(was, becomes, is_moved=was is not None and not stayed)
        if was is None or change.is_moved or change.is_reworded:
            yield change
    gone = [was for was, becomes in items if was and was.code in once and becomes is None]
    yield from (ItemChange(was, None) for was in gone)


def _clause_changes(before: Standard, after: Standard) -> Iterator[ClauseChange]:
    for key in dict.fromkeys((*before.clauses, *after.clauses)):
        old, new = before.clauses.get(key), after.clauses.get(key)
        if old != new:
            yield ClauseChange(key, old, new)
