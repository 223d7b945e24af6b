"""A lesson that may be placed, and the moment at which it may begin."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.planning.days import Slot


class Offer(NamedTuple):
    """A lesson that may be placed, and how well it suits."""

    score: float
    part: int
    trainer: int
    room: int | None
    minutes: int


class Place(NamedTuple):
    """A moment at which a lesson may begin, and until when trainer and room are free."""

    slot: Slot
    moment: int
    now: int
    """The same moment, counted from the first of all days."""
    end: int
    allowed: int
    """The minutes of lesson that the day, the week and the trainer have left."""
