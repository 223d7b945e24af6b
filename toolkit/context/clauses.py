"""The conformity table: for each clause the requirement, the value, the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.agreement import preceded, printed
from toolkit.context.labels import DASH
from toolkit.context.subjects import ClauseContext
from toolkit.context.values import NO_VALUE, VALUES
from toolkit.finding import Finding, Outcome, Severity
from toolkit.model.course import Course
from toolkit.model.standard import Clause
from toolkit.model.timetable import Timetable
from toolkit.rules.explained import EXPLANATIONS
from toolkit.text import written


def conformity(
    course: Course, timetable: Timetable, findings: tuple[Finding, ...]
) -> tuple[ClauseContext, ...]:
    """Return one row a clause of the standard, in its order."""
    return tuple(
        _row(clause, course, timetable, findings) for clause in course.standard.clauses.values()
    )


def clauses_by_name(rows: tuple[ClauseContext, ...], course: Course) -> Mapping[str, ClauseContext]:
    """Return *rows* by key with underscores; known keys the standard lacks do not apply."""
    absent = {each.clause: each.reason for each in course.standard.absent}
    missing = tuple(
        ClauseContext(key, "", "", DASH, Outcome.NOT_APPLICABLE.value, absent.get(key, ""))
        for key in (*VALUES, *absent)
        if key not in course.standard.clauses
    )
    return {row.key.replace("-", "_"): row for row in (*rows, *missing)}


def _row(
    clause: Clause, course: Course, timetable: Timetable, findings: tuple[Finding, ...]
) -> ClauseContext:
    value = VALUES.get(clause.key)
    own = tuple(
        finding for finding in findings if finding.clause and finding.clause.key == clause.key
    )
    return ClauseContext(
        key=clause.key,
        citation=clause.citation,
        words=clause.words,
        value=printed(value(course, timetable)) if value else NO_VALUE,
        outcome=_outcome(clause.key, course, own).value,
        note=_note(clause.key, course, own),
    )


def _outcome(key: str, course: Course, own: tuple[Finding, ...]) -> Outcome:
    if any(finding.severity is Severity.ERROR for finding in own):
        return Outcome.BREACHED
    if own or any(each.clause == key for each in course.standard.unchecked):
        return Outcome.TO_VERIFY
    if key.startswith("internship-") and course.internship is None:
        return Outcome.NOT_APPLICABLE
    if key == "additional-units" and not course.additional_units:
        return Outcome.NOT_APPLICABLE
    return Outcome.CONFORMING


def _note(key: str, course: Course, own: tuple[Finding, ...]) -> str:
    if own:
        return " ".join(line for finding in own for line in _told(finding))
    reasons = (*course.standard.unchecked, *course.standard.copied)
    return printed(next((each.reason for each in reasons if each.clause == key), ""))


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
