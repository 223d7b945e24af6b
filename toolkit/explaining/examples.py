"""A real breach of each rule: what was written, and the sentence that it got.

``examples.json`` is made of the cases that prove the rules (``docs/generate.py``).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.text import Text

FILE = Path(__file__).with_name("examples.json")


@dataclass(frozen=True, slots=True)
class Example:
    """Values as a configuration or a timetable writes them, and what is found then."""

    written: tuple[str, ...]
    message: Text
    mend: Text | None


@functools.cache
def examples() -> Mapping[str, Example]:
    """Return the example of each rule by its id."""
    return read_examples(FILE.read_text(encoding="utf-8"))


def read_examples(text: str) -> Mapping[str, Example]:
    """Return the examples that *text* lists."""
    told = json.loads(text)
    return {
        rule: Example(
            tuple(each["written"]),
            Text(**each["message"]),
            Text(**each["mend"]) if each["mend"] else None,
        )
        for rule, each in told.items()
    }
