"""The examples that ``percorso explain`` shows, out of the cases that prove the rules."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toolkit.finding import Finding, run
from toolkit.loading.writtenform import flow
from toolkit.model.neighbours import Neighbours
from toolkit.rules.sharing import SHARING_RULES

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "rules"))

import course_cases
import timetable_cases

_REMOVED = {None, course_cases.REMOVED}


def examples_page() -> str:
    """Return the first breach of each rule that no change to a standard is needed for."""
    found = dict(sorted((*_of_courses(), *_of_timetables(), *_of_courses_together())))
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _of_courses() -> Iterator[tuple[str, dict[str, object]]]:
    for rule, page in course_cases.PAGES.items():
        change = min((case["change"] for case in page["fail"].values()), key=_is_about_standard)
        yield rule, _example(rule, change, course_cases.findings_after(change, rule))


def _is_about_standard(change: Mapping[str, object]) -> bool:
    return any(path.startswith(("standard.", "superseded_by")) for path in change)


def _of_timetables() -> Iterator[tuple[str, dict[str, object]]]:
    seen: set[str] = set()
    for case in timetable_cases.cases():
        if case.expected and case.rule not in seen:
            seen.add(case.rule)
            subject = timetable_cases.scheduled(case.change, case.given)
            rules = [timetable_cases.RULES[case.rule]]
            findings = timetable_cases.findings_in(rules, subject)
            yield case.rule, _example(case.rule, {**case.given, **case.change}, findings)


def _of_courses_together() -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the clash of a course with another of the same lessons, whose code is the change."""
    change = {"code": "GB-2027-02"}
    own, other = timetable_cases.scheduled({}, {}), timetable_cases.scheduled({}, change)
    findings = run(SHARING_RULES, Neighbours(own, (other,)), {})
    for rule in SHARING_RULES:
        yield rule.id, _example(rule.id, change, findings)


def _example(
    rule: str, change: Mapping[str, Any], findings: tuple[Finding, ...]
) -> dict[str, object]:
    finding = next(each for each in findings if each.rule == rule)
    mend = finding.mend and finding.mend.text
    return {
        "written": [_line(path, value) for path, value in change.items()],
        "message": {"it": finding.message.it, "en": finding.message.en},
        "mend": mend and {"it": mend.it, "en": mend.en},
    }


def _line(path: str, value: Any) -> str:
    if not isinstance(value, list | dict) and value in _REMOVED:
        return f"{path}: (…)"
    return f"{path}: {flow(_frozen(value))}"


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    # The pages of cases are read as they stand: a number there is a number.
    is_number = isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)
    return float(value) if is_number else value
