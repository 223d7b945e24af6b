"""The sentences that tell where something was changed, and what could not be carried over."""

from __future__ import annotations

from toolkit.revision.places import Conflict, Place
from toolkit.text import Lang, Text

_PARTS = {
    "header": Text(it="intestazione di pagina", en="page header"),
    "footer": Text(it="piè di pagina", en="page footer"),
}
_TABLE = Text(it="tabella {table}", en="table {table}")
_ROW = Text(it="riga {row}", en="row {row}")
_CELL = Text(it="colonna {cell}", en="column {cell}")
_START = Text(it="inizio del documento", en="beginning of the document")
_CONFLICT = Text(
    it="{place}: da unire a mano: a mano è diventato «{edited}», la nuova versione dice «{new}»",
    en="{place}: to be joined by hand: by hand it became “{edited}”, the new version says “{new}”",
)
_GONE = Text(
    it="{place}: commento da riportare a mano, il suo capoverso non c'è più: {author}: «{edited}»",
    en="{place}: comment to be carried over by hand, its paragraph is gone: {author}: “{edited}”",
)
_MOST = 300


def place_of(place: Place, lang: Lang) -> str:
    """Return a place as a person points at it: ``Struttura, tabella 1, riga 3, colonna 2``."""
    name = place.part.rpartition("/")[2]
    part = next((text for key, text in _PARTS.items() if name.startswith(key)), None)
    first = part.say(lang) if part else place.heading or _START.say(lang)
    steps = (
        (place.table, _TABLE.say(lang, table=place.table)),
        (place.row, _ROW.say(lang, row=place.row)),
        (place.cell, _CELL.say(lang, cell=place.cell)),
    )
    return ", ".join((first, *(told for number, told in steps if number is not None)))


def conflict_line(conflict: Conflict, lang: Lang) -> str:
    """Return a conflict on one line: where it is and what each of the two says."""
    sentence = _CONFLICT if conflict.author is None else _GONE
    return sentence.say(
        lang,
        place=place_of(conflict.place, lang),
        author=conflict.author,
        edited=on_one_line(conflict.edited),
        new=on_one_line(conflict.new),
    )


def on_one_line(words: str) -> str:
    """Return *words* on one line, cut where they are too many to read there."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST else f"{line[:_MOST]}…"
