"""What a notice of variation may name: what changed in the timetable, why and for whom."""

from __future__ import annotations

import datetime as dt

from toolkit.frozen import frozen
from toolkit.placeholders import Missing


@frozen
class EntryContext:
    """A lesson, a day of internship or the exam, as it was or as it is."""

    date: dt.date
    times: str
    """«9:00–13:15»; empty for internship and exam, which take the day."""
    place: str
    """The room, or how a distance lesson is given; empty for internship and exam."""
    trainer: str
    has_test: bool
    """Whether the lesson ends with the test of its unit."""


@frozen
class ChangeContext:
    """One entry of the timetable that changed."""

    number: int
    title: str
    """«URA05 Gestire i reclami», «Tirocinio curriculare», «Esame finale»."""
    aspects: tuple[str, ...]
    """Of «data o orario», «formatore», «aula», «verifica di fine unità», those that changed."""
    before: EntryContext | None
    after: EntryContext | None


@frozen
class ToldContext:
    """Someone who has to know, and of which changes."""

    name: str
    role: str
    """formatore, soggetto ospitante or allievi."""
    changes: tuple[int, ...]
    """Their numbers."""


@frozen
class VariationContext:
    """A variation of the timetable."""

    number: int
    """The first one is 1."""
    date: dt.date
    """The day of the notice."""
    addressee: Missing
    """To whom the notice is sent: nobody says so in the configuration."""
    reasons: tuple[str | Missing, ...]
    """«Indisponibilità di Rosa Esempio dall'8 al 14 marzo 2027»."""
    changes: tuple[ChangeContext, ...]
    told: tuple[ToldContext, ...]
    old_end: dt.date
    end: dt.date
    """The last day of lessons or internship, before and now."""
    ends_another_day: bool
    exam_moves: bool
