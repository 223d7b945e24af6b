"""Places of a document and what happened at them: values, which know nothing of Word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a place changed."""

    REWRITTEN = "rewritten"
    ADDED = "added"
    REMOVED = "removed"
    RESTYLED = "restyled"
    """The words are the same; the style or the look of characters is not."""
    COMMENTED = "commented"
    """Somebody wrote a comment of Word about them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, as a person would point at it; numbers count from 1."""

    part: str
    heading: str = ""
    """The nearest heading above it."""
    table: int | None = None
    """The number of the table under that heading."""
    row: int | None = None
    cell: int | None = None
    tables: int = 0
    """How many tables stand between the heading and here, this one included."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change; *before* and *after* are the words of the place, empty where it is not.

    Of a comment *before* is what it is about, *after* what it says and *author* who wrote it.
    """

    kind: Kind
    place: Place
    before: str
    after: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that a person and percorso changed differently, with the words of each.

    Of a comment whose place is gone *edited* is what it says, and *author* who wrote it.
    """

    place: Place
    base: str
    edited: str
    new: str
    author: str | None = None
