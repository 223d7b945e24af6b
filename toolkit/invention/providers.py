"""An invented provider: people, rooms and days on which it is closed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import Any

from toolkit.invention import names
from toolkit.model.standard import Standard

LARGEST_CLASS = 20
"""The learners every room has a place for."""

_DEGREES = ("laurea in economia", "laurea in informatica", "laurea in lingue", "laurea in diritto")
_SECTORS = ("servizi ai clienti", "sistemi informativi", "lingue", "diritto del lavoro")


def invented_provider(draws: Random, number: int, standards: Sequence[Standard]) -> dict[str, Any]:
    """Return what ``provider.yaml`` says of the provider with that *number*.

    It has what every one of *standards* asks, so that none of its courses fails for it.
    """
    body = f"{draws.choice(names.BODIES)} n. {number}"
    director, coordinator, tutor, signatory, *teachers = names.people(draws, draws.randint(8, 12))
    return {
        "name": body,
        "legal_form": draws.choice(names.LEGAL_FORMS),
        "tax_code": _company_number(number),
        "vat_number": _company_number(number),
        "seat": names.address(draws),
        "pec": f"ente{number}@pec.example.com",
        "email": f"segreteria@ente{number}.example.com",
        "phone": f"+39 000 {number:07}",
        "legal_representative": signatory,
        "accreditation": {
            "code": f"ACC-INVENTATO-{number:05}",
            "act": f"Atto di esempio n. {number} del 01/01/2020",
        },
        "staff": {
            "director": {"name": director},
            "coordinator": {"name": coordinator},
            "tutors": [{"name": tutor}],
        },
        "trainers": _trainers(draws, teachers, standards),
        "rooms": _rooms(draws, standards),
        "platform": {
            "name": f"Piattaforma Inventata {number}",
            "tracking": "Registra accessi, durata e attività di ogni allievo.",
        },
        "closures": [f"{year}-08-{draws.randint(5, 12):02}..{year}-08-24" for year in (2027, 2028)],
    }


def _company_number(number: int) -> str:
    """Return a number with the check digit of a partita IVA, of a series that is nobody's."""
    digits = f"999{number % 10**4:04}068"
    doubled = (int(digit) * 2 for digit in digits[1::2])
    total = sum(map(int, digits[::2])) + sum(each - 9 if each > 9 else each for each in doubled)
    return f"{digits}{-total % 10}"


def _trainers(
    draws: Random, teachers: Sequence[str], standards: Sequence[Standard]
) -> list[dict[str, Any]]:
    asked = [each.trainers for each in standards if each.trainers]
    percent = max((each.min_expert_percent for each in asked), default=0)
    years = max((each.min_experience_years for each in asked), default=0)
    experts = math.ceil(percent * len(teachers) / 100)
    found = []
    for n, name in enumerate(teachers):
        trainer: dict[str, Any] = {
            "name": name,
            "title": draws.choice(_DEGREES),
            "sector": draws.choice(_SECTORS),
            "experience_years": years + draws.randint(0, 20),
            "expert": n < experts,
        }
        # The first two teach every unit: no course lacks a trainer.
        if n > 1:
            trainer["teaches"] = {each.id: _some_units(draws, each) for each in standards}
        found.append(trainer)
    return found


def _some_units(draws: Random, standard: Standard) -> list[str]:
    codes = [unit.code for unit in standard.units]
    return sorted(draws.sample(codes, draws.randint(1, max(1, len(codes) // 2))))


def _rooms(draws: Random, standards: Sequence[Standard]) -> list[dict[str, Any]]:
    needed = [each.pcs_for(LARGEST_CLASS) or 0 for one in standards for each in one.equipment]
    classrooms = [
        {"name": f"Aula {n}", "area": draws.randint(40, 70), "capacity": LARGEST_CLASS}
        for n in range(1, draws.randint(2, 4))
    ]
    laboratory = {
        "name": "Laboratorio",
        "kind": "laboratory",
        "area": draws.randint(45, 80),
        "capacity": LARGEST_CLASS,
        "pcs": max(needed, default=0) + draws.randint(0, 4),
    }
    return [{**room, "accessible": True} for room in (*classrooms, laboratory)]
