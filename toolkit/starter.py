"""A first ``course.yaml``: short, commented, and already without errors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.model.standard import Standard
from toolkit.model.units import LearningOutcomeUnit
from toolkit.text import Lang, Text

SCHEMA_FOLDER = ".percorso"
SCHEMA_FILE = "course.schema.json"

_MORNINGS = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "9:00-13:00")
_AFTERNOONS = dict.fromkeys(_MORNINGS, "14:30-18:30")
_EVENINGS = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "18:00-21:00")

WEEKS: Mapping[str, Mapping[str, str]] = {
    "mornings": _MORNINGS,
    "afternoons": _AFTERNOONS,
    "evenings": _EVENINGS,
}
"""The weekly patterns to begin from."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a first configuration needs to be told."""

    standard: Standard
    code: str
    provider: str
    street: str
    town: str
    province: str
    learners: int
    start: date
    week: str


_COMMENTS = {
    "head": Text(
        it="Il corso: ciò che qui non c'è viene dallo standard. Completa le voci commentate.",
        en="The course: what is not here comes from the standard. Fill in what is commented out.",
    ),
    "check": Text(
        it="Controlla con «percorso check course.yaml», genera con «percorso build course.yaml».",
        en="Check it with “percorso check course.yaml”, build with “percorso build course.yaml”.",
    ),
    "pin": Text(
        it="Aggiungi @{version} per restare a questa versione.",
        en="Add @{version} to stay with this version.",
    ),
    "week": Text(
        it="Le fasce della settimana; aggiungi «distance» per la FAD: 18:00-21:00 distance.",
        en="The windows of the week; add “distance” for distance learning: 18:00-21:00 distance.",
    ),
    "units": Text(
        it="Ciò che differisce dal minimo, unità per unità.",
        en="What differs from the minimum, unit by unit.",
    ),
    "provider": Text(
        it="Il soggetto attuatore; per usarlo in più corsi mettilo in provider.yaml "
        "e scrivi qui «provider: provider.yaml».",
        en="The provider; to use it in several courses move it to provider.yaml "
        "and write “provider: provider.yaml” here.",
    ),
    "trainers": Text(
        it="I formatori veri al posto di questi; expert: esperto dal mondo del lavoro.",
        en="The real trainers in place of these; expert: from the world of work.",
    ),
    "rooms": Text(it="Le aule vere al posto di queste.", en="The real rooms in place of these."),
}


def starter(answers: Answers, lang: Lang) -> str:
    """Return the text of a ``course.yaml`` for *answers*, commented in *lang*."""
    standard = answers.standard
    said = {
        key: text.say(lang, version=standard.version.isoformat())
        if key == "pin"
        else text.say(lang)
        for key, text in _COMMENTS.items()
    }
    unit = standard.units[min(3, len(standard.units) - 1)]
    parts = [
        f"# yaml-language-server: $schema={SCHEMA_FOLDER}/{SCHEMA_FILE}",
        f"# {said['head']}",
        f"# {said['check']}",
        f"standard: {standard.id}  # {said['pin']}",
        f"code: {_quoted(answers.code)}",
        f"learners: {answers.learners}",
        f"start: {answers.start.isoformat()}",
        "",
        f"# {said['week']}",
        "week:",
        *(f"  {day}: {times}" for day, times in WEEKS[answers.week].items()),
        "",
        f"# {said['units']}",
        "# units:",
        _unit_example(unit),
        "",
        f"# {said['provider']}",
        "provider:",
        *_provider(answers, said),
    ]
    return "\n".join(parts) + "\n"


def _unit_example(unit: LearningOutcomeUnit) -> str:
    limits = f"hours: {unit.min_hours:g}, distance_hours: {unit.max_distance_hours:g}"
    return f"#   {unit.code}: {{{limits}}}"


def _provider(answers: Answers, said: Mapping[str, str]) -> list[str]:
    standard = answers.standard
    years = standard.trainers.min_experience_years if standard.trainers else 0
    needed = (each.pcs_for(answers.learners) for each in standard.equipment)
    pcs = next((f", pcs: {count}" for count in needed if count), "")
    capacity = f"capacity: {answers.learners}"
    seat = ", ".join(
        f"{key}: {_quoted(value)}"
        for key, value in (
            ("street", answers.street),
            ("town", answers.town),
            ("province", answers.province),
        )
    )
    return [
        f"  name: {_quoted(answers.provider)}",
        f"  seat: {{{seat}}}",
        "  # legal_representative: …",
        "  # vat_number: …",
        "  # pec: …",
        f"  # {said['trainers']}",
        "  trainers:",
        f"    - {{name: Formatrice A, expert: true, experience_years: {years}}}",
        f"    - {{name: Formatore B, expert: false, experience_years: {years}}}",
        f"  # {said['rooms']}",
        "  rooms:",
        f"    - {{name: Aula 1, {capacity}}}",
        f"    - {{name: Laboratorio 1, kind: laboratory, {capacity}{pcs}}}",
    ]


def _quoted(value: str) -> str:
    """Return *value* as a YAML text that nothing in it can change."""
    return json.dumps(value, ensure_ascii=False)
