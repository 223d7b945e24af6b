"""Rules and what they find: values, never exceptions.

A rule is a small function that yields a `Hit` for each place where what it states
does not hold. `run` turns hits into `Finding` values, sorted and ready to print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum
from typing import Any, Generic, TypeVar

from toolkit.mending import Edit, Mend
from toolkit.model.standard import Clause
from toolkit.place import At
from toolkit.text import Text

Subject = TypeVar("Subject")


class Severity(IntEnum):
    """How grave a finding is; higher is graver."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Outcome(Enum):
    """What a course makes of one clause, as the conformity table prints it."""

    CONFORMING = "conforme"
    BREACHED = "non conforme"
    TO_VERIFY = "da verificare"
    NOT_APPLICABLE = "non applicabile"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule does not hold, with the values of its sentence."""

    at: At
    values: Mapping[str, object]
    mend: tuple[Edit, ...] = ()


def hit(*at: str, mend: Edit | tuple[Edit, ...] = (), **values: object) -> Hit:
    """Return a hit at the path *at*; *values* fill the rule's message.

    *mend* is what would mend it, where only one change would; *values* fill the
    sentence of the rule's mend too.
    """
    return Hit(at, values, mend if isinstance(mend, tuple) else (mend,))


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One requirement: what must hold is its `check`'s name and docstring."""

    id: str
    clause: str | None
    severity: Severity
    message: Text
    mend: Text | None
    """What an unambiguous mend does, in the imperative: «porta a 10 …»."""
    check: Callable[[Subject], Iterator[Hit]]

    @property
    def explanation(self) -> str:
        """Why the requirement holds: the docstring of its function."""
        return (self.check.__doc__ or "").strip()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a warning is left as it is, and the last day on which that holds."""

    reason: str
    until: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found at one place of the course."""

    rule: str
    severity: Severity
    at: At
    message: Text
    clause: Clause | None
    mend: Mend | None = None
    accepted: Acceptance | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def rule(
    id: str,  # noqa: A002 — the field's own word, always passed by position
    *,
    clause: str | None,
    severity: Severity,
    it: str,
    en: str,
    mend: Text | None = None,
) -> Callable[[Callable[[Subject], Iterator[Hit]]], Rule[Subject]]:
    """Make a rule of the function below; *clause* is a key of the standard, or none.

    *mend* says what the edits that its hits carry do, if they carry any.
    """

    def made(check: Callable[[Subject], Iterator[Hit]]) -> Rule[Subject]:
        return Rule(id, clause, severity, Text(it=it, en=en), mend, check)

    return made


def run(
    rules: Iterable[Rule[Subject]], subject: Subject, clauses: Mapping[str, Clause]
) -> tuple[Finding, ...]:
    """Return what *rules* find in *subject*, gravest first, then by rule and place.

    A rule whose clause the standard does not have does not apply and is passed over.
    """
    found = [
        Finding(
            rule.id,
            rule.severity,
            each.at,
            rule.message.filled(**each.values),
            clauses[rule.clause] if rule.clause else None,
            _mend(rule, each),
        )
        for rule in rules
        if rule.clause is None or rule.clause in clauses
        for each in rule.check(subject)
    ]
    return tuple(sorted(found, key=_gravest_first))


def _mend(rule: Rule[Subject], found: Hit) -> Mend | None:
    if not found.mend:
        return None
    assert rule.mend, rule.id
    return Mend(rule.mend.filled(**found.values), found.mend)


def _gravest_first(finding: Finding) -> tuple[Any, ...]:
    return (-finding.severity, finding.rule, tuple(_numeric(key) for key in finding.at))


def _numeric(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isdigit() else (-1, key)
