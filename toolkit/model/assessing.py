"""The rules of assessment, recognised credit and the examination."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.choices import TestKind
from toolkit.model.moments import Day
from toolkit.model.numbers import Amount, Hours, Percent
from toolkit.model.record import Record
from toolkit.model.words import Line, Prose, UnitCode


class Level(Record):
    """One level of the assessment scale."""

    name: Line
    """Il nome del livello."""
    min_score: Percent
    """Il punteggio minimo, su 100."""
    descriptor: Prose
    """Che cosa sa fare chi raggiunge il livello."""


DEFAULT_LEVELS = (
    Level(
        name="Non raggiunto",
        min_score=0,
        descriptor="Prestazione assente, frammentaria o con errori che ne compromettono l’esito.",
    ),
    Level(
        name="Base",
        min_score=60,
        descriptor="Prestazione essenziale e corretta in situazioni note, con guida.",
    ),
    Level(
        name="Intermedio",
        min_score=75,
        descriptor="Prestazione corretta e completa, in autonomia in situazioni note.",
    ),
    Level(
        name="Avanzato",
        min_score=90,
        descriptor="Prestazione sicura e motivata, in autonomia anche in situazioni nuove.",
    ),
)


class Assessment(Record):
    """The rules of assessment common to all units."""

    threshold: Percent = 60
    """La soglia di superamento di un'unità, su 100."""
    kind: TestKind = TestKind.TEST
    """Il tipo di prova dove un'unità non dice altro."""
    hours: Hours = 1.0
    """La durata della prova dove un'unità non dice altro."""
    levels: Annotated[tuple[Level, ...], Field(min_length=2)] = DEFAULT_LEVELS
    """I livelli, dal più basso."""
    retakes: Amount = 1
    """Quante volte si può ripetere una prova non superata; 0 se non si ripete."""
    evidence_kept: Prose | None = None
    """Dove e per quanto tempo si conservano le evidenze."""


class RecognisedCredit(Record):
    """Credit recognised to one learner."""

    learner: Line
    """Il codice dell'allievo: mai il nome."""
    kind: Literal["attendance", "a-priori", "internship"]
    """attendance: di frequenza; a-priori: con valore a priori; internship: sul tirocinio."""
    unit: UnitCode | None = None
    """L'unità; assente per il tirocinio."""
    hours: Hours
    """Le ore riconosciute."""
    act: Line | None = None
    """L'atto di riconoscimento."""


class Exam(Record):
    """The final examination."""

    date: Day | None = None
    """La data, se è già fissata; se manca il calendario ne propone una."""
    place: Line | None = None
    """Il luogo, se non è la sede del corso."""
    days_after: Amount = 7
    """I giorni fra l'ultima attività e la data proposta."""
