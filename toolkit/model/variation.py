"""What makes a timetable change once it is known: an absence, a closed room, a lost day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, WithJsonSchema

from toolkit.model.moments import DateRange, Day
from toolkit.model.record import Record, ValueRefusedError, Written
from toolkit.model.words import listed


@dataclass(frozen=True, slots=True, order=True)
class Unavailability(Written):
    """Someone or something that is not there, written ``Bianchi 2027-03-08..2027-03-14``."""

    name: str
    days: DateRange

    pattern: ClassVar[str] = r"^.+\s+[\d/-]{8,10}(\s*\.\.\s*[\d/-]{8,10})?$"

    @classmethod
    def read(cls, written: str) -> Unavailability:
        found = re.fullmatch(r"\s*(\S.*?)[\s,:]+(\d[\d/-]*(?:\s*\.\.\s*\d[\d/-]*)?)\s*", written)
        if not found:
            raise ValueRefusedError(
                it=f"«{written}» non va bene: scrivi il nome e i giorni, "
                "per esempio Rosa Bianchi 2027-03-08..2027-03-14.",
                en=f"“{written}” will not do: write the name and the days, "
                "for example Rosa Bianchi 2027-03-08..2027-03-14.",
            )
        return cls(" ".join(found[1].split()), DateRange.read(found[2]))

    def __str__(self) -> str:
        return f"{self.name} {self.days}"


def _several(kind: type[Written]) -> WithJsonSchema:
    one = {"type": "string", "pattern": kind.pattern}
    return WithJsonSchema({"anyOf": [one, {"type": "array", "items": one}]})


Unavailabilities = Annotated[
    tuple[Unavailability, ...], BeforeValidator(listed), _several(Unavailability)
]
"""Names with their days; one alone needs no list."""

Periods = Annotated[tuple[DateRange, ...], BeforeValidator(listed), _several(DateRange)]
"""Days or periods; one alone needs no list."""


class Variation(Record):
    """One change of the timetable and what it was made for."""

    date: Day
    """Il giorno in cui il calendario è cambiato."""
    absent: Unavailabilities = ()
    """I formatori assenti, con i giorni."""
    room_closed: Unavailabilities = ()
    """Le aule non disponibili, con i giorni."""
    cancelled: Periods = ()
    """I giorni senza lezioni."""
