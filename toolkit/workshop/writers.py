"""What each filter of templates wants and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from toolkit.workshop.kinds import INTEGER, NUMBER, TEXT, UNKNOWN, Kind

_NUMBERS = frozenset({"integer", "number"})
_LISTS = frozenset({"list", "table"})
_PRINTED = frozenset({"text", "integer"})


@dataclass(frozen=True, slots=True)
class Use:
    """The kinds that a filter takes (none: any) and how its result follows."""

    takes: frozenset[str]
    gives: Kind | str
    """A kind, or ``item``, ``same``, ``present`` or ``list``: of what it was given."""

    def result(self, given: Kind) -> Kind:
        """Return the kind of what the filter makes of *given*."""
        match self.gives:
            case Kind() as kind:
                return kind
            case "item":
                return given.item or UNKNOWN
            case "list":
                return Kind("list", item=given.item)
            case "present":
                return given.always()
            case _:
                return given


def _uses(names: str, takes: frozenset[str], gives: Kind | str) -> dict[str, Use]:
    return {name: Use(takes, gives) for name in names.split()}


USES: Mapping[str, Use] = MappingProxyType(
    {
        **_uses("date long_date weekday short_weekday month", frozenset({"date"}), TEXT),
        **_uses("since until on dated initial_upper agreed", frozenset({"text"}), TEXT),
        **_uses("time", frozenset({"time"}), TEXT),
        **_uses("hours number euro percent", _NUMBERS, TEXT),
        **_uses("join_and join", frozenset({"list"}), TEXT),
        **_uses("yes_no", frozenset({"truth"}), TEXT),
        **_uses(
            "capitalize upper lower title trim replace string escape e forceescape striptags "
            "truncate",
            _PRINTED,
            TEXT,
        ),
        **_uses("length count", _LISTS | {"text"}, INTEGER),
        **_uses("wordcount", _PRINTED, INTEGER),
        **_uses("int", _PRINTED | _NUMBERS, INTEGER),
        **_uses("float round", _PRINTED | _NUMBERS, NUMBER),
        **_uses("abs", _NUMBERS, "same"),
        **_uses("sum", _LISTS, NUMBER),
        **_uses("first last", _LISTS | {"text"}, "item"),
        **_uses("min max", _LISTS, "item"),
        **_uses("list reverse", _LISTS | {"text"}, "list"),
        **_uses("sort unique select reject selectattr rejectattr", _LISTS, "list"),
        **_uses("map batch slice groupby", _LISTS, Kind("list", item=UNKNOWN)),
        **_uses("items dictsort", frozenset({"table"}), Kind("list", item=UNKNOWN)),
        **_uses("default d", frozenset(), "present"),
    }
)
"""By name; a filter that is not here takes and gives anything."""

BY_ATTRIBUTE: Mapping[str, int] = MappingProxyType(
    {"map": 0, "selectattr": 0, "rejectattr": 0, "groupby": 0, "sort": -1, "unique": -1,
     "sum": 0, "min": -1, "max": -1, "join": 1}
)  # fmt: skip
"""Filters that may name a part of each item; the position of that argument, -1 by name only."""

WRITERS: Mapping[str, str] = MappingProxyType(
    {
        "date": "date, long_date",
        "time": "time",
        "number": "hours, number, euro, percent",
        "truth": "yes_no",
        "list": "join_and, join",
    }
)
"""The filters that write each kind of value that does not print as it is."""
