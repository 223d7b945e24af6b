"""One edition of a course, as the provider describes it in ``course.yaml``.

Only what differs from the standard's minimum need be written: `resolve` fills in the
rest from the standard and from the defaults here.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from toolkit.model.assessing import Assessment, Exam, RecognisedCredit
from toolkit.model.choices import AdditionalUnit, UnitChoice
from toolkit.model.moments import DateRange, Day, YearDay
from toolkit.model.numbers import Count, Euro
from toolkit.model.planning import Planning
from toolkit.model.practice import Internship
from toolkit.model.provider import Address, Provider
from toolkit.model.record import Record, ValueRefusedError
from toolkit.model.week import Week
from toolkit.model.words import Line, Prose, UnitCode, YesNo

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


_REFERENCE = r"^[a-z0-9-]+/[a-z0-9-]+(@\d{4}-\d{2}-\d{2})?$"


def _standard_reference(value: str) -> str:
    if not re.fullmatch(_REFERENCE, value, re.ASCII):
        raise ValueRefusedError(
            it=f"«{value}» non è il nome di uno standard: scrivilo come regione/qualificazione, "
            "con o senza la versione (@2023-04-19).",
            en=f"“{value}” is not the name of a standard: write it as region/qualification, "
            "with or without the version (@2023-04-19).",
        )
    return value


StandardReference = Annotated[
    str,
    AfterValidator(_standard_reference),
    WithJsonSchema({"type": "string", "pattern": _REFERENCE}),
]
"""A standard by id, alone or with the version to use: ``region/name@2023-04-19``."""


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
    permits_until: Day | None = None
    """Fino a quando valgono i permessi di soggiorno degli allievi: la scadenza più vicina."""


class Distance(Record):
    """How much of the course is at a distance (FAD)."""

    hours: Literal["none", "maximum"] = "none"
    """none: nessuna FAD se un'unità non la chiede; maximum: il massimo di ogni unità."""
    asynchronous: YesNo = False
    """true se le ore in FAD sono asincrone dove un'unità non dice altro."""


class Cost(Record):
    """One line of the financial plan."""

    category: Line
    """La macrovoce."""
    item: Line
    """La voce."""
    amount: Euro
    """L'importo in euro."""


class Waiver(Record):
    """A warning that the provider has considered and accepts, with the reason."""

    rule: Line
    """La regola dell'avviso accettato, per esempio A102."""
    reason: Prose
    """Il motivo, che la tabella di conformità riporta."""
    until: Day
    """L'ultimo giorno in cui l'accettazione vale."""
    unit: Line | None = None
    """L'unità a cui si limita, per esempio URA07 o AGG01; se manca, tutte."""
    at: Line | None = None
    """La voce a cui si limita, per esempio provider.rooms.1; se manca, tutte."""


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
    waivers: tuple[Waiver, ...] = ()
    """Gli avvisi accettati, con il motivo."""
