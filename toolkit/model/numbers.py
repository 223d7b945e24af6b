"""Hours, counts, percentages and amounts, with a decimal comma or point."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    WithJsonSchema,
)

from toolkit.model.record import ValueRefusedError

_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)
_WITH_THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,]\d{3})+([.,]\d+)?", re.ASCII)


def read_number(value: object) -> object:
    """Return the number with a decimal comma or point; thousands are not separated."""
    if not isinstance(value, str):
        return value
    written = value.strip()
    # 1.500 would be one and a half to some and fifteen hundred to others.
    if _WITH_THOUSANDS.fullmatch(written):
        raise ValueRefusedError(
            it=f"«{written}»: scrivi le migliaia senza separarle e non più di due decimali.",
            en=f"“{written}”: write thousands without a separator and at most two decimals.",
        )
    if not _NUMBER.fullmatch(written):
        raise ValueRefusedError(
            it=f"«{written}» non è un numero.", en=f"“{written}” is not a number."
        )
    return float(written.replace(",", ".")) + 0.0  # which makes 0 of -0


def _quarters(value: float) -> float:
    if value < 0 or (value * 4) % 1:
        raise ValueRefusedError(
            it="le ore sono in quarti d'ora e non negative: per esempio 10, 10,5 o 10,25.",
            en="hours come in quarters and are not negative: for example 10, 10.5 or 10.25.",
        )
    return value


def _at_least(lowest: float) -> Callable[[float], float]:
    def check(value: float) -> float:
        if value < lowest:
            raise ValueRefusedError(
                it=f"deve essere almeno {lowest:.0f}.", en=f"must be at least {lowest:.0f}."
            )
        return value

    return check


def _at_most(highest: float) -> Callable[[float], float]:
    def check(value: float) -> float:
        if value > highest:
            raise ValueRefusedError(
                it=f"deve essere al massimo {highest:.0f}.", en=f"must be at most {highest:.0f}."
            )
        return value

    return check


def _whole(value: object) -> object:
    number = read_number(value)
    if isinstance(number, float):
        if number % 1:
            raise ValueRefusedError(it="serve un numero intero.", en="a whole number is needed.")
        return int(number)
    return number


def _decimal(**limits: float) -> WithJsonSchema:
    """Return the schema of a number that may also be written with a decimal comma."""
    comma = {"type": "string", "pattern": r"^\d+,\d+$"}
    return WithJsonSchema({"anyOf": [{"type": "number", **limits}, comma]})


Hours = Annotated[
    float,
    BeforeValidator(read_number),
    AfterValidator(_quarters),
    AfterValidator(_at_most(10_000)),
    _decimal(minimum=0, multipleOf=0.25),
]
"""Hours of sixty minutes, in quarters; such floats are exact and add up exactly."""


Count = Annotated[
    int,
    BeforeValidator(_whole),
    AfterValidator(_at_least(1)),
    AfterValidator(_at_most(1_000_000)),
    WithJsonSchema({"type": "integer", "minimum": 1}),
]
"""A whole number of one or more."""


Amount = Annotated[
    int,
    BeforeValidator(_whole),
    AfterValidator(_at_least(0)),
    AfterValidator(_at_most(1_000_000)),
    WithJsonSchema({"type": "integer", "minimum": 0}),
]
"""A whole number of zero or more."""


Percent = Annotated[
    int,
    BeforeValidator(_whole),
    AfterValidator(_at_least(0)),
    AfterValidator(_at_most(100)),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100}),
]
"""A percentage, whole, from 0 to 100."""


Euro = Annotated[
    float,
    BeforeValidator(read_number),
    AfterValidator(_at_least(0)),
    AfterValidator(_at_most(100_000_000)),
    _decimal(minimum=0),
]
"""An amount in euro."""


Weight = Annotated[
    float,
    BeforeValidator(read_number),
    AfterValidator(_at_least(0)),
    AfterValidator(_at_most(100)),
    _decimal(minimum=0, maximum=100),
]
"""How much something counts, from 0, which is not at all, to 100."""


SquareMetres = Annotated[
    float,
    BeforeValidator(read_number),
    AfterValidator(_at_least(1)),
    AfterValidator(_at_most(1_000_000)),
    _decimal(minimum=1),
]
"""An area in square metres."""
