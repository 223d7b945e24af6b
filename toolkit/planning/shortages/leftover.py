"""What a draft that is not complete has left, in words."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.planning.draft import Draft
from toolkit.planning.shortages.wording import MODES
from toolkit.text import Text

_PART = Text(it="{unit}, {hours} h {mode}", en="{unit}, {hours} h {mode}")
_INTERNSHIP = Text(it="tirocinio, {hours} h", en="internship, {hours} h")


def left_over(draft: Draft) -> tuple[Text, ...]:
    """Return one phrase for each part of a unit, and for the internship, with hours left."""
    return tuple(_phrases(draft))


def _phrases(draft: Draft) -> Iterator[Text]:
    demand = draft.demand
    for part, left in zip(demand.parts, draft.left, strict=True):
        if left:
            code = demand.units[part.unit].code
            yield _PART.filled(unit=code, hours=left / 60, mode=MODES[part.mode])
    if draft.internship_left:
        yield _INTERNSHIP.filled(hours=draft.internship_left / 60)
