"""A region's minimum standard for one qualification: every figure and word it fixes.

Texts are the published ones, word for word. `Standard.clauses` maps each key that a
rule may claim to the section and the words to cite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.record import Amount, Count, Day, Hours, Line, Percent, Record, unit_code
from toolkit.text import written

Verbatim = Annotated[str, Field(min_length=1)]
"""Words of the published text, exactly as they stand there."""


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


@dataclass(frozen=True, slots=True)
class Item:
    """One knowledge or skill of a unit, with the code documents give it."""

    code: str
    kind: Literal["knowledge", "skill"]
    words: str


class Act(Record):
    """The regional act that approves the standard."""

    words: Verbatim
    """Come l'atto è citato nel testo pubblicato."""
    kind: Line
    """Il tipo di atto, per esempio Determinazione dirigenziale."""
    number: Line
    """Il numero dell'atto."""
    date: Day
    """La data dell'atto."""


class InForce(Record):
    """The days on which courses are designed under this version."""

    since: Day
    """Il primo giorno in cui lo standard vale."""
    until: Day | None = None
    """L'ultimo giorno in cui lo standard vale; assente finché è in vigore."""


class Source(Record):
    """The published text this file was transcribed from."""

    file: Line
    """Il file con il testo pubblicato, accanto a questo."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """L'impronta SHA-256 del testo pubblicato."""
    page_artefacts: tuple[Verbatim, ...] = ()
    """Parole che appartengono alla pagina stampata e non allo standard."""


class TranscriptionNote(Record):
    """A slip of the published text, kept as it stands; a person decides what to read."""

    at: Line
    """Dove si trova la svista, per esempio URA05-A02."""
    published: Verbatim
    """Le parole pubblicate."""
    suggested: Line
    """La lettura proposta; i documenti riportano sempre le parole pubblicate."""
    reason: Line
    """Perché si propone un'altra lettura."""


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

    @property
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


class Prerequisite(Record):
    """Units that must be completed before others begin."""

    first: tuple[Count, ...]
    """Le unità da svolgere prima."""
    then: tuple[Count, ...]
    """Le unità che possono cominciare solo dopo."""


class Totals(Record):
    """The totals the standard prints under its table of units, internship apart."""

    hours: Hours
    """La durata minima totale."""
    distance_hours: Hours
    """Il totale delle ore in FAD."""


class InternshipLimits(Record):
    """How long the internship lasts."""

    min_hours: Hours
    """La durata minima in ore."""
    max_hours: Hours
    """La durata massima in ore."""


class AdditionalUnitsLimit(Record):
    """How many hours units beyond the standard's may add."""

    max_percent: Percent
    """La percentuale massima delle ore totali di formazione, al netto del tirocinio."""


class CreditLimits(Record):
    """How much of a course credit may replace."""

    attendance_max_percent: Percent
    """La percentuale massima del credito di frequenza sulle ore d'aula o laboratorio."""
    internship_max_percent: Percent | None = None
    """La percentuale massima del credito sul tirocinio; assente senza tirocinio."""


class TrainerRequirements(Record):
    """Who may teach."""

    min_expert_percent: Percent
    """La quota minima di esperti provenienti dal mondo del lavoro."""
    min_experience_years: Count
    """Gli anni minimi di esperienza professionale o di insegnamento nel settore."""


class EquipmentRequirement(Record):
    """One item of the minimum equipment."""

    name: Verbatim
    """L'attrezzatura, con le parole pubblicate."""
    learners_per_pc: Count | None = None
    """Quanti allievi per ogni pc; assente se l'attrezzatura non si misura in pc."""


class LanguageRequirement(Record):
    """The Italian a foreign candidate must know."""

    level: Annotated[str, Field(pattern=r"^(A1|A2|B1|B2|C1|C2)$")]
    """Il livello del Quadro comune europeo di riferimento."""


class ExamRequirements(Record):
    """Who is admitted to the final examination."""

    min_attendance_percent: Percent
    """La frequenza minima sulle ore complessive del percorso."""


class Passage(Record):
    """Words of the published text that state one clause."""

    clause: Line
    """La chiave della clausola."""
    words: Verbatim
    """Le parole pubblicate."""


class Paragraph(Record):
    """A paragraph of a section: one passage or more, printed one after the other."""

    paragraph: tuple[Passage, ...]
    """I passaggi, nell'ordine pubblicato."""


class CompetenceTable(Record):
    """Where a section prints the table of competence units (`Standard.competence_units`)."""

    table: Literal["competence-units"]
    """La tabella delle unità di competenza."""
    headings: tuple[Passage, ...]
    """Le intestazioni delle colonne."""
    none: Verbatim
    """Il segno stampato dove non c'è unità di competenza."""


class UnitTable(Record):
    """Where a section prints the table of units (`Standard.units`)."""

    table: Literal["units"]
    """La tabella delle unità di risultati di apprendimento."""
    headings: tuple[Passage, ...]
    """Le intestazioni delle colonne."""
    knowledge: Passage
    """L'intestazione dell'elenco delle conoscenze."""
    skills: Passage
    """L'intestazione dell'elenco delle abilità."""
    total: Passage
    """L'etichetta della riga dei totali."""


Block = Paragraph | CompetenceTable | UnitTable


class Section(Record):
    """A numbered section of the published text."""

    number: Count
    """Il numero della sezione."""
    title: Verbatim
    """Il titolo pubblicato, senza il numero."""
    clause: Line | None = None
    """La chiave della clausola che il titolo stesso enuncia, se ne enuncia una."""
    content: tuple[Block, ...] = ()
    """Il contenuto, nell'ordine pubblicato."""


class Unchecked(Record):
    """A clause that no rule judges, or a key this standard does not have, and why."""

    clause: Line
    """La chiave della clausola."""
    reason: Line
    """Il motivo."""


class SpelledNumber(Record):
    """A number the published text writes in words."""

    words: Verbatim
    """La parola pubblicata, per esempio triennale."""
    number: Amount
    """Il numero che la parola indica."""


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

    @property
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
