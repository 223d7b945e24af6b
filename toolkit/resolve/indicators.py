"""What a test lets an assessor observe, for each kind of test: a written one shows no gesture."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from toolkit.model.choices import TestKind
from toolkit.model.units import Item

_OF_KNOWLEDGE: Mapping[TestKind, str] = MappingProxyType(
    {
        TestKind.TEST: "Risponde in modo corretto e pertinente ai quesiti su",
        TestKind.EXERCISE: "Applica in modo corretto e pertinente nell’esercitazione",
        TestKind.SIMULATION: "Applica in modo corretto e pertinente nella simulazione",
        TestKind.INTERVIEW: "Espone in modo corretto e pertinente nel colloquio",
        TestKind.PRODUCT: "Applica in modo corretto e pertinente nel prodotto consegnato",
    }
)
_OF_SKILLS: Mapping[TestKind, str] = MappingProxyType(
    {
        TestKind.TEST: "Risolve per iscritto casi che lo richiedono",
        TestKind.EXERCISE: "Dimostra in un’esercitazione osservata",
        TestKind.SIMULATION: "Dimostra in una simulazione osservata",
        TestKind.INTERVIEW: "Illustra nel colloquio come procede",
        TestKind.PRODUCT: "Dimostra con il prodotto consegnato",
    }
)


def indicator(item: Item, tool: TestKind) -> str:
    """Return what shows *item* when *tool* is used to assess it; the words stay as published."""
    told = _OF_KNOWLEDGE if item.kind == "knowledge" else _OF_SKILLS
    return f"{told[tool]}: «{item.words}»."
