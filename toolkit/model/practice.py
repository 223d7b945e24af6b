"""The internship and its hosts, as a course describes them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from toolkit.model.moments import Day
from toolkit.model.numbers import Count, Hours
from toolkit.model.planning import WeekdayName
from toolkit.model.provider import Address, Person
from toolkit.model.record import Record
from toolkit.model.words import Line, Prose, UnitCode


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
    hours_per_week: Annotated[Hours, Field(gt=0, le=48)] | None = None
    """Le ore al massimo in una settimana; se mancano, quelle dei suoi giorni."""
    days: Annotated[tuple[WeekdayName, ...], Field(min_length=1)] = (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
    )
    """I giorni della settimana."""
    after: tuple[UnitCode, ...] = ()
    """Le unità che mette in pratica e che lo precedono; se mancano, tutte."""
    hosts: tuple[Host, ...] = ()
    """I soggetti ospitanti."""
    tutor: Person | None = None
    """Il tutor del soggetto attuatore."""
    assessment: Prose | None = None
    """Come si valuta il tirocinio."""
