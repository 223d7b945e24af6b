"""Something that might mend a shortage: the same change in several sizes or ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.model.course import Course
from toolkit.text import Text, written

Change = Callable[[Course], Course]


@dataclass(frozen=True, slots=True)
class Step:
    """One change, and what tells it from the others of its idea."""

    which: object
    change: Change


@dataclass(frozen=True, slots=True)
class Idea:
    """Changes that are asked for in the same words, but for ``{which}``."""

    words: Text
    steps: tuple[Step, ...]
    grows: bool = False
    """Whether each step gives at least what those before it give; else they are alternatives."""


def one(words: Text, change: Change) -> Idea:
    """Return the idea of a single change."""
    return Idea(words, (Step("", change),))


def asking(words: Text, **values: object) -> Text:
    """Return *words* with all filled in but ``{which}``, written with two braces in them."""

    def kept(value: object) -> Text:
        # Braces in a name are what a person wrote, not a value to come.
        it, en = written(value, "it"), written(value, "en")
        return Text(
            it=it.replace("{", "{{").replace("}", "}}"), en=en.replace("{", "{{").replace("}", "}}")
        )

    return words.filled(**{name: kept(value) for name, value in values.items()})
