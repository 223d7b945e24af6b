"""The lessons, hours and days that a person reads in the files of a dossier."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from dumping import records

DESIGN, TIMETABLE, GRID = "progetto-formativo", "calendario-didattico", "griglia-valutazione"

_HOUR = timedelta(hours=1)


class Lesson(NamedTuple):
    day: date
    start: time
    end: time
    hours: float
    unit: str
    place: str
    trainer: str


def lessons_in_word(words):
    for row in records(words[TIMETABLE], "N.", "Data", "Orario", "Formatore"):
        start, end = map(_time, row["Orario"].split("–"))
        yield Lesson(
            *(_day(row["Data"]), start, end, number(row["Ore"]), row["Unità"]),
            *(row["Aula o piattaforma"], row["Formatore"]),
        )


def lessons_in_sheet(sheets):
    for row in sheets["Lezioni"]:
        yield Lesson(
            *(row["Data"].date(), row["Inizio"], row["Fine"], row["Ore"], row["Unità"]),
            *(row["Aula o piattaforma"], row["Formatore"]),
        )


def lessons_in_calendar(events):
    for event in events:
        begins, ends = event.decoded("dtstart"), event.decoded("dtend")
        if isinstance(begins, datetime):
            told = dict(re.findall(r"^(.+?): (.+)$", str(event["description"]), re.MULTILINE))
            pause = timedelta(minutes=number(told.get("Pausa", "0").split()[0]))
            yield Lesson(
                *(begins.date(), begins.time(), ends.time(), (ends - begins - pause) / _HOUR),
                *(str(event["summary"]).split()[0], str(event["location"]).split(", ")[0]),
                told["Formatore"],
            )


def days_of(events, category):
    return sorted(
        event.decoded("dtstart") for event in events if category in event["categories"].cats
    )


def placeholders(texts):
    """Return the labels of the placeholders that *texts* print."""
    return {label for text in texts for label in re.findall(r"\[da completare: (.+?)\]", text)}


def sums(pairs):
    """Add up the hours of each name."""
    found = Counter()
    for name, hours in pairs:
        found[name] += number(hours) if isinstance(hours, str) else hours
    return dict(found)


def number(text):
    return float(text.replace(",", "."))


def italian(hours):
    return f"{hours:g}".replace(".", ",")


def _day(text):
    return datetime.strptime(text[-10:], "%d/%m/%Y").date()  # noqa: DTZ007 — a day has no zone


def _time(text):
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 — nor has a time of day
