"""The figures that a standard fixes, each with its name in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.model.standard import Standard
from toolkit.model.units import LearningOutcomeUnit
from toolkit.standards.comparing.changes import FigureChange
from toolkit.text import Text

FIGURES: tuple[tuple[str, str | None, Text], ...] = (
    ("act.words", None, Text(it="atto", en="act")),
    ("in_force.since", None, Text(it="in vigore dal", en="in force since")),
    ("in_force.until", None, Text(it="in vigore fino al", en="in force until")),
    ("region", None, Text(it="regione", en="region")),
    ("qualification", None, Text(it="qualificazione", en="qualification")),
    ("eqf_level", "eqf-level", Text(it="livello EQF", en="EQF level")),
    ("totals.hours", "total-hours", Text(it="ore totali", en="total hours")),
    (
        "totals.distance_hours",
        "total-hours",
        Text(it="ore totali in FAD", en="total distance hours"),
    ),
    ("language.level", "access-language", Text(it="livello di italiano", en="level of Italian")),
    (
        "internship.min_hours",
        "internship-min",
        Text(it="ore minime di tirocinio", en="minimum internship hours"),
    ),
    (
        "internship.max_hours",
        "internship-max",
        Text(it="ore massime di tirocinio", en="maximum internship hours"),
    ),
    (
        "additional_units.max_percent",
        "additional-units",
        Text(it="percentuale massima di unità aggiuntive", en="maximum percentage of added units"),
    ),
    (
        "credits.attendance_max_percent",
        "attendance-credit",
        Text(it="percentuale massima di credito di frequenza", en="maximum attendance credit (%)"),
    ),
    (
        "credits.internship_max_percent",
        "internship-credit",
        Text(it="percentuale massima di credito sul tirocinio", en="maximum internship credit (%)"),
    ),
    (
        "trainers.min_expert_percent",
        "trainer-experts",
        Text(it="percentuale minima di esperti", en="minimum percentage of experts"),
    ),
    (
        "trainers.min_experience_years",
        "trainer-experience",
        Text(
            it="anni minimi di esperienza dei formatori", en="trainers' minimum years of experience"
        ),
    ),
    (
        "exam.min_attendance_percent",
        "exam-admission",
        Text(it="percentuale minima di frequenza", en="minimum percentage of attendance"),
    ),
)
"""Where each figure stands in the catalogue file, the clause that states it and its name."""

UNIT_FIGURES: tuple[tuple[str, str, Text], ...] = (
    ("min_hours", "min-hours", Text(it="durata minima in ore", en="minimum hours")),
    (
        "max_distance_hours",
        "distance-hours",
        Text(it="ore massime in FAD", en="maximum distance hours"),
    ),
    ("credit.kind", "unit-credit", Text(it="credito", en="credit")),
    ("credit.words", "unit-credit", Text(it="parole sul credito", en="words on credit")),
)

_CREDIT: Mapping[str, Text] = {
    "none": Text(it="non ammesso", en="not allowed"),
    "attendance": Text(it="di frequenza", en="attendance"),
    "a-priori": Text(it="con valore a priori", en="a priori"),
}

_LABORATORY = Text(it="unità in laboratorio", en="laboratory units")
_PREREQUISITES = Text(it="unità da svolgere prima", en="units to be completed before")
_COMPETENCE_UNIT = Text(it="unità di competenza", en="competence unit")
_SECTION_TITLE = Text(it="titolo del §{number}", en="title of §{number}")
_EQUIPMENT = Text(it="attrezzature", en="equipment")


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of one standard, and the number that each unit of the older has in the newer."""

    before: Standard
    after: Standard
    numbers: Mapping[int, int]

    def figure_changes(self) -> Iterator[FigureChange]:
        """Yield each figure of the standard as a whole that is not the same."""
        for path, clause, label in FIGURES:
            old, new = _at(self.before, path), _at(self.after, path)
            yield from self._changed(path, label, old, new, clause)
        old_means, new_means = _equipment(self.before), _equipment(self.after)
        yield from self._changed("equipment", _EQUIPMENT, old_means, new_means, "equipment")
        yield from self._section_titles()

    def _section_titles(self) -> Iterator[FigureChange]:
        old, new = _titles(self.before), _titles(self.after)
        for number in sorted({*old, *new}):
            label = _SECTION_TITLE.filled(number=number)
            name = f"sections.{number}"
            yield from self._changed(name, label, old.get(number), new.get(number), None)

    def unit_figure_changes(
        self, old: LearningOutcomeUnit, new: LearningOutcomeUnit
    ) -> Iterator[FigureChange]:
        """Yield each figure of a unit that is not the same."""
        for path, clause, label in UNIT_FIGURES:
            yield from self._changed(path, label, _told(old, path), _told(new, path), clause)
        yield from self._changed(
            "competence_unit",
            _COMPETENCE_UNIT,
            self.before.competence_unit_of(old.number),
            self.after.competence_unit_of(new.number),
            "competence-units",
        )
        yield from self._changed(
            "laboratory",
            _LABORATORY,
            old.number in self.before.laboratory_units,
            new.number in self.after.laboratory_units,
            "laboratory-units",
        )
        yield from self._prerequisites(old.number, new.number)

    def _prerequisites(self, old: int, new: int) -> Iterator[FigureChange]:
        first, then = self.before.prerequisites_of(old), self.after.prerequisites_of(new)
        # Units that were only renumbered still come before the same others.
        if tuple(sorted(self.numbers.get(n, 0) for n in first)) != then:
            yield from self._changed("prerequisites", _PREREQUISITES, first, then, "prerequisites")

    def _changed(
        self, name: str, label: Text, old: object, new: object, clause: str | None
    ) -> Iterator[FigureChange]:
        if old != new:
            stated = clause and (self.after.clauses.get(clause) or self.before.clauses.get(clause))
            yield FigureChange(name, label, old, new, stated.section if stated else None)


def _at(standard: Standard, path: str) -> Any:
    value: Any = standard
    for key in path.split("."):
        value = None if value is None else getattr(value, key)
    return value


def _told(unit: LearningOutcomeUnit, path: str) -> object:
    value: Any = unit
    for key in path.split("."):
        value = getattr(value, key)
    return _CREDIT[value] if path == "credit.kind" else value


def _titles(standard: Standard) -> dict[int, str]:
    return {section.number: section.title for section in standard.sections}


def _equipment(standard: Standard) -> tuple[str, ...]:
    return tuple(each.name for each in standard.equipment)
