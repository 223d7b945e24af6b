"""The events of a YAML text: from libyaml where it is there, else from PyYAML's own parser.

Both give the same values at the same places; libyaml is several times as fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from toolkit.loading.grammar import invalid_yaml

Parser = type[Any]
"""A class of PyYAML's that makes events of a text."""

PYTHON: Parser = yaml.SafeLoader
FASTEST: Parser = getattr(yaml, "CSafeLoader", PYTHON)
"""libyaml's parser; an installation without a compiler has PyYAML's own alone."""


def events(text: str, name: str, parser: Parser) -> Iterator[Any]:
    """Yield the events of *text*, told as *name*.

    Raises an `InvalidYamlError`, in plain words, where the text breaks the grammar.
    """
    try:
        loader = parser(text)
        try:
            while (event := loader.get_event()) is not None:
                yield event
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        # A quote that is never closed is found where it opens, not where the file ends.
        is_open = "unexpected" in (error.problem or "") and "quoted" in (error.context or "")
        mark = (is_open and error.context_mark) or error.problem_mark
        where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        told = ": ".join(filter(None, (error.context, error.problem)))
        raise invalid_yaml(where, told) from None
    except yaml.YAMLError as error:
        raise invalid_yaml(name, str(error)) from None


def mark_of(event: Any) -> tuple[int, int]:
    """Return the line and column of *event*, from 1."""
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
