"""What a course chooses for each unit, of the standard or its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from toolkit.model.numbers import Count, Hours, Percent
from toolkit.model.record import Record
from toolkit.model.words import Line, Prose, listed

Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""Short texts; one alone needs no list."""


class TestKind(StrEnum):
    """How learning is assessed."""

    TEST = "test"
    EXERCISE = "exercise"
    SIMULATION = "simulation"
    INTERVIEW = "interview"
    PRODUCT = "product"


class Topic(Record):
    """A subject of a unit, with the hours it takes."""

    title: Line
    """L'argomento."""
    hours: Hours | None = None
    """Le ore di lezione; se mancano, quelle dell'unità, tolta la prova, si ripartiscono fra gli argomenti."""
    covers: tuple[Line, ...] = ()
    """I codici delle conoscenze e abilità, per esempio URA04-C01."""


class Evidence(Record):
    """One row of a unit's assessment grid."""

    covers: Line
    """Il codice della conoscenza o abilità, per esempio URA04-A03."""
    indicator: Line | None = None
    """L'indicatore osservabile; se manca si ricava dalle parole dello standard."""
    tool: TestKind | None = None
    """Lo strumento; se manca, il tipo di prova dell'unità."""
    weight: Count | None = None
    """Il peso; i pesi di un'unità sommano a 100. O tutti o nessuno."""


class UnitAssessment(Record):
    """How one unit is assessed."""

    kind: TestKind | None = None
    """Il tipo di prova: test, exercise, simulation, interview, product."""
    hours: Hours | None = None
    """La durata della prova, dentro le ore dell'unità."""
    threshold: Percent | None = None
    """La soglia di superamento, su 100."""
    evidence: tuple[Evidence, ...] = ()
    """Le righe della griglia; se mancano, una per ogni conoscenza e abilità."""


class TaughtUnit(Record):
    """What a unit has in common whether the standard or the provider asks for it."""

    trainers: Lines = ()
    """I nomi dei formatori; se mancano, chiunque possa insegnarla."""
    rooms: Lines = ()
    """I nomi delle aule; se mancano, qualunque aula adatta."""
    methods: Prose | None = None
    """I metodi didattici, oltre a quelli dello standard."""
    equipment: Lines = ()
    """Le attrezzature usate."""
    assessment: UnitAssessment = UnitAssessment()
    """La prova di fine unità."""


class UnitChoice(TaughtUnit):
    """What the course does differently from the standard's minimum in one unit."""

    hours: Hours | None = None
    """Le ore; se mancano, la durata minima."""
    distance_hours: Hours | None = None
    """Le ore in FAD, comprese nelle ore dell'unità."""
    asynchronous_hours: Hours | None = None
    """Quante delle ore in FAD sono asincrone."""
    laboratory_hours: Hours | None = None
    """Quante delle ore in presenza sono in laboratorio."""
    topics: tuple[Topic, ...] = ()
    """Gli argomenti; se mancano, le conoscenze e abilità dello standard."""


class AdditionalUnit(TaughtUnit):
    """A unit the provider adds to those of the standard."""

    title: Line
    """Il titolo."""
    hours: Hours
    """Le ore."""
    distance_hours: Hours = 0.0
    """Le ore in FAD, comprese nelle ore dell'unità."""
    laboratory_hours: Hours = 0.0
    """Le ore in laboratorio, comprese nelle ore dell'unità."""
    contents: Annotated[Lines, Field(min_length=1)]
    """I contenuti, uno per riga."""
