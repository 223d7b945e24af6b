"""What the reading of a template comes across, for the rules to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.place import At


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is not as it should be: its kind, its place, the words to say it with."""

    kind: str
    at: At
    values: Mapping[str, object] = field(default_factory=dict)


def slip(kind: str, at: At, /, **values: object) -> Slip:
    """Return a slip; *values* fill the message of the rule that tells it."""
    return Slip(kind, at, values)
