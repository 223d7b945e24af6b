"""The days on which a course has no lessons."""

from __future__ import annotations

from datetime import date
from typing import Literal

from toolkit.frozen import frozen
from toolkit.text import Text


@frozen
class DayOff:
    """A day without lessons, and why."""

    day: date
    reason: Text
    source: Literal["holiday", "patron", "closure"]
