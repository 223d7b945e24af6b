"""What people write in YAML: strict records, and the small types their values have.

Every scalar reaches a record as the text that stood in the file; the types here turn
it into a value or say, in both languages, why they cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from toolkit.text import Text


class Record(BaseModel):
    """Something a person writes: unknown keys are refused, values cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class ValueRefusedError(ValueError):
    """A value cannot be what its key asks for; says so in both languages."""

    def __init__(self, *, it: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(it=it, en=en)


# ── dates and times ──────────────────────────────────────────────────────────────────────

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ITALIAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def read_date(value: object) -> object:
    """Return the date written as ``2027-01-31`` or ``31/01/2027``."""
    if not isinstance(value, str):
        return value
    written = value.strip()
    if found := _ISO.fullmatch(written):
        year, month, day = map(int, found.groups())
    elif found := _ITALIAN.fullmatch(written):
        day, month, year = map(int, found.groups())
    else:
        raise ValueRefusedError(
            it=f"«{written}» non è una data: scrivila come 2027-01-31 o 31/01/2027.",
            en=f"“{written}” is not a date: write it as 2027-01-31 or 31/01/2027.",
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueRefusedError(
            it=f"«{written}» non esiste nel calendario.",
            en=f"“{written}” is not in the calendar.",
        ) from None


Day = Annotated[
    date,
    BeforeValidator(read_date),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4})$"}),
]
"""A calendar day."""


def read_time(written: str) -> time:
    """Return the time of day written as ``9:30`` (or ``9.30``)."""
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})", written.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueRefusedError(
            it=f"«{written.strip()}» non è un orario: scrivilo come 9:30.",
            en=f"“{written.strip()}” is not a time of day: write it as 9:30.",
        )
    return time(int(found[1]), int(found[2]))


class Written:
    """A frozen value with a textual form of its own; subclasses parse it in `read`."""

    pattern: ClassVar[str]

    @classmethod
    def read(cls, written: str) -> Any:
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def parse(value: object) -> object:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise ValueRefusedError(it="serve un testo.", en="a text is needed.")
            return cls.read(value)

        return core_schema.no_info_plain_validator_function(
            parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": cls.pattern}


@dataclass(frozen=True, slots=True, order=True)
class TimeRange(Written):
    """A stretch of one day, written ``9:30-13:00``; it ends after it begins."""

    start: time
    end: time

    pattern: ClassVar[str] = r"^\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}$"

    @classmethod
    def read(cls, written: str) -> TimeRange:
        parts = re.split(r"[-–]", written)
        if len(parts) != 2:
            raise ValueRefusedError(
                it=f"«{written}» non è una fascia oraria: scrivila come 9:30-13:00.",
                en=f"“{written}” is not a range of times: write it as 9:30-13:00.",
            )
        start, end = read_time(parts[0]), read_time(parts[1])
        if end <= start:
            raise ValueRefusedError(
                it=f"«{written}» finisce prima di cominciare.",
                en=f"“{written}” ends before it begins.",
            )
        return cls(start, end)

    @property
    def minutes(self) -> int:
        return minutes_of(self.end) - minutes_of(self.start)

    def __str__(self) -> str:
        return f"{self.start.hour}:{self.start:%M}-{self.end.hour}:{self.end:%M}"

    def overlaps(self, other: TimeRange) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: TimeRange) -> bool:
        return self.start <= other.start and other.end <= self.end


def minutes_of(moment: time) -> int:
    """Return the minutes from midnight to *moment*."""
    return moment.hour * 60 + moment.minute


@dataclass(frozen=True, slots=True, order=True)
class DateRange(Written):
    """One or more whole days, written ``2027-12-24..2028-01-06`` or a single date."""

    first: date
    last: date

    pattern: ClassVar[str] = r"^[\d/-]{8,10}(\s*\.\.\s*[\d/-]{8,10})?$"

    @classmethod
    def read(cls, written: str) -> DateRange:
        parts = written.split("..")
        if len(parts) > 2:
            raise ValueRefusedError(
                it=f"«{written}» non è un periodo: scrivilo come 2027-12-24..2028-01-06.",
                en=f"“{written}” is not a period: write it as 2027-12-24..2028-01-06.",
            )
        first, last = read_date(parts[0]), read_date(parts[-1])
        assert isinstance(first, date)
        assert isinstance(last, date)
        if last < first:
            raise ValueRefusedError(
                it=f"«{written}» finisce prima di cominciare.",
                en=f"“{written}” ends before it begins.",
            )
        return cls(first, last)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}..{self.last}"

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(
            self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)
        )


@dataclass(frozen=True, slots=True, order=True)
class YearDay(Written):
    """A day of every year, written ``05-22`` (month-day) or ``22/05``."""

    month: int
    day: int

    pattern: ClassVar[str] = r"^(\d{2}-\d{2}|\d{1,2}/\d{1,2})$"

    @classmethod
    def read(cls, written: str) -> YearDay:
        if found := re.fullmatch(r"(\d{2})-(\d{2})", written.strip()):
            month, day = int(found[1]), int(found[2])
        elif found := re.fullmatch(r"(\d{1,2})/(\d{1,2})", written.strip()):
            day, month = int(found[1]), int(found[2])
        else:
            month, day = 0, 0
        try:
            date(2000, month, day)
        except ValueError:
            raise ValueRefusedError(
                it=f"«{written}» non è un giorno dell'anno: scrivilo come 05-22 o 22/05.",
                en=f"“{written}” is not a day of the year: write it as 05-22 or 22/05.",
            ) from None
        return cls(month, day)

    def __str__(self) -> str:
        return f"{self.month:02d}-{self.day:02d}"


# ── numbers ──────────────────────────────────────────────────────────────────────────────


def read_number(value: object) -> object:
    """Return the number with a decimal comma or point; thousands are not separated."""
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[+-]?\d+([.,]\d+)?", value.strip()):
        raise ValueRefusedError(
            it=f"«{value.strip()}» non è un numero.", en=f"“{value.strip()}” is not a number."
        )
    return float(value.strip().replace(",", "."))


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
                it=f"deve essere almeno {lowest:g}.", en=f"must be at least {lowest:g}."
            )
        return value

    return check


def _at_most(highest: float) -> Callable[[float], float]:
    def check(value: float) -> float:
        if value > highest:
            raise ValueRefusedError(
                it=f"deve essere al massimo {highest:g}.", en=f"must be at most {highest:g}."
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

SquareMetres = Annotated[
    float,
    BeforeValidator(read_number),
    AfterValidator(_at_least(1)),
    AfterValidator(_at_most(1_000_000)),
    _decimal(minimum=1),
]
"""An area in square metres."""


# ── words ────────────────────────────────────────────────────────────────────────────────


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
    if not re.fullmatch(r"URA\d{2,3}", value):
        digits = re.fullmatch(r"\s*(?:URA|UC)?\s*(\d{1,3})\s*", value, re.IGNORECASE)
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
