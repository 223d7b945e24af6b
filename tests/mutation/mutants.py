"""Every number and list of a standard, found in the record itself, and what each step of it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tight import as_edition, tight_edition

from toolkit.catalogue import load_standard
from toolkit.finding import Finding, Severity, run
from toolkit.loading import read_yaml
from toolkit.model.course import Course
from toolkit.model.record import Record
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.standard import Standard
from toolkit.model.timetable import Timetable
from toolkit.place import At
from toolkit.planning import plan
from toolkit.problem import ProblemsError
from toolkit.resolve import resolve
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES
from toolkit.standards.wording import TRACES

ROOT = Path(__file__).parents[2]
STANDARDS = sorted((*ROOT.glob("catalog/**/*.yaml"), *ROOT.glob("tests/catalog/**/*.yaml")))
EXEMPT: Any = read_yaml(Path(__file__).with_name("exempt.yaml")).data

COLUMNS = {
    "units.*.min_hours": "min-hours",
    "units.*.max_distance_hours": "distance-hours",
    "totals.hours": "total-hours",
    "totals.distance_hours": "distance-hours",
}
"""The clause that each figure of the tables states; the others are in `TRACES`."""

CLAUSES = {**dict(TRACES), **COLUMNS, "prerequisites.*.first": "prerequisites"}
CLAUSES["prerequisites.*.then"] = "prerequisites"


@dataclass(frozen=True)
class Subject:
    """A standard, a course at the edge of all its limits, and a timetable of it."""

    standard: Standard
    data: dict[str, Any]

    @cached_property
    def course(self) -> Course:
        return self.course_under(self.standard)

    @cached_property
    def timetable(self) -> Timetable:
        return plan(self.course, seed=0)

    @cached_property
    def silence(self) -> frozenset[str]:
        """The rules that speak before anything is changed: none of them an error."""
        return frozenset(each.rule for each in self._found(self.course))

    def course_under(self, standard: Standard) -> Course:
        edition = as_edition(self.data)
        return resolve(standard, edition.provider, edition)

    def said_under(self, standard: Standard) -> tuple[Finding, ...]:
        """Return what is found, once a rule, only because of how *standard* differs."""
        found = self._found(self.course_under(standard))
        return tuple({each.rule: each for each in found if each.rule not in self.silence}.values())

    def _found(self, course: Course) -> tuple[Finding, ...]:
        clauses = course.standard.clauses
        found = (
            *run(COURSE_RULES, course, clauses),
            *run(TIMETABLE_RULES, ScheduledCourse(course, self.timetable), clauses),
        )
        return tuple(each for each in found if each.severity is not Severity.NOTE)


def subjects(path: Path) -> tuple[Subject, ...]:
    """Return the courses at the edge of the standard at *path*: of the shortest internship first."""
    standard = load_standard(path).record
    limits = standard.internship
    hours = (limits.min_hours, limits.max_hours) if limits else (0.0,)
    return tuple(Subject(standard, tight_edition(standard, each)) for each in hours)


@dataclass(frozen=True)
class Leaf:
    """A number, or a list, of a standard."""

    at: At
    value: Any

    @property
    def path(self) -> str:
        return ".".join(self.at)

    @property
    def pattern(self) -> str:
        """The path with a star for each position in a list."""
        return ".".join("*" if step.isdigit() else step for step in self.at)

    @property
    def clause(self) -> str | None:
        """The key of the clause that the value is read from."""
        return CLAUSES.get(self.pattern)

    @property
    def exemption(self) -> str | None:
        """Why no rule need speak when the value changes, if a reason is written."""
        fits = (
            reason
            for path, reason in EXEMPT.items()
            if path in {self.pattern, f"{self.pattern}={self.value}"}
            or (path.endswith(".**") and f"{self.pattern}.".startswith(path[:-2]))
        )
        return next(fits, None)

    def steps(self, standard: Standard) -> Iterator[Any]:
        """Yield the values one smallest step away: a quarter of an hour, one, one more unit."""
        match self.value:
            case float():
                yield from (each for each in (self.value + 0.25, self.value - 0.25) if each >= 0)
            case int():
                yield from (each for each in (self.value + 1, self.value - 1) if each >= 0)
            case tuple() if all(isinstance(each, int) for each in self.value):
                numbers = (unit.number for unit in standard.units)
                yield from ((*self.value, each) for each in numbers if each not in self.value)


def leaves(value: Any, at: At = ()) -> Iterator[Leaf]:
    """Yield each number and list inside *value*; a list of numbers is one leaf."""
    match value:
        case bool():
            return
        case int() | float():
            yield Leaf(at, value)
        case Record():
            for key in type(value).model_fields:
                yield from leaves(getattr(value, key), (*at, key))
        case tuple():
            yield Leaf(at, value)
            if not all(isinstance(each, int) for each in value):
                for n, inner in enumerate(value):
                    yield from leaves(inner, (*at, str(n)))


def with_value(value: Any, at: At, new: Any) -> Any:
    """Return *value* with *new* in the place *at*, built anew so that nothing is remembered."""
    if not at:
        return new
    step, *rest = at
    if isinstance(value, tuple):
        n = int(step)
        return (*value[:n], with_value(value[n], tuple(rest), new), *value[n + 1 :])
    inner = with_value(getattr(value, step), tuple(rest), new)
    fields = {key: getattr(value, key) for key in type(value).model_fields}
    return type(value).model_construct(**{**fields, step: inner})


def verdicts(leaf: Leaf, tight: tuple[Subject, ...]) -> Iterator[tuple[Any, tuple[Finding, ...]]]:
    """Yield each step of *leaf* that makes a rule speak, with what is said."""
    for subject in tight:
        for new in leaf.steps(subject.standard):
            changed = with_value(subject.standard, leaf.at, new)
            try:
                said = subject.said_under(changed)
            except (ProblemsError, KeyError):
                continue
            if said:
                yield new, said
