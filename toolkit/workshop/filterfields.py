"""The filters of templates, told as fields are: what each writes, with an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from types import MappingProxyType

from toolkit.rendering.filters import FILTERS
from toolkit.text import Text
from toolkit.workshop.fields import Field
from toolkit.workshop.kinds import Kind

_FILTER = Kind("filter")
_DAY = date(2027, 1, 11)
_WRITTEN_DAY = "11 gennaio 2027"

_TOLD: Mapping[str, tuple[object, Text]] = MappingProxyType(
    {
        "date": (_DAY, Text(it="scrive una data breve", en="writes a short date")),
        "long_date": (_DAY, Text(it="scrive una data per esteso", en="writes a date in full")),
        "weekday": (_DAY, Text(it="scrive il giorno della settimana", en="writes the weekday")),
        "short_weekday": (_DAY, Text(it="scrive il giorno abbreviato", en="writes the weekday, short")),
        "month": (_DAY, Text(it="scrive mese e anno", en="writes month and year")),
        "time": (time(9), Text(it="scrive un orario", en="writes a time of day")),
        "since": (_WRITTEN_DAY, Text(it="mette «dal» davanti a una data già scritta", en="puts «dal» before a date already written")),
        "until": (_WRITTEN_DAY, Text(it="mette «al» davanti a una data già scritta", en="puts «al» before a date already written")),
        "on": (_WRITTEN_DAY, Text(it="mette «il» davanti a una data già scritta", en="puts «il» before a date already written")),
        "dated": (_WRITTEN_DAY, Text(it="mette «del» davanti a una data già scritta", en="puts «del» before a date already written")),
        "hours": (10.5, Text(it="scrive ore o un altro numero, due decimali al massimo", en="writes hours or another number, two decimals at most")),
        "number": (1234.5, Text(it="scrive un numero", en="writes a number")),
        "euro": (1234.5, Text(it="scrive un importo in euro", en="writes an amount in euro")),
        "percent": (30, Text(it="scrive una percentuale", en="writes a percentage")),
        "join_and": (("a", "b", "c"), Text(it="unisce un elenco di testi", en="joins a list of texts")),
        "yes_no": (True, Text(it="scrive sì o no", en="writes sì or no")),
        "agreed": ("1 ore", Text(it="accorda le parole con la cifra: 1 ora, 10 ore", en="makes words agree with their figure: 1 ora, 10 ore")),
        "initial_upper": ("aula", Text(it="rende maiuscola l'iniziale", en="makes the first letter a capital")),
    }
)  # fmt: skip


def filter_fields() -> Iterator[Field]:
    """Yield the filters that documents have of their own; those of Jinja hold too."""
    for name, write in FILTERS.items():
        value, meaning = _TOLD[name]
        yield Field(f"| {name}", "", "filters", _FILTER, meaning, str(write(value)))
