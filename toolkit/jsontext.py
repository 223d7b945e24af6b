"""JSON that a person can read and that is quick to write: a member a line, an entry a line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

# Python's own layout is made piece by piece: of a run that changes nothing it was a fifth.
_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode


def json_text(members: Mapping[str, object]) -> str:
    """Return an object as JSON; of a member that is a list each entry has a line too."""
    lines = (f"  {_WRITTEN(key)}: {_member(value)}" for key, value in members.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _member(value: object) -> str:
    if not isinstance(value, Sequence) or isinstance(value, str) or not value:
        return _WRITTEN(value)
    return "[\n    " + ",\n    ".join(map(_WRITTEN, value)) + "\n  ]"
