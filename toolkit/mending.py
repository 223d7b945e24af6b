"""What would mend a finding: changes to what a person wrote, as values.

`loading.editing` makes them in the text of a file. Edits apply one after another: the
path of each is that of its place once those before it are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.place import At
from toolkit.text import Text

Scalar = str | int | float | bool | date | None
Content = Scalar | tuple["Content", ...] | Mapping[str, "Content"]
"""What an edit writes: a value, a list or keys with their values."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """The value at *at* becomes *value*; keys on the way that are not there are added."""

    at: At
    value: Content


@dataclass(frozen=True, slots=True)
class Remove:
    """The key or the list item at *at* goes away, with the comments about it alone."""

    at: At


@dataclass(frozen=True, slots=True)
class Insert:
    """*value* comes into a list; *at* ends with its position, one past the last adds it."""

    at: At
    value: Content


@dataclass(frozen=True, slots=True)
class Rename:
    """The key at *at* is called *key* from now on; its value stays."""

    at: At
    key: str


Edit = SetValue | Remove | Insert | Rename


@dataclass(frozen=True, slots=True)
class Mend:
    """The one thing to do about a finding, said in the imperative and as edits."""

    text: Text
    edits: tuple[Edit, ...]


def plain(value: Scalar) -> str | None:
    """Return the text that stands in a file for *value*; none for nothing."""
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.10f}".rstrip("0").rstrip(".")
        case date():
            return value.isoformat()
        case _:
            return str(value)
