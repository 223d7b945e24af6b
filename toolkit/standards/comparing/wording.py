"""The sentences that tell what changed, shared by the text and the page."""

from __future__ import annotations

from toolkit.standards.comparing.changes import ClauseChange, ItemChange, UnitChange
from toolkit.text import Lang, Text, written

LIMITS = Text(it="Cifre e limiti", en="Figures and limits")
UNITS = Text(it="Unità di risultati di apprendimento", en="Learning outcome units")
CLAUSES = Text(it="Parole delle clausole", en="Words of the clauses")
NOTHING = Text(it="Nessuna differenza.", en="No difference.")
FICTITIOUS = Text(it="standard inventato, senza valore", en="fictitious standard, of no value")

TITLE = Text(
    it="{standard}: dalla versione {before} alla {after}",
    en="{standard}: from version {before} to {after}",
)

_UNIT = {
    "added": Text(
        it="unità nuova: {hours} ore, di cui {distance} in FAD",
        en="new unit: {hours} hours, {distance} of them distance hours",
    ),
    "removed": Text(
        it="unità tolta: {hours} ore, di cui {distance} in FAD",
        en="unit removed: {hours} hours, {distance} of them distance hours",
    ),
    "renumbered": Text(it="era la {number}", en="was unit {number}"),
    "renamed": Text(it="rinominata", en="renamed"),
}

_ITEM = {
    "added": Text(it="aggiunta", en="added"),
    "removed": Text(it="tolta", en="removed"),
    "reworded": Text(it="riscritta", en="reworded"),
    "moved": Text(it="spostata, era {code}", en="moved, was {code}"),
    "moved-reworded": Text(
        it="spostata e riscritta, era {code}", en="moved and reworded, was {code}"
    ),
}

_ONLY_NOW = Text(it="clausola nuova", en="new clause")
_ONLY_THEN = Text(it="clausola tolta", en="clause removed")
_ELSEWHERE = Text(it="era nel {section}", en="was in {section}")

_NONE = Text(it="nessuno", en="none")


def told(value: object, lang: Lang) -> str:
    """Return a figure as a person reads it; *nessuno* where a version has none."""
    if value is None or value == ():
        return _NONE.say(lang)
    return written(value, lang)


def unit_notes(change: UnitChange, lang: Lang) -> str:
    """Return what became of a unit as a whole: ``era la 4, rinominata``; empty if nothing did."""
    if change.before is None or change.after is None:
        unit = change.after or change.before
        assert unit is not None
        kind = "added" if change.after else "removed"
        return _UNIT[kind].say(lang, hours=unit.min_hours, distance=unit.max_distance_hours)
    notes = []
    if change.is_renumbered:
        notes.append(_UNIT["renumbered"].say(lang, number=change.before.number))
    if change.is_renamed:
        notes.append(_UNIT["renamed"].say(lang))
    return ", ".join(notes)


def item_kind(change: ItemChange) -> str:
    """Return added, removed, reworded, moved or moved-reworded."""
    if change.before is None:
        return "added"
    if change.after is None:
        return "removed"
    if change.is_moved:
        return "moved-reworded" if change.is_reworded else "moved"
    return "reworded"


def item_note(change: ItemChange, lang: Lang) -> str:
    """Return what became of a knowledge or skill: ``spostata, era URA10-C03``."""
    code = change.before.code if change.before else ""
    return _ITEM[item_kind(change)].say(lang, code=code)


def clause_note(change: ClauseChange, lang: Lang) -> str:
    """Return what became of a clause: new, gone or moved; empty where only its words changed."""
    if change.before is None:
        return _ONLY_NOW.say(lang)
    if change.after is None:
        return _ONLY_THEN.say(lang)
    moved = change.before.section != change.after.section
    return _ELSEWHERE.say(lang, section=change.before.citation) if moved else ""
