"""A comparison of two versions as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.standards.comparing import wording
from toolkit.standards.comparing.changes import (
    ClauseChange,
    Comparison,
    FigureChange,
    ItemChange,
    UnitChange,
)
from toolkit.text import Lang
from toolkit.wordchanges import word_changes

_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_SIGNS = {"added": "+", "removed": "-", "reworded": "~", "moved": ">", "moved-reworded": ">"}


def as_text(comparison: Comparison, lang: Lang) -> str:
    """Return what changed, one line a change; words taken out stand in ``[-…-]``, new in ``{+…+}``."""
    return "\n".join(_lines(comparison, lang)) + "\n"


def _lines(comparison: Comparison, lang: Lang) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    yield wording.TITLE.say(
        lang, standard=after.id, before=before.version.isoformat(), after=after.version.isoformat()
    )
    for version in (before, after):
        if version.fictitious:
            yield f"{version.version.isoformat()}: {wording.FICTITIOUS.say(lang)}"
    if comparison.is_empty:
        yield wording.NOTHING.say(lang)
    if comparison.figures:
        yield from ("", wording.LIMITS.say(lang))
        yield from (f"  {_figure(each, lang)}" for each in comparison.figures)
    if comparison.changed_units:
        yield from ("", wording.UNITS.say(lang))
        for unit in comparison.changed_units:
            yield from _unit(unit, lang)
    if comparison.clauses:
        yield from ("", wording.CLAUSES.say(lang))
        yield from (_clause(each, lang) for each in comparison.clauses)


def _figure(change: FigureChange, lang: Lang) -> str:
    section = f" (§{change.section})" if change.section else ""
    old, new = wording.told(change.before, lang), wording.told(change.after, lang)
    return f"{change.label.say(lang)}{section}: {old} → {new}"


def _unit(change: UnitChange, lang: Lang) -> Iterator[str]:
    unit = change.after or change.before
    assert unit is not None
    note = wording.unit_notes(change, lang)
    title = _marked(change.before.title, unit.title) if change.before else unit.title
    yield f"  {unit.code} {title}" + (f" ({note})" if note else "")
    yield from (f"      {_figure(each, lang)}" for each in change.figures)
    yield from (f"    {_item(each, lang)}" for each in change.items)


def _item(change: ItemChange, lang: Lang) -> str:
    item = change.after or change.before
    assert item is not None
    words = _marked(change.before.words, item.words) if change.before else item.words
    note = wording.item_note(change, lang)
    return f"{_SIGNS[wording.item_kind(change)]} {item.code} ({note}) {words}"


def _clause(change: ClauseChange, lang: Lang) -> str:
    old, new = change.before, change.after
    clause = new or old
    assert clause is not None
    note = wording.clause_note(change, lang)
    words = _marked(old.words, new.words) if old and new else clause.words
    told = f" ({note})" if note else ""
    return f"  {clause.citation} {clause.key}{told}: {words}"


def _marked(before: str, after: str) -> str:
    return "".join(_MARKS[run.kind].format(run.words) for run in word_changes(before, after))
