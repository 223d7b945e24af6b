"""Gathers the rules of topics, so that defining one in its topic is all it takes."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from toolkit.finding import Rule


def rules_in(*topics: ModuleType) -> tuple[Rule[Any], ...]:
    """Return the rules defined in *topics*, in the order they are written.

    Raises `ValueError` when two rules share an id: ids are never reused.
    """
    rules = tuple(
        each for topic in topics for each in vars(topic).values() if isinstance(each, Rule)
    )
    ids = [rule.id for rule in rules]
    if twice := {each for each in ids if ids.count(each) > 1}:
        raise ValueError(f"rule ids used twice: {sorted(twice)}")
    return rules
