"""Invented portfolios to plan: one provider, its year of editions, the same for the same seed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from toolkit.catalogue import load_standard
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.resolve import resolve

ROOT = Path(__file__).parents[1]
STANDARD = ROOT / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
PATTERNS = (
    dict.fromkeys(WEEKDAYS[:5], "9:00-13:00"),
    dict.fromkeys(WEEKDAYS[:5], "14:30-18:30"),
    {
        "monday": "18:00-22:00",
        "tuesday": "18:00-22:00 distance",
        "wednesday": "18:00-22:00",
        "thursday": "18:00-22:00 distance",
        "saturday": "9:00-13:00",
    },
    {day: ["9:00-13:00", "14:00-17:00"] for day in WEEKDAYS[1:4]},
)
TRAINERS = 24
ROOMS = 8
LABORATORIES = 3


def portfolio(editions: int, seed: int) -> list[Course]:
    """Return so many editions that share 24 trainers and 8 rooms over a year.

    Each trainer teaches two or three units, is there on three to five weekdays, in the morning
    or evening only for some, and is away for a week or two; each unit has three trainers at
    least.
    """
    random = Random(f"portfolio {seed}")
    standard = load_standard(STANDARD).record
    provider = _provider(random, [unit.code for unit in standard.units], standard.id)
    days = sorted(random.randrange(0, 270) for _ in range(editions))
    found = []
    for number, after in enumerate(days, start=1):
        start = date(2027, 1, 11) + timedelta(days=after)
        start -= timedelta(days=start.weekday())
        read = CourseEdition.model_validate(
            {
                "standard": standard.id,
                "provider": provider,
                "code": f"ED-{number:02d}",
                "learners": random.randint(10, 18),
                "start": start.isoformat(),
                "week": random.choice(PATTERNS),
                "distance": {"hours": "maximum"},
                "internship": {"hours_per_day": 6},
                "closures": ["2027-08-09..2027-08-22", "2027-12-24..2028-01-06"],
            }
        )
        found.append(resolve(standard, read.provider, read))
    return found


def _provider(random: Random, codes: list[str], standard: str) -> dict[str, object]:
    teaches: list[set[str]] = [set() for _ in range(TRAINERS)]
    for code in codes:
        while sum(code in each for each in teaches) < 3:
            min(random.sample(teaches, 6), key=len).add(code)
    for each in teaches:
        while len(each) < 2:
            each.add(random.choice(codes))
    return {
        "name": "Ente Inventato",
        "tax_code": "99999980685",
        "seat": {"street": "Via Inventata 1", "town": "Pescara", "province": "PE"},
        "trainers": [
            {
                "name": f"Formatore {n + 1:02d}",
                "expert": n % 3 != 0,
                "experience_years": 6,
                "teaches": {standard: sorted(units)},
                "availability": _availability(random),
                "absences": _absences(random),
            }
            for n, units in enumerate(teaches)
        ],
        "rooms": [{"name": f"Aula {n + 1}", "capacity": 20} for n in range(ROOMS - LABORATORIES)]
        + [
            {"name": f"Laboratorio {n + 1}", "kind": "laboratory", "capacity": 20, "pcs": 10}
            for n in range(LABORATORIES)
        ],
    }


def _availability(random: Random) -> dict[str, str]:
    times = random.choice(["8:00-22:00", "8:00-22:00", "8:00-22:00", "8:00-19:00", "14:00-22:00"])
    return dict.fromkeys(sorted(random.sample(WEEKDAYS, random.randint(4, 6))), times)


def _absences(random: Random) -> list[str]:
    first = date(2027, 1, 11) + timedelta(days=random.randrange(0, 330))
    return [f"{first}..{first + timedelta(days=random.randrange(4, 12))}"]
