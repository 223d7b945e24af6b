"""The cases of the timetable rules: changes to a timetable that keeps every rule.

``change`` is made to ``timetable/base/timetable.yaml``, ``given`` to the ``course.yaml``
beside it; a case with neither word is a change. A value of null takes the entry away; the
position one past the end of a list adds to it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from timetable_cases import FILES, FOLDER, RULES, Case, cases, findings_in, scheduled

from toolkit.finding import Rule, Severity
from toolkit.loading import read_record, read_yaml
from toolkit.loading.sources import sources_of
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.standard import Standard
from toolkit.rules.timetable import TIMETABLE_RULES


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.rule}-{case.name}")
def test_a_case_yields_what_it_says(case: Case) -> None:
    found = findings_in([RULES[case.rule]], scheduled(case.change, case.given))

    assert tuple((".".join(each.at), each.message.it) for each in found) == case.expected


def test_the_timetable_that_cases_change_keeps_every_rule() -> None:
    assert findings_in(TIMETABLE_RULES, scheduled()) == ()


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


@pytest.mark.parametrize("case", [each for each in cases() if each.expected], ids=str)
def test_each_message_is_a_sentence_in_both_languages(case: Case) -> None:
    for each in findings_in([RULES[case.rule]], scheduled(case.change, case.given)):
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
