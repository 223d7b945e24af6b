"""A fault in what a person wrote that keeps a value from being built.

Steps that know no lines report faults by path; `loading` gives them their place.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.place import At
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and the path of the value to mend."""

    at: At
    message: Text


def problem(*at: str, it: str, en: str, **values: object) -> Problem:
    """Return a problem at the path *at*; *values* fill both sentences."""
    return Problem(at, Text(it=it, en=en).filled(**values))


class ProblemsError(Exception):
    """Faults found together by a step that knows paths but no lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message.en for problem in problems))
        self.problems = problems
