"""What a document is made once for: the course, or each unit, trainer or learner of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import reduce
from types import MappingProxyType
from typing import Any

from toolkit.context.tree import DossierContext

PATHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "course": (),
        "unit": ("all_units",),
        "trainer": ("staff", "trainers"),
        "learner": ("learners",),
    }
)
"""Where in the context each of them is listed; the course is the whole."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One making of a document: the names its template may use, and what tells it from others."""

    names: Mapping[str, object]
    label: str
    """The code of the unit, the name of the trainer, the number of the learner; else empty."""


_NAMES = tuple(field.name for field in fields(DossierContext))


def names(context: DossierContext) -> dict[str, object]:
    """Return the root's fields by name, as a template engine takes them."""
    return {name: getattr(context, name) for name in _NAMES}


def occasions(context: DossierContext, per: str) -> tuple[Occasion, ...]:
    """Return each making of a document that is made once *per* course, unit, trainer or learner."""
    root = names(context)
    if not PATHS[per]:
        return (Occasion(root, ""),)
    items: tuple[Any, ...] = reduce(getattr, PATHS[per], context)  # type: ignore[arg-type]
    return tuple(Occasion({**root, per: item}, _label(per, item)) for item in items)


def _label(per: str, item: Any) -> str:
    match per:
        case "unit":
            return str(item.code)
        case "trainer":
            return str(item.name)
        case _:
            return f"{item.number:02d}"
