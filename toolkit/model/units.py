"""The units of a standard: what each teaches and the limits on its hours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from toolkit.model.numbers import Count, Hours
from toolkit.model.published import (
    Verbatim,
)
from toolkit.model.record import Record
from toolkit.model.words import unit_code


@dataclass(frozen=True, slots=True)
class Item:
    """One knowledge or skill of a unit, with the code documents give it."""

    code: str
    kind: Literal["knowledge", "skill"]
    words: str


class Credit(Record):
    """What the standard says of credit for one unit."""

    kind: Literal["none", "attendance", "a-priori"]
    """none: non ammesso; attendance: di frequenza; a-priori: con valore a priori."""
    words: Verbatim
    """Le parole pubblicate."""


class LearningOutcomeUnit(Record):
    """One unit of learning outcomes (URA): what is taught and the limits on its hours."""

    number: Count
    """Il numero dell'unità nello standard."""
    title: Verbatim
    """Il titolo dell'unità."""
    min_hours: Hours
    """La durata minima in ore."""
    max_distance_hours: Hours
    """Le ore al massimo in FAD; 0 se la FAD non è ammessa."""
    credit: Credit
    """Il riconoscimento di credito formativo."""
    knowledge: tuple[Verbatim, ...] = ()
    """Le conoscenze, nell'ordine pubblicato."""
    skills: tuple[Verbatim, ...] = ()
    """Le abilità, nell'ordine pubblicato."""

    @cached_property
    def code(self) -> str:
        """The code documents give the unit: ``URA04``."""
        return unit_code(self.number)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Knowledge (``URA04-C01`` …), then skills (``URA04-A01`` …), in published order."""
        knowledge = (
            Item(f"{self.code}-C{n:02d}", "knowledge", words)
            for n, words in enumerate(self.knowledge, start=1)
        )
        skills = (
            Item(f"{self.code}-A{n:02d}", "skill", words)
            for n, words in enumerate(self.skills, start=1)
        )
        return (*knowledge, *skills)


class CompetenceUnit(Record):
    """One row of the table of §1: a competence unit and the units that make it."""

    title: Verbatim | None
    """Il titolo dell'unità di competenza; null dove lo standard non ne indica."""
    units: tuple[Count, ...]
    """I numeri delle unità di risultati di apprendimento, nell'ordine pubblicato."""
