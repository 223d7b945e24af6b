"""What changed from one version of a standard to another: values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.model.standard import Clause, Standard
from toolkit.model.units import Item, LearningOutcomeUnit
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A number, a date or a list that a standard fixes, before and after; None where it has none."""

    name: str
    """The path of the value in the catalogue file, without the unit: ``internship.min_hours``."""
    label: Text
    before: object | None
    after: object | None
    section: int | None = None
    """The section of the newer version that states it, or of the older if it is gone."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A knowledge or a skill that was added, removed, reworded or moved to another unit."""

    before: Item | None
    after: Item | None
    is_moved: bool = False
    """Whether it stands in another unit, or was a knowledge and became a skill."""

    @property
    def is_reworded(self) -> bool:
        return bool(self.before and self.after and self.before.words != self.after.words)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit before and after, with what changed in it; None where it does not exist."""

    before: LearningOutcomeUnit | None
    after: LearningOutcomeUnit | None
    figures: tuple[FigureChange, ...] = ()
    items: tuple[ItemChange, ...] = ()

    @property
    def is_renumbered(self) -> bool:
        return bool(self.before and self.after and self.before.number != self.after.number)

    @property
    def is_renamed(self) -> bool:
        return bool(self.before and self.after and self.before.title != self.after.title)

    @property
    def is_same(self) -> bool:
        """Whether nothing changed, the number included."""
        both = self.before is not None and self.after is not None
        changed = self.figures or self.items or self.is_renumbered or self.is_renamed
        return both and not changed


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A clause whose words or section changed, or that only one version states."""

    key: str
    before: Clause | None
    after: Clause | None


@dataclass(frozen=True)
class Comparison:
    """Everything that changed from *before* to *after*, two versions of one standard."""

    before: Standard
    after: Standard
    figures: tuple[FigureChange, ...]
    units: tuple[UnitChange, ...]
    """Every unit of the newer version in its order, the removed ones where they stood."""
    clauses: tuple[ClauseChange, ...]
    item_codes: Mapping[str, str | None]
    """The code each item of the older version has in the newer; None for one that is gone."""

    @cached_property
    def unit_codes(self) -> Mapping[str, str | None]:
        """The code each unit of the older version has in the newer; None for one that is gone."""
        return {
            each.before.code: each.after.code if each.after else None
            for each in self.units
            if each.before
        }

    @property
    def changed_units(self) -> tuple[UnitChange, ...]:
        return tuple(each for each in self.units if not each.is_same)

    @property
    def is_empty(self) -> bool:
        """Whether the two versions ask for the same, in the same words."""
        return not (self.figures or self.changed_units or self.clauses)

    def items(self) -> Iterator[ItemChange]:
        """Yield every knowledge and skill that changed, unit by unit."""
        for unit in self.units:
            yield from unit.items
