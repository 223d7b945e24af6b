"""The mend of a finding makes it go away, and breaks nothing that was kept."""

from __future__ import annotations

import pytest
from course_cases import PAGES, changed, findings_in
from timetable_cases import RULES, cases, scheduled_from
from timetable_cases import changed as timetable_changed
from timetable_cases import findings_in as timetable_findings

from toolkit.loading.intent import intended
from toolkit.rules.course import COURSE_RULES

FAILING = [
    pytest.param(rule, case, id=f"{rule}-{name}")
    for rule, page in sorted(PAGES.items())
    for name, case in page["fail"].items()
]


def places(findings):
    return {(each.rule, each.at) for each in findings}


def mended(data, edits):
    for edit in edits:
        data = intended(data, edit)
    return data


@pytest.mark.parametrize(("rule", "case"), FAILING)
def test_a_mend_makes_its_finding_go_away(rule, case):
    edition, standard, newer = changed(case["change"])
    found = findings_in(edition, standard, newer)

    for finding in found:
        if finding.rule == rule and finding.mend:
            left = findings_in(mended(edition, finding.mend.edits), standard, newer)
            assert places(left) <= places(found) - {(rule, finding.at)}


@pytest.mark.parametrize(
    "case",
    [each for each in cases() if each.expected and RULES[each.rule].mend],
    ids=lambda case: f"{case.rule}-{case.name}",
)
def test_a_mend_of_a_timetable_makes_its_finding_go_away(case):
    rules = [RULES[case.rule]]
    data, sources = timetable_changed("timetable.yaml", case.change)
    found = timetable_findings(rules, scheduled_from(data, sources, case.given))

    for finding in found:
        if finding.mend:
            after = mended({"timetable": data}, finding.mend.edits)["timetable"]
            left = timetable_findings(rules, scheduled_from(after, sources, case.given))
            assert places(left) <= places(found) - {(finding.rule, finding.at)}


def test_each_rule_that_says_a_mend_has_a_case_in_which_it_can_be_made():
    able = set()
    for _, case in (param.values for param in FAILING):
        able |= {each.rule for each in findings_in(*changed(case["change"])) if each.mend}

    assert able == {rule.id for rule in COURSE_RULES if rule.mend}
