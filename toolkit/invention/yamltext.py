"""What is invented, as YAML that a person would have written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 100
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ.][\w.'/@+-]*(?: [\w.'/@+()-]+)*")
_RESERVED = re.compile(r"(?i:yes|no|on|off|true|false|null|y|n)")


def as_yaml(values: Mapping[str, Any], *, heading: str) -> str:
    """Return *values* below a comment; what fits on one line stands on one."""
    return "".join((f"# {heading}\n", *_entries(values, "")))


def _entries(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        line = f"{indent}{key}: {_flow(value)}"
        if isinstance(value, Mapping) and len(line) > _WIDTH:
            yield f"{indent}{key}:\n"
            yield from _entries(value, f"{indent}  ")
        elif isinstance(value, list) and len(line) > _WIDTH:
            yield f"{indent}{key}:\n"
            yield from (f"{indent}  - {_flow(item)}\n" for item in value)
        else:
            yield f"{line}\n"


def _flow(value: object) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case str():
            return _scalar(value)
        case float():
            return f"{value:g}"
        case _:
            return json.dumps(value)


def _scalar(text: str) -> str:
    """Return *text*, in quotes where YAML would take it for something else."""
    is_date_or_times = re.fullmatch(r"\d[\d:.-]*\d(?: distance)?", text) and not text.isdigit()
    if is_date_or_times or (_PLAIN.fullmatch(text) and not _RESERVED.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False)
