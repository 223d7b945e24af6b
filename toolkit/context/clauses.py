"""The conformity table: for each clause the requirement, the value, the outcome."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from toolkit.agreement import preceded, printed
from toolkit.context.labels import DASH
from toolkit.context.subjects import ClauseContext
from toolkit.context.values import NO_VALUE, VALUES
from toolkit.finding import Finding, Outcome, Severity
from toolkit.model.course import Course
from toolkit.model.standard import Standard
from toolkit.model.timetable import Timetable
from toolkit.rules.explained import EXPLANATIONS
from toolkit.text import written


def conformity(
    course: Course, timetable: Timetable, findings: tuple[Finding, ...]
) -> tuple[ClauseContext, ...]:
    """Return one row a clause of the standard, in its order."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.clause:
            found[finding.clause.key].append(finding)
    unchecked, copied = _left_to_people(course.standard)
    return tuple(
        ClauseContext(
            key=key,
            citation=clause.citation,
            words=clause.words,
            value=_value(key, course, timetable),
            outcome=_outcome(key, course, found[key], is_unchecked=key in unchecked).value,
            note=_note(found[key], unchecked.get(key) or copied.get(key, "")),
        )
        for key, clause in course.standard.clauses.items()
    )


@functools.lru_cache(maxsize=16)
def _left_to_people(standard: Standard) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return, by clause, why a person must check it and why there is nothing to check."""
    unchecked = {each.clause: each.reason for each in standard.unchecked}
    return unchecked, {each.clause: each.reason for each in standard.copied}


def clauses_by_name(rows: tuple[ClauseContext, ...], course: Course) -> Mapping[str, ClauseContext]:
    """Return *rows* by key with underscores; known keys the standard lacks do not apply."""
    absent = {each.clause: each.reason for each in course.standard.absent}
    missing = tuple(
        ClauseContext(key, "", "", DASH, Outcome.NOT_APPLICABLE.value, absent.get(key, ""))
        for key in (*VALUES, *absent)
        if key not in course.standard.clauses
    )
    return {row.key.replace("-", "_"): row for row in (*rows, *missing)}


def _value(key: str, course: Course, timetable: Timetable) -> str:
    value = VALUES.get(key)
    return printed(value(course, timetable)) if value else NO_VALUE


def _outcome(key: str, course: Course, own: list[Finding], *, is_unchecked: bool) -> Outcome:
    if any(finding.severity is Severity.ERROR for finding in own):
        return Outcome.BREACHED
    if own or is_unchecked:
        return Outcome.TO_VERIFY
    if key.startswith("internship-") and course.internship is None:
        return Outcome.NOT_APPLICABLE
    if key == "additional-units" and not course.additional_units:
        return Outcome.NOT_APPLICABLE
    return Outcome.CONFORMING


def _note(own: list[Finding], reason: str) -> str:
    """Return what was found of a clause; else *reason*, why it is not for a rule to judge."""
    if own:
        return " ".join(line for finding in own for line in _told(finding))
    return printed(reason)


def _told(finding: Finding) -> Iterator[str]:
    """Yield what was found, how it is mended, and the reason why the provider accepts it."""
    yield printed(finding.message.it)
    if finding.mend:
        yield printed(f"Rimedio: {finding.mend.text.it}.")
    elif finding.accepted is None and finding.rule in EXPLANATIONS:
        words = EXPLANATIONS[finding.rule].mend.it
        yield printed(f"Rimedio: {words[:1].lower()}{words[1:]}")
    if finding.accepted:
        until = preceded("al", written(finding.accepted.until, "it"))
        yield f"Accettato fino {until}: {finding.accepted.reason}"
