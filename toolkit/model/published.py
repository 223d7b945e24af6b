"""The published text of a standard, in pieces that keep its words and order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.moments import Day
from toolkit.model.numbers import Amount, Count
from toolkit.model.record import Record
from toolkit.model.words import Line

Verbatim = Annotated[str, Field(min_length=1)]
"""Words of the published text, exactly as they stand there."""


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


class SupersededAct(Record):
    """An act that the published text cites and that another has replaced since."""

    at: Line
    """Dove è citato, per esempio URA13."""
    words: Verbatim
    """Le parole pubblicate che lo citano."""
    by: Line
    """L'atto che lo sostituisce."""
    date: Day
    """La data dell'atto che lo sostituisce."""


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


class SpelledNumber(Record):
    """A number the published text writes in words."""

    words: Verbatim
    """La parola pubblicata, per esempio triennale."""
    number: Amount
    """Il numero che la parola indica."""
