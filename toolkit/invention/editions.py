"""An invented edition of a course, which keeps every rule of its standard."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from toolkit.invention import names
from toolkit.invention.providers import LARGEST_CLASS
from toolkit.model.standard import Standard

FIRST_MONDAY = date(2027, 1, 11)
_WEEKS_TO_START_IN = 60

_WORKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_WEEKS: tuple[dict[str, Any], ...] = (
    dict.fromkeys(_WORKDAYS, "9:00-13:00"),
    dict.fromkeys(_WORKDAYS, "14:30-18:30"),
    {**dict.fromkeys(_WORKDAYS, "9:00-13:00"), "tuesday": ["9:00-13:00", "14:00-17:00"]},
    {**dict.fromkeys(_WORKDAYS[:4], "18:00-21:00"), "saturday": "8:30-13:30"},
)
_ONLINE_EVENING = "18:00-21:00 distance"
_CONTEXTS = (
    "Il corso risponde alla richiesta di personale raccolta presso imprese inventate.",
    "L'analisi del fabbisogno, anch'essa inventata, indica posti da coprire nel territorio.",
    "Un comune immaginario chiede di formare chi cerca lavoro.",
)


def invented_edition(draws: Random, code: str, standard: Standard) -> dict[str, Any]:
    """Return what ``course.yaml`` says; the provider's file is one folder above."""
    learners = draws.randint(8, LARGEST_CLASS)
    at_a_distance = draws.random() < 0.3
    start = FIRST_MONDAY + timedelta(weeks=draws.randrange(_WEEKS_TO_START_IN))
    is_pinned = draws.random() < 0.5
    edition: dict[str, Any] = {
        "standard": standard.reference if is_pinned else standard.id,
        "provider": "../provider.yaml",
        "code": code,
        "edition": str(draws.randint(1, 9)),
        "learners": learners,
        "start": start.isoformat(),
        "week": _week(draws, at_a_distance=at_a_distance),
        "context": draws.choice(_CONTEXTS),
        "outlets": "Imprese e servizi di fantasia.",
        "cost_per_learner": draws.randint(0, 20) * 100,
        "selection": _selection(draws, start),
        "units": _units(draws, standard),
        "assessment": {
            "threshold": draws.choice((60, 75)),
            "evidence_kept": "Presso la segreteria dell'ente, per cinque anni.",
        },
    }
    if at_a_distance:
        edition["distance"] = {"hours": "maximum"}
    if standard.internship:
        edition["internship"] = _internship(draws, standard, learners)
    return edition


def _week(draws: Random, *, at_a_distance: bool) -> dict[str, Any]:
    week = draws.choice(_WEEKS)
    ends_before_evening = week["wednesday"] == "9:00-13:00"
    if at_a_distance and ends_before_evening:
        return {**week, "wednesday": [week["wednesday"], _ONLINE_EVENING]}
    return week


def _selection(draws: Random, start: date) -> dict[str, Any]:
    day = start - timedelta(weeks=draws.randint(2, 4)) + timedelta(days=draws.randint(0, 3))
    test = day + timedelta(days=1)
    return {
        "date": day.isoformat(),
        "criteria": "Ordine di presentazione delle domande.",
        "language_test": test.isoformat(),
    }


def _units(draws: Random, standard: Standard) -> dict[str, Any]:
    """Return a few units with more hours than the minimum."""
    longer = draws.sample(standard.units, min(len(standard.units), draws.randint(1, 4)))
    return {
        unit.code: {"hours": unit.min_hours + draws.randint(1, 4)}
        for unit in sorted(longer, key=lambda each: each.number)
    }


def _internship(draws: Random, standard: Standard, learners: int) -> dict[str, Any]:
    limits = standard.internship
    assert limits
    spare = int(limits.max_hours - limits.min_hours)
    tutor, host = names.people(draws, 2)
    return {
        "hours": limits.min_hours + draws.randint(0, spare),
        "hours_per_day": draws.choice((4, 5, 6)),
        "hosts": [
            {
                "name": draws.choice(names.HOSTS),
                "address": names.address(draws),
                "tutor": host,
                "learners": learners,
            }
        ],
        "tutor": {"name": tutor},
        "assessment": "Griglia del tutor aziendale e relazione finale.",
    }
