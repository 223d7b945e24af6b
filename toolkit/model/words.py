"""Texts, yes and no, and the codes of units."""

from __future__ import annotations

import functools
import re
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    WithJsonSchema,
)

from toolkit.model.record import ValueRefusedError


def _read_yes_no(value: object) -> object:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in {"true", "yes", "sì", "si"}:
            return True
        if word in {"false", "no"}:
            return False
        raise ValueRefusedError(it="rispondi sì o no (true o false).", en="say true or false.")
    return value


YesNo = Annotated[bool, BeforeValidator(_read_yes_no), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``; ``yes``, ``no`` and ``sì`` are understood."""


@functools.lru_cache(maxsize=1024)
def _one_line(value: str) -> str:
    text = " ".join(value.split())
    if not text:
        raise ValueRefusedError(it="il testo è vuoto.", en="the text is empty.")
    return text


def _paragraphs(value: str) -> str:
    text = "\n".join(" ".join(line.split()) for line in value.strip().splitlines())
    if not text:
        raise ValueRefusedError(it="il testo è vuoto.", en="the text is empty.")
    return text


def listed(value: object) -> object:
    """Return a text that stands where a list may stand as a list of one."""
    return [value] if isinstance(value, str) else value


Line = Annotated[str, AfterValidator(_one_line)]
"""A text of one line; runs of white space count as one space."""


Prose = Annotated[str, AfterValidator(_paragraphs)]
"""A text of one or more paragraphs, a line each."""


def unit_code(number: int) -> str:
    """Return the code of the learning outcome unit *number*: ``URA04``."""
    return f"URA{number:02d}"


def _read_unit_code(value: str) -> str:
    if not re.fullmatch(r"URA[0-9]{2,3}", value):
        digits = re.fullmatch(r"\s*(?:URA|UC)?\s*([0-9]{1,3})\s*", value, re.IGNORECASE)
        hint = unit_code(int(digits[1])) if digits else "URA04"
        raise ValueRefusedError(
            it=f"«{value}» non è il codice di un'unità: scrivi per esempio {hint}.",
            en=f"“{value}” is not the code of a unit: write for example {hint}.",
        )
    return value


UnitCode = Annotated[
    str,
    AfterValidator(_read_unit_code),
    WithJsonSchema({"type": "string", "pattern": r"^URA\d{2,3}$"}),
]
"""The code of a learning outcome unit: ``URA`` and its number in two digits."""
