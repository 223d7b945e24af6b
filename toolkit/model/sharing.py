"""By what a trainer or a room is known as the same in several courses.

Courses planned together, or checked together, may share people and places. A person with a
codice fiscale is known by it wherever it appears. Otherwise a name means the same person only
within one provider, which is known by its codice fiscale, else its partita IVA, else its name.
A room is known by its provider, by the address of the course's venue and by its name: «Aula 1»
of the seat in Pescara is not «Aula 1» of the seat in Chieti.
"""

from __future__ import annotations

from toolkit.model.course import CourseVenue
from toolkit.model.provider import Provider, Room, Trainer

Identity = tuple[str, ...]
"""What two courses must have in common to share someone or something."""


def provider_identity(provider: Provider) -> Identity:
    """Return by what *provider* is known in every course."""
    code = provider.tax_code or provider.vat_number
    return ("code", code) if code else ("name", _spelt(provider.name))


def trainer_identity(provider: Provider, trainer: Trainer) -> Identity:
    """Return by what *trainer* is known in every course."""
    if trainer.tax_code:
        return ("trainer", trainer.tax_code)
    return ("trainer", *provider_identity(provider), _spelt(trainer.name))


def room_identity(provider: Provider, venue: CourseVenue, room: Room) -> Identity:
    """Return by what *room* is known in every course."""
    address = venue.address
    place = (_spelt(address.street), _spelt(address.town), address.province)
    return ("room", *provider_identity(provider), *place, _spelt(room.name))


def _spelt(words: str) -> str:
    """Return *words* as they are compared: capitals, spaces and apostrophes apart."""
    return " ".join(words.replace("’", "'").casefold().split())
