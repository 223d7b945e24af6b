"""Standards of any valid shape, as catalogue files would write them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from toolkit.model.standard import Standard
from toolkit.rules.books import CLAIMED
from toolkit.text import written

Data = dict[str, Any]

PUBLISHED = b"Il testo pubblicato di uno standard inventato."
WORDS = (
    *(
        "Elementi di base",
        "Ricerca & sviluppo",
        "Confronto <costi/benefici>",
        "L'uso dell’«archivio»",
    ),
    *("Perché no? {{ forse }}", 'Attività 1: «prima» e "dopo"', "Σ, ½ e 10 €"),
)
"""Words that templates, spreadsheets and markup might take for their own."""


def quarters(lowest: float, highest: float) -> st.SearchStrategy[float]:
    """Draw hours in quarters, both ends included."""
    return st.integers(round(lowest * 4), round(highest * 4)).map(lambda number: number / 4)


@st.composite
def standards(draw: st.DrawFn, *, having: tuple[str, ...] = ()) -> Data:
    """Draw what is written of a standard that has at least the parts named in *having*."""
    parts = (*PARTS, "laboratory_units", "prerequisites")
    has = {part: part in having or draw(st.booleans()) for part in parts}
    count = draw(st.integers(2 if "prerequisites" in having else 1, 5))
    units = [draw(_units(number)) for number in range(1, count + 1)]
    if has["laboratory_units"]:
        # A unit that may be wholly at a distance cannot be one to give in a laboratory.
        units[0]["max_distance_hours"] = draw(quarters(0, units[0]["min_hours"] - 1))
    limits = draw(_limits(units, has))
    stated = dict(_passages(limits))
    paragraph = [{"clause": key, "words": words} for key, words in stated.items()]
    return {
        "id": "fantasia/prova",
        "version": "2025-01-07",
        "region": "Fantasia",
        "qualification": draw(st.sampled_from(WORDS)),
        "fictitious": draw(st.booleans()),
        "eqf_level": 3,
        "act": {
            "words": "Delibera 12 del 7 gennaio 2025",
            "kind": "Delibera",
            "number": "12",
            "date": "2025-01-07",
        },
        "in_force": {"since": "2025-01-07"},
        "source": {"file": "prova.txt", "sha256": hashlib.sha256(PUBLISHED).hexdigest()},
        "heading": ["Delibera 12 del 7 gennaio 2025"],
        "sections": [{"number": 1, "title": "TUTTO", "content": [TABLE, {"paragraph": paragraph}]}],
        "competence_units": [
            {"title": draw(st.none() | st.sampled_from(WORDS)), "units": [unit["number"]]}
            for unit in units
        ],
        "units": units,
        "totals": {
            "hours": sum(unit["min_hours"] for unit in units),
            "distance_hours": sum(unit["max_distance_hours"] for unit in units),
        },
        "copied": [{"clause": key, "reason": "Si riporta."} for key in COPIED],
        "absent": [
            {"clause": key, "reason": "Non è previsto."}
            for key in sorted(CLAIMED - TOLD - set(stated))
        ],
        **limits,
    }


def as_standard(data: Data) -> Standard:
    """Return the standard that is written as *data*."""
    return Standard.model_validate(data)


@st.composite
def _units(draw: st.DrawFn, number: int) -> Data:
    hours = draw(quarters(2, 30))
    knowledge = draw(st.lists(st.sampled_from(WORDS), max_size=4))
    return {
        "number": number,
        "title": draw(st.sampled_from(WORDS)),
        "min_hours": hours,
        "max_distance_hours": draw(st.just(0.0) | st.just(hours) | quarters(0, hours)),
        "credit": {
            "kind": draw(st.sampled_from(["none", "attendance", "a-priori"])),
            "words": "Come dice lo standard.",
        },
        "knowledge": knowledge,
        "skills": draw(st.lists(st.sampled_from(WORDS), min_size=not knowledge, max_size=4)),
    }


@st.composite
def _limits(draw: st.DrawFn, units: list[Data], has: Mapping[str, bool]) -> Data:
    limits = {part: draw(each) for part, each in PARTS.items() if has[part]}
    limits["exam"] = {"min_attendance_percent": draw(PERCENT)}
    if has["laboratory_units"]:
        limits["laboratory_units"] = draw(_laboratory_units(units))
    if has["prerequisites"] and len(units) > 1:
        limits["prerequisites"] = draw(_prerequisites(len(units)))
    if has["credits"] and has["internship"]:
        limits["credits"]["internship_max_percent"] = draw(PERCENT)
    return limits


PERCENT = st.integers(1, 100)
PARTS: Mapping[str, st.SearchStrategy[Any]] = {
    "internship": st.tuples(quarters(4, 40), quarters(0, 20)).map(
        lambda hours: {"min_hours": hours[0], "max_hours": sum(hours)}
    ),
    "additional_units": st.fixed_dictionaries({"max_percent": st.integers(10, 40)}),
    "credits": st.fixed_dictionaries({"attendance_max_percent": PERCENT}),
    "trainers": st.fixed_dictionaries(
        {"min_expert_percent": PERCENT, "min_experience_years": st.integers(1, 10)}
    ),
    "equipment": st.integers(1, 4).map(
        lambda learners: [{"name": "attrezzatura d'aula", "learners_per_pc": learners}]
    ),
    "language": st.just({"level": "B1"}),
}


@st.composite
def _laboratory_units(draw: st.DrawFn, units: list[Data]) -> list[int]:
    able = [unit["number"] for unit in units if unit["max_distance_hours"] < unit["min_hours"]]
    return [1, *(number for number in able if number > 1 and draw(st.booleans()))]


@st.composite
def _prerequisites(draw: st.DrawFn, count: int) -> list[Data]:
    """Draw orders of units without a circle: each unit only follows some of those before it."""
    order = draw(st.permutations(range(1, count + 1)))
    then = draw(st.sets(st.integers(1, count - 1), min_size=1))
    return [
        {
            "first": sorted(draw(st.sets(st.sampled_from(order[:place]), min_size=1))),
            "then": [order[place]],
        }
        for place in sorted(then)
    ]


def _passages(limits: Data) -> Iterator[tuple[str, str]]:
    """Yield the clauses that state *limits*, with words that tell each figure."""
    yield "eqf-level", "Livello EQF 3."
    yield "competence-units", "Unità di competenza."
    yield "units", "Unità."
    yield "unit-credit", "Crediti."
    yield "unit-assessment", "Ogni unità si valuta."
    yield "exam-admission", f"Frequenza di {limits['exam']['min_attendance_percent']} ore su 100."
    if internship := limits.get("internship"):
        yield "internship-min", f"Almeno {written(internship['min_hours'], 'it')} ore."
        yield "internship-max", f"Al massimo {written(internship['max_hours'], 'it')} ore."
    if numbers := limits.get("laboratory_units"):
        yield "laboratory-units", f"In laboratorio: {', '.join(map(str, numbers))}."
    if share := limits.get("additional_units"):
        yield "additional-units", f"Aggiunte: {share['max_percent']}%."
    if credit := limits.get("credits"):
        yield "attendance-credit", f"Frequenza: {credit['attendance_max_percent']}%."
        yield "a-priori-credit", "A priori."
        if "internship_max_percent" in credit:
            yield "internship-credit", f"Tirocinio: {credit['internship_max_percent']}%."
    if trainers := limits.get("trainers"):
        yield "trainer-experts", f"Esperti: {trainers['min_expert_percent']}%."
        yield "trainer-experience", f"Esperienza: {trainers['min_experience_years']} anni."
    for each in limits.get("equipment", ()):
        yield "equipment", f"attrezzatura d'aula, un pc ogni {each['learners_per_pc']}."
    if "language" in limits:
        yield "access-language", "Italiano B1."
    if pairs := limits.get("prerequisites"):
        numbers = sorted({number for pair in pairs for side in pair.values() for number in side})
        yield "prerequisites", f"In ordine: {', '.join(map(str, numbers))}."


COPIED = ("eqf-level", "competence-units", "units")
TABLE: Data = {
    "table": "units",
    "headings": [
        {"clause": "min-hours", "words": "Durata"},
        {"clause": "distance-hours", "words": "FAD"},
    ],
    "knowledge": {"clause": "unit-contents", "words": "Conoscenze"},
    "skills": {"clause": "unit-contents", "words": "Abilità"},
    "total": {"clause": "total-hours", "words": "Totale"},
}
TOLD = {"min-hours", "distance-hours", "unit-contents", "total-hours"}
