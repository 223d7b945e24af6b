"""What kind of value each name of a template has, read from the tree of the context."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache

from toolkit.context.occasions import PATHS
from toolkit.context.tree import DossierContext
from toolkit.context.values import VALUES
from toolkit.placeholders import Missing
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a value: *name* says which, *item* what a list or table holds."""

    name: str
    item: Kind | None = None
    record: type | None = None
    """The class of a value with parts."""
    may_lack: bool = False
    """True where a course may have nothing here."""

    @property
    def words(self) -> Text:
        """What a person calls it, such as «un elenco»."""
        return NAMES[self.name]

    def always(self) -> Kind:
        """Return the kind of the value where it is there."""
        return replace(self, may_lack=False)


UNKNOWN = Kind("unknown")
TEXT = Kind("text")
INTEGER = Kind("integer")
NUMBER = Kind("number")
TRUTH = Kind("truth")
DATE = Kind("date")
TIME = Kind("time")
NOTHING = Kind("nothing")

NAMES: Mapping[str, Text] = types.MappingProxyType(
    {
        "unknown": Text(it="un valore", en="a value"),
        "text": Text(it="un testo", en="text"),
        "integer": Text(it="un numero intero", en="a whole number"),
        "number": Text(it="un numero con decimali", en="a number with decimals"),
        "truth": Text(it="vero o falso", en="true or false"),
        "date": Text(it="una data", en="a date"),
        "time": Text(it="un orario", en="a time of day"),
        "nothing": Text(it="niente", en="nothing"),
        "list": Text(it="un elenco", en="a list"),
        "table": Text(it="una raccolta di voci", en="a collection of entries"),
        "record": Text(it="un gruppo di dati", en="a group of data"),
    }
)

_PLAIN: Mapping[object, Kind] = types.MappingProxyType(
    {
        str: TEXT, int: INTEGER, float: NUMBER, bool: TRUTH, date: DATE, datetime: DATE,
        time: TIME, type(None): NOTHING,
    }
)  # fmt: skip


def kind_of(hint: object) -> Kind:
    """Return the kind that a type annotation of the context stands for."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if hint is Missing:
        # What nobody has given yet prints as a text.
        return TEXT
    if dataclasses.is_dataclass(hint):
        return Kind("record", record=typing.cast("type", hint))
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _kind_of_union(arguments)
    if origin is tuple:
        return Kind("list", item=kind_of(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Kind("table", item=kind_of(arguments[1]))
    return UNKNOWN


def _kind_of_union(members: tuple[object, ...]) -> Kind:
    # A value still to be given prints as its placeholder, whatever the filter.
    kinds = {kind_of(each) for each in members if each is not Missing}
    lacks = NOTHING in kinds
    kinds.discard(NOTHING)
    return replace(kinds.pop(), may_lack=lacks) if len(kinds) == 1 else UNKNOWN


@cache
def parts_of(record: type) -> Mapping[str, Kind]:
    """Return the parts of a value and their kinds, in the order they are defined."""
    hints = typing.get_type_hints(record)
    return {each.name: kind_of(hints[each.name]) for each in dataclasses.fields(record)}


CLAUSES = tuple(key.replace("-", "_") for key in VALUES)
"""The names under ``clauses``."""


def names_for(per: str, occasion: str = "dossier") -> Mapping[str, Kind]:
    """Return the names at the top of a template that is used once *per* course, unit ….

    A document of another *occasion*, such as a variation, always has what it is about.
    """
    names = dict(parts_of(DossierContext))
    if path := PATHS[per]:
        kind = names[path[0]]
        for step in path[1:]:
            assert kind.record is not None
            kind = parts_of(kind.record)[step]
        assert kind.item is not None
        names[per] = kind.item
    if occasion in names:
        names[occasion] = names[occasion].always()
    return names
