"""What rules say of themselves beyond their docstrings: their Italian, and how to mend a breach.

The English stands in the docstring of each rule, beside its code. Here is the rest, one
file a group of topics, so that a rule stays as short as what it checks.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from toolkit.finding import Rule
from toolkit.rules.explained import (
    of_course,
    of_hours,
    of_learning,
    of_lessons,
    of_means,
    of_resources,
    of_sequence,
    of_sharing,
)
from toolkit.rules.explained.explanation import Explanation
from toolkit.text import Text

__all__ = ["EXPLANATIONS", "Explanation", "reason", "statement"]

EXPLANATIONS: Mapping[str, Explanation] = {
    **of_hours.EXPLANATIONS,
    **of_means.EXPLANATIONS,
    **of_learning.EXPLANATIONS,
    **of_course.EXPLANATIONS,
    **of_lessons.EXPLANATIONS,
    **of_resources.EXPLANATIONS,
    **of_sequence.EXPLANATIONS,
    **of_sharing.EXPLANATIONS,
}
"""By the id of the rule; a test asks for every rule there is."""


def statement(rule: Rule[Any]) -> Text:
    """Return what must hold, in one sentence."""
    return Text(it=_split(EXPLANATIONS[rule.id].it)[0], en=_split(rule.explanation)[0])


def reason(rule: Rule[Any]) -> Text | None:
    """Return why it must hold and what counts, where the rule says more than its sentence."""
    it, en = _split(EXPLANATIONS[rule.id].it)[1], _split(rule.explanation)[1]
    return Text(it=it, en=en) if it else None


def _split(text: str) -> tuple[str, str]:
    """Return the first sentence of a docstring and the rest, each on one line."""
    first, _, rest = inspect.cleandoc(text).partition("\n\n")
    return " ".join(first.split()), " ".join(rest.split())
