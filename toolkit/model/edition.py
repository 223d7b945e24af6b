"""One edition of a course, as the provider describes it in ``course.yaml``.

Only what differs from the standard's minimum need be written: `resolve` fills in the
rest from the standard and from the defaults here.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from toolkit.model.provider import Address, Person, Provider
from toolkit.model.record import (
    Amount,
    Count,
    DateRange,
    Day,
    Euro,
    Hours,
    Line,
    Percent,
    Prose,
    Record,
    UnitCode,
    ValueRefusedError,
    YearDay,
    YesNo,
    listed,
)
from toolkit.model.week import Week

_RESERVED = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}


def _file_safe(value: str) -> str:
    if (
        not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,58}[A-Za-z0-9_-])?", value)
        or value.lower().partition(".")[0] in _RESERVED
    ):
        raise ValueRefusedError(
            it=f"«{value}» non va bene come codice, che dà il nome alla cartella: "
            "usa lettere, cifre, - e _, per esempio ASC-2027-01.",
            en=f"“{value}” will not do as a code, which names the folder: "
            "use letters, digits, - and _, for example ASC-2027-01.",
        )
    return value


CourseCode = Annotated[
    str,
    AfterValidator(_file_safe),
    WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]*$", "maxLength": 60}),
]
"""The code of a course; it also names the dossier's folder on every system."""

StandardReference = Annotated[
    str,
    Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+(@\d{4}-\d{2}-\d{2})?$"),
]
"""A standard by id, alone or with the version to use: ``region/name@2023-04-19``."""

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


class Venue(Record):
    """Where the course takes place."""

    name: Line | None = None
    """Il nome della sede."""
    address: Address
    """L'indirizzo."""
    patron_saint: YearDay | None = None
    """La festa patronale del comune (mese-giorno), se non è un capoluogo di provincia."""


class Funding(Record):
    """Who pays for the course."""

    kind: Literal["self-financed", "funded"] = "self-financed"
    """self-financed: autofinanziato; funded: finanziato."""
    programme: Line | None = None
    """Il programma o l'avviso che finanzia il corso."""


class Selection(Record):
    """How learners are admitted."""

    date: Day | None = None
    """La data della selezione."""
    criteria: Prose | None = None
    """I criteri di selezione."""
    language_test: Day | None = None
    """La data della prova di lingua italiana per chi non ha un'attestazione."""


class Distance(Record):
    """How much of the course is at a distance (FAD)."""

    hours: Literal["none", "maximum"] = "none"
    """none: nessuna FAD se un'unità non la chiede; maximum: il massimo di ogni unità."""
    asynchronous: YesNo = False
    """true se le ore in FAD sono asincrone dove un'unità non dice altro."""


class Topic(Record):
    """A subject of a unit, with the hours it takes."""

    title: Line
    """L'argomento."""
    hours: Hours | None = None
    """Le ore; se mancano, le ore dell'unità si ripartiscono fra gli argomenti."""
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


class Host(Record):
    """A company or body that hosts internships."""

    name: Line
    """La denominazione."""
    address: Address | None = None
    """La sede del tirocinio."""
    tutor: Line | None = None
    """Il tutor aziendale."""
    learners: Count | None = None
    """Quanti allievi ospita."""
    activities: Prose | None = None
    """Le attività previste."""


class Internship(Record):
    """The internship (tirocinio curriculare)."""

    hours: Hours | None = None
    """Le ore; se mancano, la durata minima."""
    start: Day | None = None
    """Il primo giorno; se manca, dopo le unità che mette in pratica."""
    hours_per_day: Annotated[Hours, Field(gt=0, le=8)] = 6.0
    """Le ore al giorno."""
    days: Annotated[
        tuple[
            Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
            ...,
        ],
        Field(min_length=1),
    ] = ("monday", "tuesday", "wednesday", "thursday", "friday")
    """I giorni della settimana."""
    after: tuple[UnitCode, ...] = ()
    """Le unità che mette in pratica e che lo precedono; se mancano, tutte."""
    hosts: tuple[Host, ...] = ()
    """I soggetti ospitanti."""
    tutor: Person | None = None
    """Il tutor del soggetto attuatore."""
    assessment: Prose | None = None
    """Come si valuta il tirocinio."""


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
        descriptor="Prestazione assente, frammentaria o con errori che ne compromettono l'esito.",
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
    retakes: Count = 1
    """Quante volte si può ripetere una prova non superata."""
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


class Cost(Record):
    """One line of the financial plan."""

    category: Line
    """La macrovoce."""
    item: Line
    """La voce."""
    amount: Euro
    """L'importo in euro."""


class Planning(Record):
    """How lessons are laid out."""

    min_block: Annotated[Hours, Field(gt=0)] = 2.0
    """Le ore della lezione più breve, dove si può."""
    max_block: Annotated[Hours, Field(gt=0)] = 4.0
    """Le ore della lezione più lunga della stessa unità."""
    max_hours_per_day: Annotated[Hours, Field(gt=0, le=12)] = 8.0
    """Le ore al massimo in un giorno."""
    max_hours_per_week: Annotated[Hours, Field(gt=0, le=60)] = 40.0
    """Le ore al massimo in una settimana."""
    break_minutes: Annotated[Amount, Field(le=60)] = 0
    """La pausa, in minuti, dentro le lezioni più lunghe di break_after ore."""
    break_after: Annotated[Hours, Field(gt=0)] = 2.0
    """Oltre quante ore una lezione ha la pausa."""
    seed: Amount = 0
    """Il seme: a parità di dati e di seme il calendario è lo stesso."""


class DocumentInfo(Record):
    """What the documents say of themselves."""

    version: Line = "1"
    """La versione del fascicolo."""
    date: Day | None = None
    """La data dei documenti; se manca, il giorno in cui si generano."""
    place: Line | None = None
    """Il luogo della firma; se manca, il comune della sede."""


class CourseEdition(Record):
    """One edition of a course leading to a qualification."""

    standard: StandardReference
    """Lo standard, per esempio abruzzo/addetto-al-servizio-clienti[@2023-04-19]."""
    provider: Provider
    """Il soggetto attuatore: i suoi dati, o il file che li contiene."""
    code: CourseCode
    """Il codice del corso, che dà il nome alla cartella del fascicolo."""
    title: Line | None = None
    """Il titolo; se manca, la qualificazione."""
    edition: Line = "1"
    """Il numero dell'edizione."""
    venue: Venue | None = None
    """La sede di svolgimento; se manca, la sede legale."""
    learners: Count
    """Il numero degli allievi."""
    start: Day
    """Il primo giorno in cui si può fare lezione."""
    end: Day | None = None
    """L'ultimo giorno utile, se ce n'è uno."""
    week: Week
    """Le fasce orarie della settimana."""
    closures: tuple[DateRange, ...] = ()
    """I giorni senza lezione, oltre alle feste e alle chiusure dell'ente."""
    funding: Funding = Funding()
    """Il finanziamento."""
    cost_per_learner: Euro | None = None
    """Il costo a carico di ogni allievo."""
    context: Prose | None = None
    """Il contesto e il fabbisogno."""
    profile: Prose | None = None
    """La figura professionale."""
    outlets: Prose | None = None
    """Gli sbocchi occupazionali."""
    selection: Selection = Selection()
    """La selezione degli allievi."""
    distance: Distance = Distance()
    """La formazione a distanza."""
    methods: Prose | None = None
    """I metodi didattici del corso, oltre a quelli dello standard."""
    units: dict[UnitCode, UnitChoice] = Field(default_factory=dict)
    """Per ogni unità, ciò che differisce dallo standard."""
    additional_units: tuple[AdditionalUnit, ...] = ()
    """Le unità aggiuntive."""
    internship: Internship | None = None
    """Il tirocinio curriculare."""
    assessment: Assessment = Assessment()
    """La valutazione degli apprendimenti."""
    credits: tuple[RecognisedCredit, ...] = ()
    """I crediti riconosciuti."""
    exam: Exam = Exam()
    """L'esame finale."""
    financial_plan: tuple[Cost, ...] = ()
    """Il piano finanziario."""
    planning: Planning = Planning()
    """Come si dispongono le lezioni."""
    document: DocumentInfo = DocumentInfo()
    """Versione, data e luogo dei documenti."""
    annexes: tuple[Line, ...] = ()
    """Gli allegati."""
