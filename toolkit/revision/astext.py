"""What a person changed, as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from toolkit.revision.places import Change, Kind
from toolkit.revision.wording import on_one_line, place_of
from toolkit.text import Lang, Text
from toolkit.wordchanges import word_changes

FORMAT = 1

_NOTHING = Text(
    it="{file}: nessuna modifica: è come fu generato.",
    en="{file}: no change: it is as it was generated.",
)
_COUNT = Text(it="{file}: modifiche a mano: {n}", en="{file}: changes by hand: {n}")
_KINDS = {
    Kind.REWRITTEN: Text(it="riscritto", en="rewritten"),
    Kind.ADDED: Text(it="aggiunto", en="added"),
    Kind.REMOVED: Text(it="tolto", en="removed"),
    Kind.RESTYLED: Text(it="stile o aspetto cambiato", en="style or look changed"),
    Kind.COMMENTED: Text(it="commentato", en="commented"),
}
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def as_text(path: Path, found: Iterable[Change], lang: Lang) -> str:
    """Return one line a change; words taken out stand in ``[-…-]``, new ones in ``{+…+}``."""
    every = tuple(found)
    if not every:
        return f"{_NOTHING.say(lang, file=path)}\n"
    lines = (line for change in every for line in _lines(change, lang))
    return "\n".join((_COUNT.say(lang, file=path, n=len(every)), *lines)) + "\n"


def _lines(change: Change, lang: Lang) -> Iterator[str]:
    yield f"  {place_of(change.place, lang)}: {_KINDS[change.kind].say(lang)}"
    if change.kind is Kind.COMMENTED:
        yield f"    {on_one_line(change.before)}"
        yield f"    {change.author}: {on_one_line(change.after)}"
    else:
        yield f"    {marked(change)}"


def marked(change: Change) -> str:
    """Return the words of *change* on one line, with what went and what came."""
    if change.kind is Kind.RESTYLED:
        return on_one_line(change.after)
    runs = word_changes(on_one_line(change.before), on_one_line(change.after))
    return "".join(_MARKS[run.kind].format(run.words) for run in runs)


def as_json(path: Path, found: Iterable[Change]) -> str:
    """Return the changes as JSON; `docs/changes-json.md` describes the form."""
    content = {
        "format": FORMAT,
        "file": str(path),
        "changes": [
            {
                "kind": each.kind.value,
                "place": asdict(each.place),
                "before": each.before,
                "after": each.after,
                **({"author": each.author} if each.kind is Kind.COMMENTED else {}),
            }
            for each in found
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
