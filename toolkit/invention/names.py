"""Names of people, bodies and places that nobody could take for real ones."""

from __future__ import annotations

from random import Random

FIRST_NAMES = (
    *("Ada", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Gina", "Ivo", "Lia", "Marco"),
    *("Nora", "Olga", "Piero", "Rosa", "Sara", "Tullio", "Ugo", "Vera", "Zita", "Remo"),
)
SURNAMES = (
    *("Esempio", "Prova", "Modello", "Campione", "Fittizio", "Ipotesi", "Inventati", "Saggio"),
    *("Fantasia", "Immaginari", "Finzione", "Bozza", "Simulati", "Presunti", "Supposti"),
)
BODIES = (
    "Ente Inventato",
    "Scuola Immaginaria",
    "Centro Fittizio",
    "Consorzio di Fantasia",
    "Istituto di Esempio",
    "Associazione Ipotetica",
)
LEGAL_FORMS = ("Associazione senza scopo di lucro", "Società cooperativa", "S.r.l.", "Fondazione")
STREETS = ("Via dell'Esempio", "Piazza della Prova", "Viale del Modello", "Corso del Campione")
TOWNS = (
    ("Pescara", "PE", "65100"),
    ("Chieti", "CH", "66100"),
    ("Teramo", "TE", "64100"),
    ("L'Aquila", "AQ", "67100"),
)
"""Chief towns, whose patron saint is known."""

HOSTS = (
    *("Negozio Immaginario S.r.l.", "Centralino di Fantasia S.p.A.", "Sportello Inventato"),
    *("Emporio Ipotetico S.n.c.", "Servizi di Esempio S.r.l.", "Bottega Fittizia"),
)


def people(draws: Random, count: int) -> list[str]:
    """Return *count* full names, no two alike."""
    every = [f"{first} {last}" for first in FIRST_NAMES for last in SURNAMES]
    return draws.sample(every, count)


def address(draws: Random) -> dict[str, str]:
    """Return an address in a real town, in a street that is none."""
    town, province, postcode = draws.choice(TOWNS)
    street = f"{draws.choice(STREETS)} {draws.randint(1, 99)}"
    return {"street": street, "postcode": postcode, "town": town, "province": province}
