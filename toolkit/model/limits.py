"""The figures that a standard fixes, each with what it limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from toolkit.model.numbers import Count, Hours, Percent
from toolkit.model.published import Verbatim
from toolkit.model.record import Record


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

    def pcs_for(self, learners: int) -> int:
        """Return how many PCs so many *learners* need; 0 where it is not counted in PCs."""
        return -(-learners // self.learners_per_pc) if self.learners_per_pc else 0


class LanguageRequirement(Record):
    """The Italian a foreign candidate must know."""

    level: Annotated[str, Field(pattern=r"^(A1|A2|B1|B2|C1|C2)$")]
    """Il livello del Quadro comune europeo di riferimento."""


class ExamRequirements(Record):
    """Who is admitted to the final examination."""

    min_attendance_percent: Percent
    """La frequenza minima sulle ore complessive del percorso."""
