"""Fewer lessons that stand where a person pinned them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from toolkit.planning.demand import Demand
from toolkit.planning.remedies.edits import limited_to
from toolkit.planning.remedies.idea import Idea, Step
from toolkit.planning.shortages.shortage import Shortage
from toolkit.text import Text

_WITHOUT = Text(it="togli dalle lezioni fissate (pinned) {which}", en="unpin the lesson of {which}")
_LESSON = Text(it="quella di {unit} del {day}, {times}", en="{unit} on {day}, {times}")


def without_one(demand: Demand, shortage: Shortage) -> Iterator[Idea]:
    """One of the pinned lessons is pinned no longer, one of the units in question first."""
    codes = {demand.units[unit].code for unit in shortage.subject.units}
    pinned = demand.course.edition.planning.pinned
    steps = (
        Step(
            _LESSON.filled(unit=each.unit, day=each.date, times=str(each.time)),
            partial(limited_to, limit="pinned", to=(*pinned[:n], *pinned[n + 1 :])),
        )
        for n, each in sorted(enumerate(pinned), key=lambda pair: pair[1].unit not in codes)
    )
    yield Idea(_WITHOUT, tuple(steps))
