"""The filters of templates: values written as Italian documents write them.

A value that nobody has given yet passes through every filter untouched, so that its
placeholder is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache, wraps
from types import MappingProxyType
from typing import Any

from toolkit.agreement import preceded, printed
from toolkit.rendering.faults import NOWHERE, FilterError
from toolkit.text import Text

_LOCALE = "it_IT"
_DATE = Text(it="una data", en="a date")
_TIME = Text(it="un orario", en="a time of day")
_NUMBER = Text(it="un numero", en="a number")
_TEXT = Text(it="un testo", en="text")
_TEXTS = Text(it="un elenco", en="a list")
_TRUTH = Text(it="vero o falso", en="true or false")

Filter = Callable[[Any], object]


# Babel takes longer to load than a short document to make: it waits until it is asked for.
def _day(value: date, form: str) -> str:
    from babel.dates import format_date

    return format_date(value, form, locale=_LOCALE)


def _moment(value: time, form: str) -> str:
    from babel.dates import format_time

    return format_time(value, form, locale=_LOCALE)


def _figures(value: float | Decimal, form: str | None = None) -> str:
    from babel.numbers import format_decimal

    # Zero is written without a sign.
    return format_decimal(value or 0, form, locale=_LOCALE)


def _filter(name: str, wanted: Text, *kinds: type) -> Callable[[Filter], Filter]:
    def decorate(write: Filter) -> Filter:
        # A course has a few dates and numbers, and prints each of them often.
        remembered = (
            lru_cache(maxsize=1024, typed=True)(write) if not {list, str} & set(kinds) else write
        )

        exact = frozenset(kinds)

        @wraps(write)
        def apply(value: Any) -> object:
            if type(value) in exact:
                return remembered(value)
            if getattr(value, "is_placeholder", False):
                return value
            if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
                shown = repr(value)[:60]
                raise FilterError(name=name, wanted=wanted, value=shown, near=NOWHERE)
            return remembered(value)

        return apply

    return decorate


@_filter("date", _DATE, date)
def short_date(value: date) -> str:
    """Write ``11/01/2027``."""
    return _day(value, "dd/MM/yyyy")


@_filter("long_date", _DATE, date)
def long_date(value: date) -> str:
    """Write ``11 gennaio 2027``; the first of a month is ``1° gennaio 2027``."""
    written = _day(value, "d MMMM yyyy")
    return written.replace("1 ", "1° ", 1) if value.day == 1 else written


@_filter("weekday", _DATE, date)
def weekday(value: date) -> str:
    """Write ``lunedì``."""
    return _day(value, "EEEE")


@_filter("short_weekday", _DATE, date)
def short_weekday(value: date) -> str:
    """Write ``lun``."""
    return _day(value, "EEE")


@_filter("month", _DATE, date)
def month(value: date) -> str:
    """Write ``gennaio 2027``."""
    return _day(value, "LLLL yyyy")


@_filter("time", _TIME, time, datetime)
def clock(value: time | datetime) -> str:
    """Write ``9:00``."""
    moment = value.time() if isinstance(value, datetime) else value
    return _moment(moment, "H:mm")


@_filter("hours", _NUMBER, int, float, Decimal)
def hours(value: float | Decimal) -> str:
    """Write ``10`` or ``10,5``: at most two decimals, none that is zero."""
    return _figures(value, "#,##0.##")


@_filter("number", _NUMBER, int, float, Decimal)
def number(value: float | Decimal) -> str:
    """Write ``1.234,5``."""
    return _figures(value)


@_filter("euro", _NUMBER, int, float, Decimal)
def euro(value: float | Decimal) -> str:
    """Write ``1.234,50 €``, with a space that does not break."""
    from babel.numbers import format_currency

    return format_currency(value or 0, "EUR", locale=_LOCALE)


@_filter("percent", _NUMBER, int, float, Decimal)
def percent(value: float | Decimal) -> str:
    """Write ``30%`` for 30: standards state percentages, not fractions."""
    return _figures(value, "#,##0.##") + "%"


@_filter("join_and", _TEXTS, list, tuple)
def join_and(value: Iterable[object]) -> str:
    """Write ``a, b e c``."""
    *first, last = [str(item) for item in value] or [""]
    return f"{', '.join(first)} e {last}" if first else last


@_filter("yes_no", _TRUTH, bool)
def yes_no(value: bool) -> str:
    """Write ``sì`` or ``no``."""
    return "sì" if value else "no"


@_filter("initial_upper", _TEXT, str)
def initial_upper(value: str) -> str:
    """Write the first letter as a capital and leave the others alone."""
    return value[:1].upper() + value[1:]


@_filter("agreed", _TEXT, str)
def agreed(value: str) -> str:
    """Write figures and words that agree: ``1 ora`` for ``1 ore``."""
    return printed(value)


def _after(word: str) -> Filter:
    """Return a filter that writes *word* before a date already written, elided where it must be."""

    def write(value: Any) -> object:
        if getattr(value, "is_placeholder", False):
            return f"{word} {value}"
        return written(value)

    @_filter(_NAMES[word], _TEXT, str)
    def written(value: str) -> str:
        return preceded(word, value)

    return write


_NAMES = {"dal": "since", "al": "until", "il": "on", "del": "dated"}


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "date": short_date,
        "long_date": long_date,
        **{name: _after(word) for word, name in _NAMES.items()},
        "weekday": weekday,
        "short_weekday": short_weekday,
        "month": month,
        "time": clock,
        "hours": hours,
        "number": number,
        "euro": euro,
        "percent": percent,
        "join_and": join_and,
        "yes_no": yes_no,
        "initial_upper": initial_upper,
        "agreed": agreed,
    }
)
