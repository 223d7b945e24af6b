"""A solution as a draft, from which the planner composes a timetable."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.planning.demand import Demand, Placed
from toolkit.planning.draft import Draft


def draft_of(
    demand: Demand, lessons: Iterable[Placed], internship: Iterable[tuple[int, int]]
) -> Draft:
    """Return the draft made of *lessons* and of the days and minutes of *internship*."""
    draft = Draft(demand)
    days = {day.number: day for day in demand.days}
    for number, minutes in sorted(internship):
        draft.place_internship(days[number], minutes)
    for lesson in sorted(lessons, key=lambda each: (each.number, each.start)):
        draft.place(days[lesson.number], lesson)
    return draft
