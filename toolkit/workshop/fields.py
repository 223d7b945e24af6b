"""Everything a template may name: each field with its kind, its meaning and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.context import DossierContext
from toolkit.context.meanings import meaning
from toolkit.placeholders import Missing
from toolkit.rendering.places import shortened
from toolkit.text import Lang, Text, written
from toolkit.workshop.hints import ITALIAN
from toolkit.workshop.kinds import Kind, parts_of
from toolkit.workshop.statements import unaccented

_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")
_LONGEST = 60
_A_CLAUSE = "min_hours"


@dataclass(frozen=True, slots=True)
class Field:
    """A name as a template writes it, inside the loop that gives it, if it wants one."""

    name: str
    loop: str
    """``unit in units``; empty where the name holds everywhere."""
    record: str
    kind: Kind
    meaning: Text
    example: str

    @property
    def kind_words(self) -> Text:
        """What kind of value it is; of a list, what it lists."""
        words = _KINDS[self.kind.name]
        if self.kind.name == "list" and self.kind.item is not None:
            item = _PLURALS.get(self.kind.item.name, _ITEMS)
            words = Text(it=f"{words.it} di {item.it}", en=f"{words.en} of {item.en}")
        if self.kind.may_lack:
            words = Text(it=f"{words.it}, può mancare", en=f"{words.en}, may be missing")
        return words


_KINDS: Mapping[str, Text] = {
    "text": Text(it="testo", en="text"),
    "integer": Text(it="numero intero", en="whole number"),
    "number": Text(it="numero", en="number"),
    "truth": Text(it="vero o falso", en="true or false"),
    "date": Text(it="data", en="date"),
    "time": Text(it="orario", en="time"),
    "list": Text(it="elenco", en="list"),
    "table": Text(it="raccolta", en="collection"),
    "record": Text(it="gruppo", en="group"),
    "filter": Text(it="filtro", en="filter"),
}
_PLURALS: Mapping[str, Text] = {
    "text": Text(it="testi", en="texts"),
    "list": Text(it="elenchi", en="lists"),
}
_ITEMS = Text(it="gruppi", en="groups")


def fields_of(example: DossierContext) -> tuple[Field, ...]:
    """Return every field, each kind of record once, with what it is in *example*."""
    walker = _Walker()
    return tuple(walker.walk("", "", DossierContext, example))


def found(fields: tuple[Field, ...], search: str) -> tuple[Field, ...]:
    """Return the fields about *search*: every word of it, in either language, accents or not."""
    words = [unaccented(word) for word in search.split()]
    return tuple(each for each in fields if all(_is_about(each, word) for word in words))


def _is_about(field: Field, word: str) -> bool:
    text = f"{field.name} {field.loop} {field.meaning.it} {field.meaning.en} {field.kind_words.it}"
    plain = unaccented(text)
    pieces = re.split(r"[^a-z0-9]+", plain)
    meant = (word, *ITALIAN.get(word, "").split())
    return word in field.name or any(each.startswith(meant) for each in pieces)


class _Walker:
    def __init__(self) -> None:
        self._seen: set[type] = set()

    def walk(self, path: str, loop: str, record: type, value: Any) -> Iterator[Field]:
        """Yield the fields of a record, each followed by those of its parts."""
        self._seen.add(record)
        for name, kind in parts_of(record).items():
            full = f"{path}.{name}" if path else name
            own = getattr(value, name, None)
            words = meaning(record.__name__, name)
            yield Field(full, loop, record.__name__, kind, words, _shown(own))
            yield from self._inside(full, loop, kind, own)

    def _inside(self, path: str, loop: str, kind: Kind, value: Any) -> Iterator[Field]:
        if kind.name == "record" and kind.record is not None:
            yield from self.walk(path, loop, kind.record, value)
        elif kind.name == "table" and kind.item is not None and kind.item.record is not None:
            # Every clause has the same parts: one stands for all.
            one = value.get(_A_CLAUSE) if value else None
            yield from self.walk(f"{path}.{_A_CLAUSE}", loop, kind.item.record, one)
        elif kind.name == "list" and kind.item is not None:
            record = kind.item.record
            if record is not None and record not in self._seen:
                # A loop's variable called as its list would hide it.
                name = item_name(record) if item_name(record) != path else "entry"
                first = next(iter(value), None) if value else None
                around = f"{loop}, " if loop else ""
                yield from self.walk(name, f"{around}{name} in {path}", record, first)


def item_name(record: type) -> str:
    """Return the name that a loop gives to one *record*: ``learner_sheet_row``."""
    return _CAMEL.sub("_", record.__name__.removesuffix("Context")).lower()


def _shown(value: object) -> str:
    """Return *value* as the documents write it, short; nothing for what has parts."""
    if value is None or isinstance(value, Mapping) or hasattr(value, "__dataclass_fields__"):
        return f"[da completare: {value.label.it}]" if isinstance(value, Missing) else ""
    if isinstance(value, tuple):
        return shortened(str(value[0]), _LONGEST) if value and isinstance(value[0], str) else ""
    return shortened(written(value, "it"), _LONGEST)


def line_of(field: Field, lang: Lang) -> str:
    """Return a field as one line: name, kind, meaning, an example, the loop it wants."""
    line = f"{field.name}  [{field.kind_words.say(lang)}]  {field.meaning.say(lang)}"
    if field.example:
        line += f"  {_EXAMPLE.say(lang, example=field.example)}"
    if field.loop:
        line += "  " + " ".join(f"{{% for {each} %}}" for each in field.loop.split(", "))
    return line


_EXAMPLE = Text(it="es. {example}", en="e.g. {example}")
