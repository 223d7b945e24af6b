"""Days, times of day and stretches of both, as people write them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated, ClassVar

from pydantic import (
    BeforeValidator,
    WithJsonSchema,
)

from toolkit.model.record import ValueRefusedError, Written

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


_ITALIAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


def read_date(value: object) -> object:
    """Return the date written as ``2027-01-31`` or ``31/01/2027``."""
    return _date(value.strip()) if isinstance(value, str) else value


# Timetables name the same days and times over and over.
@functools.lru_cache(maxsize=2048)
def _date(written: str) -> date:
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


@functools.lru_cache(maxsize=2048)
def monday_of(day: date) -> date:
    """Return the Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


_TIME = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)


def read_time(written: str) -> time:
    """Return the time of day written as ``9:30`` (or ``9.30``)."""
    found = _TIME.fullmatch(written.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise ValueRefusedError(
            it=f"«{written.strip()}» non è un orario: scrivilo come 9:30.",
            en=f"“{written.strip()}” is not a time of day: write it as 9:30.",
        )
    return time(int(found[1]), int(found[2]))


@dataclass(frozen=True, slots=True, order=True)
class TimeRange(Written):
    """A stretch of one day, written ``9:30-13:00``; it ends after it begins."""

    start: time
    end: time

    pattern: ClassVar[str] = r"^\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}$"

    @classmethod
    @functools.lru_cache(maxsize=512)
    def read(cls, written: str) -> TimeRange:
        parts = re.split(r"[-–]", written)
        if len(parts) != 2:
            raise ValueRefusedError(
                it=f"«{written}» non è una fascia oraria: scrivila come 9:30-13:00.",
                en=f"“{written}” is not a range of times: write it as 9:30-13:00.",
            )
        start, end = read_time(parts[0]), read_time(parts[1])
        if end == start:
            raise ValueRefusedError(
                it=f"«{written}» comincia e finisce alla stessa ora.",
                en=f"“{written}” begins and ends at the same time.",
            )
        if end < start:
            raise ValueRefusedError(
                it=f"«{written}» finisce prima di cominciare.",
                en=f"“{written}” ends before it begins.",
            )
        return cls(start, end)

    @property
    def minutes(self) -> int:
        start, end = self.start, self.end
        return (end.hour - start.hour) * 60 + end.minute - start.minute

    def __str__(self) -> str:
        start, end = self.start, self.end
        return f"{start.hour}:{start.minute:02}-{end.hour}:{end.minute:02}"

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
        if found := re.fullmatch(r"(\d{2})-(\d{2})", written.strip(), re.ASCII):
            month, day = int(found[1]), int(found[2])
        elif found := re.fullmatch(r"(\d{1,2})/(\d{1,2})", written.strip(), re.ASCII):
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
