"""The cases of the timetable rules: changes to a timetable that keeps every rule.

``change`` is made to ``timetable/base/timetable.yaml``, ``given`` to the ``course.yaml``
beside it; a case with neither word is a change. A value of null takes the entry away; the
position one past the end of a list adds to it.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from toolkit.finding import Finding, Rule, Severity, run
from toolkit.loading import read_record, read_yaml
from toolkit.loading.sources import sources_of
from toolkit.model.edition import CourseEdition
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.standard import Standard
from toolkit.model.timetablefile import TimetableFile
from toolkit.resolve import resolve
from toolkit.rules.timetable import TIMETABLE_RULES

FOLDER = Path(__file__).parent / "timetable"
BASE = FOLDER / "base"
FILES = sorted(FOLDER.glob("*.yaml"))
RULES = {rule.id: rule for rule in TIMETABLE_RULES}


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    change: dict[str, Any]
    given: dict[str, Any]
    expected: tuple[tuple[str, str], ...]


def _cases() -> list[Case]:
    found = []
    for path in FILES:
        data: Any = read_yaml(path).data
        for name, each in data["pass"].items():
            found.append(_case(data["rule"], name, each or {}))
        for name, each in data["fail"].items():
            found.append(_case(data["rule"], name, each))
    return found


def _case(rule: str, name: str, data: dict[str, Any]) -> Case:
    if not {"change", "given"} & set(data):
        data = {"change": data}
    findings = data.get("findings", [data] if "at" in data else [])
    return Case(
        rule=rule,
        name=name,
        change=data.get("change", {}),
        given=data.get("given", {}),
        expected=tuple((each["at"], each["it"]) for each in findings),
    )


def scheduled(change: dict[str, Any] | None = None, given: dict[str, Any] | None = None) -> Any:
    standard = read_record(Standard, *_changed("standard.yaml", {}))
    edition = read_record(CourseEdition, *_changed("course.yaml", given or {}))
    written = read_record(TimetableFile, *_changed("timetable.yaml", change or {}))
    course = resolve(standard, edition.provider, edition)
    return ScheduledCourse(course, written.timetable)


def _changed(name: str, changes: dict[str, Any]) -> tuple[Any, Any]:
    file = read_yaml(BASE / name)
    data: Any = copy.deepcopy(file.data)
    for path, value in changes.items():
        *steps, last = path.split(".")
        place = data
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if isinstance(place, dict):
            place[last] = value
            if value is None:
                del place[last]
        else:
            place[int(last) : int(last) + 1] = [] if value is None else [value]
    return data, sources_of(file)


def _findings(rules: Any, subject: ScheduledCourse) -> tuple[Finding, ...]:
    return run(rules, subject, subject.course.standard.clauses)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.rule}-{case.name}")
def test_a_case_yields_what_it_says(case: Case) -> None:
    found = _findings([RULES[case.rule]], scheduled(case.change, case.given))

    assert tuple((".".join(each.at), each.message.it) for each in found) == case.expected


def test_the_timetable_that_cases_change_keeps_every_rule() -> None:
    assert _findings(TIMETABLE_RULES, scheduled()) == ()


@pytest.mark.parametrize("rule", TIMETABLE_RULES, ids=lambda rule: rule.id)
def test_each_rule_has_cases_that_pass_and_fail(rule: Rule[ScheduledCourse]) -> None:
    data: Any = read_yaml(FOLDER / f"{rule.id}.yaml").data

    assert data["rule"] == rule.id
    assert data["pass"]
    assert data["fail"]


def test_no_file_of_cases_is_without_its_rule() -> None:
    assert {path.stem for path in FILES} == set(RULES)


def test_ids_are_used_once() -> None:
    assert len(RULES) == len(TIMETABLE_RULES)


@pytest.mark.parametrize("case", [each for each in _cases() if each.expected], ids=str)
def test_each_message_is_a_sentence_in_both_languages(case: Case) -> None:
    for each in _findings([RULES[case.rule]], scheduled(case.change, case.given)):
        for sentence in (each.message.it, each.message.en):
            assert sentence.endswith((".", "?"))
            assert not set("{}") & set(sentence)


def test_each_rule_claims_a_clause_of_the_real_standard_or_none() -> None:
    path = Path(__file__).parents[2] / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
    file = read_yaml(path)
    clauses = read_record(Standard, file.data, sources_of(file)).clauses

    assert {rule.clause for rule in TIMETABLE_RULES if rule.clause} <= set(clauses)


def test_only_matters_of_style_and_choice_are_warnings() -> None:
    mild = {rule.id for rule in TIMETABLE_RULES if rule.severity is not Severity.ERROR}

    assert mild == {"T112", "T208", "T308", "T322", "T429", "T434", "T435", "T436", "T503"}
