"""Every rule there is, whatever it judges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.finding import Rule
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.sharing import SHARING_RULES
from toolkit.rules.timetable import TIMETABLE_RULES
from toolkit.rules.waivers import WAIVER_RULES

EVERY_RULE: tuple[Rule[Any], ...] = (
    *COURSE_RULES,
    *TIMETABLE_RULES,
    *SHARING_RULES,
    *WAIVER_RULES,
)

RULES_BY_ID: Mapping[str, Rule[Any]] = {rule.id: rule for rule in EVERY_RULE}
