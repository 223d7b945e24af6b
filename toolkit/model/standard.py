"""A region's minimum standard for one qualification: every figure and word it fixes.

Texts are the published ones, word for word. `Standard.clauses` maps each key that a
rule may claim to the section and the words to cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field

from toolkit.model.limits import (
    AdditionalUnitsLimit,
    CreditLimits,
    EquipmentRequirement,
    ExamRequirements,
    InternshipLimits,
    LanguageRequirement,
    Prerequisite,
    Totals,
    TrainerRequirements,
)
from toolkit.model.moments import Day
from toolkit.model.numbers import Count
from toolkit.model.published import (
    Act,
    CompetenceTable,
    Paragraph,
    Section,
    Source,
    SpelledNumber,
    SupersededAct,
    TranscriptionNote,
    UnitTable,
    Verbatim,
)
from toolkit.model.record import Record
from toolkit.model.units import CompetenceUnit, LearningOutcomeUnit
from toolkit.model.words import Line
from toolkit.text import written


@dataclass(frozen=True, slots=True)
class Clause:
    """One requirement of a standard, with the words that state it."""

    key: str
    section: int
    words: str

    @property
    def citation(self) -> str:
        """The section as documents cite it: ``§4``."""
        return f"§{self.section}"


class InForce(Record):
    """The days on which courses are designed under this version."""

    since: Day
    """Il primo giorno in cui lo standard vale."""
    until: Day | None = None
    """L'ultimo giorno in cui lo standard vale; assente finché è in vigore."""


class Unchecked(Record):
    """A clause that no rule judges, or a key this standard does not have, and why."""

    clause: Line
    """La chiave della clausola."""
    reason: Line
    """Il motivo."""


class Standard(Record):
    """The minimum standard of one qualification in one region, one version of it."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
    """Regione e qualificazione, per esempio abruzzo/addetto-al-servizio-clienti."""
    version: Day
    """La data dell'atto, che distingue le versioni."""
    region: Line
    """La regione."""
    qualification: Line
    """La qualificazione."""
    fictitious: bool = False
    """true per uno standard inventato, usato per prova."""
    eqf_level: Annotated[Count, Field(le=8)]
    """Il livello EQF della qualificazione in uscita."""
    act: Act
    """L'atto che approva lo standard."""
    in_force: InForce
    """Quando lo standard vale."""
    source: Source
    """Il testo pubblicato."""
    transcription_notes: tuple[TranscriptionNote, ...] = ()
    """Le sviste del testo pubblicato, riportate come stanno."""
    superseded_acts: tuple[SupersededAct, ...] = ()
    """Gli atti che il testo cita e che altri hanno sostituito."""
    heading: tuple[Verbatim, ...]
    """Le righe che precedono la prima sezione."""
    sections: tuple[Section, ...]
    """Le sezioni, nell'ordine pubblicato."""
    competence_units: tuple[CompetenceUnit, ...]
    """Il rapporto fra unità di competenza e unità di risultati di apprendimento."""
    units: tuple[LearningOutcomeUnit, ...]
    """Le unità di risultati di apprendimento, nell'ordine della tabella."""
    totals: Totals
    """I totali stampati."""
    prerequisites: tuple[Prerequisite, ...] = ()
    """Le propedeuticità."""
    language: LanguageRequirement | None = None
    """La lingua italiana richiesta ai cittadini stranieri."""
    internship: InternshipLimits | None = None
    """Il tirocinio curriculare; assente dove lo standard non lo prevede."""
    additional_units: AdditionalUnitsLimit | None = None
    """Le unità aggiuntive; assente dove non sono ammesse."""
    laboratory_units: tuple[Count, ...] = ()
    """Le unità da svolgere in laboratorio."""
    credits: CreditLimits | None = None
    """I crediti formativi; assente dove non sono ammessi."""
    trainers: TrainerRequirements | None = None
    """I requisiti dei formatori."""
    equipment: tuple[EquipmentRequirement, ...] = ()
    """Lo standard minimo di attrezzature."""
    exam: ExamRequirements
    """Le condizioni di ammissione all'esame."""
    unchecked: tuple[Unchecked, ...] = ()
    """Le clausole che solo una persona può verificare, con il motivo."""
    copied: tuple[Unchecked, ...] = ()
    """Le clausole che i documenti riportano come stanno e che un corso non può contraddire."""
    absent: tuple[Unchecked, ...] = ()
    """Le chiavi che questo standard non prevede, con il motivo."""
    spelled_numbers: tuple[SpelledNumber, ...] = ()
    """I numeri che il testo scrive in lettere."""

    def __hash__(self) -> int:
        """Return what tells standards apart well enough; all their words take long to go through."""
        return hash((self.id, self.version))

    @cached_property
    def reference(self) -> str:
        """The id and version as configurations name them: ``ID@VERSION``."""
        return f"{self.id}@{self.version.isoformat()}"

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """Every clause by key, in published order; its words joined where it has several."""
        found: dict[str, Clause] = {}
        for section in self.sections:
            for key, words in self._stated_in(section):
                before = found.get(key)
                joined = f"{before.words} {words}" if before else words
                found[key] = Clause(key, before.section if before else section.number, joined)
        return found

    def _stated_in(self, section: Section) -> Iterator[tuple[str, str]]:
        if section.clause:
            yield section.clause, section.title
        for block in section.content:
            match block:
                case Paragraph():
                    passages = block.paragraph
                case CompetenceTable():
                    passages = block.headings
                case UnitTable():
                    total = block.total.model_copy(update={"words": self._total_row(block)})
                    passages = (*block.headings, block.knowledge, block.skills, total)
            yield from ((passage.clause, passage.words) for passage in passages)

    def _total_row(self, table: UnitTable) -> str:
        figures = (self.totals.hours, self.totals.distance_hours)
        return " ".join((table.total.words, *(written(each, "it") for each in figures)))

    @cached_property
    def units_by_code(self) -> Mapping[str, LearningOutcomeUnit]:
        """Every unit by its code, in the order of the table."""
        return {unit.code: unit for unit in self.units}

    def competence_unit_of(self, number: int) -> str | None:
        """The title of the competence unit that unit *number* belongs to, if any."""
        return next((row.title for row in self.competence_units if number in row.units), None)

    def prerequisites_of(self, number: int) -> tuple[int, ...]:
        """The units that must be completed before unit *number* begins, in order."""
        return tuple(
            sorted(
                {
                    first
                    for each in self.prerequisites
                    if number in each.then
                    for first in each.first
                }
            )
        )

    def is_in_force(self, day: date) -> bool:
        """Whether courses are designed under this version on *day*."""
        until = self.in_force.until
        return self.in_force.since <= day and (until is None or day <= until)
