"""All rules of timetables: the independent check of what a planner or a person made."""

from __future__ import annotations

from toolkit.finding import Rule
from toolkit.model.scheduled import ScheduledCourse
from toolkit.rules import (
    timetable_blocks,
    timetable_coverage,
    timetable_dates,
    timetable_exam,
    timetable_hours,
    timetable_internship,
    timetable_order,
    timetable_people,
    timetable_references,
    timetable_rooms,
)
from toolkit.rules.collecting import rules_in

TIMETABLE_RULES: tuple[Rule[ScheduledCourse], ...] = rules_in(
    timetable_references,
    timetable_hours,
    timetable_blocks,
    timetable_dates,
    timetable_people,
    timetable_rooms,
    timetable_order,
    timetable_internship,
    timetable_exam,
    timetable_coverage,
)

UNFINISHED = frozenset(
    [
        "T101",
        "T103",
        "T104",
        "T105",
        "T106",
        "T209",
        "T307",
        "T330",
        "T411",
        "T421",
        "T422",
        "T432",
        "T501",
    ]
)
"""Rules that a timetable still to be completed cannot keep: what they miss is to come."""
