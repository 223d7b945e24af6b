"""Every rule about a course before its lessons have dates."""

from __future__ import annotations

from toolkit.finding import Rule
from toolkit.model.course import Course
from toolkit.rules import (
    assessment,
    credit,
    general,
    hours,
    internship,
    people,
    places,
    prudence,
    selection,
)
from toolkit.rules.collecting import rules_in

COURSE_RULES: tuple[Rule[Course], ...] = rules_in(
    hours,
    internship,
    people,
    places,
    assessment,
    credit,
    general,
    selection,
    prudence,
)
