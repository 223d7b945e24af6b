"""The hours of a week: when a course, a trainer or a room is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from toolkit.model.moments import TimeRange
from toolkit.model.record import Record, ValueRefusedError, Written
from toolkit.model.words import listed


@dataclass(frozen=True, slots=True, order=True)
class Window(Written):
    """A stretch of a weekday, written ``9:00-13:00`` or ``18:00-21:00 distance``.

    A distance window is for distance lessons only; any other for lessons in presence.
    """

    times: TimeRange
    distance: bool = False

    pattern: ClassVar[str] = r"^\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}(\s+distance)?$"

    @classmethod
    def read(cls, written: str) -> Window:
        found = re.fullmatch(r"(?P<times>\S.*?)(?P<distance>\s+[a-zA-Z]+)?", written.strip())
        word = ((found and found["distance"]) or "").strip()
        if not found or word not in {"", "distance"}:
            raise ValueRefusedError(
                it=f"«{written}» non è una fascia: scrivila come 9:30-13:00 "
                "o, per la FAD, 18:00-21:00 distance.",
                en=f"“{written}” is not a window: write it as 9:30-13:00 "
                "or, for distance learning, 18:00-21:00 distance.",
            )
        return cls(TimeRange.read(found["times"]), word == "distance")

    def __str__(self) -> str:
        return f"{self.times} distance" if self.distance else f"{self.times}"


def _apart(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    in_order = tuple(sorted(windows))
    for one, other in pairwise(in_order):
        if one.times.overlaps(other.times):
            raise ValueRefusedError(
                it=f"le fasce {one} e {other} si sovrappongono.",
                en=f"the windows {one} and {other} overlap.",
            )
    return in_order


Windows = Annotated[
    tuple[Window, ...],
    BeforeValidator(listed),
    AfterValidator(_apart),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": Window.pattern},
                {"type": "array", "items": {"type": "string", "pattern": Window.pattern}},
            ]
        }
    ),
]
"""The windows of one day, in order of time and apart; one alone needs no list."""


class Week(Record):
    """The windows of each weekday; a day that is not named has none."""

    monday: Windows = ()
    """Le fasce del lunedì."""
    tuesday: Windows = ()
    """Le fasce del martedì."""
    wednesday: Windows = ()
    """Le fasce del mercoledì."""
    thursday: Windows = ()
    """Le fasce del giovedì."""
    friday: Windows = ()
    """Le fasce del venerdì."""
    saturday: Windows = ()
    """Le fasce del sabato."""
    sunday: Windows = ()
    """Le fasce della domenica."""

    def on(self, day: date) -> tuple[Window, ...]:
        """Return the windows of *day*'s weekday, in order of time."""
        windows: tuple[Window, ...] = getattr(self, _WEEKDAYS[day.weekday()])
        return windows

    @property
    def days(self) -> tuple[tuple[Window, ...], ...]:
        """The windows of the seven weekdays, Monday first, each in order of time."""
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )


_WEEKDAYS = tuple(Week.model_fields)
"""The names of the weekdays, Monday first."""
