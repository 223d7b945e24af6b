"""Cases of the rules about courses: one change to a course that keeps them all.

A page is ``<ID>.yaml``. Under ``pass`` a change that keeps the rule; under ``fail`` one that
breaks it, with the place and the sentence. ``at`` and ``it`` may be lists. ``also`` names the
other rules that the same change breaks; unnamed ones must be silent. A change under
``standard.`` is made to the standard itself, ``superseded_by`` names a newer version in force;
one past the end of a list adds to it.
"""

from __future__ import annotations

import pytest
from course_cases import PAGES, findings_after

from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES
from toolkit.rules.waivers import WAIVER_RULES


def cases(outcome):
    return [
        pytest.param(rule, case, id=f"{rule}-{name}")
        for rule, page in sorted(PAGES.items())
        for name, case in page.get(outcome, {}).items()
    ]


def listed(value):
    return value if isinstance(value, list) else [value]


def test_the_base_course_keeps_every_rule():
    assert findings_after({}) == ()


@pytest.mark.parametrize(("rule", "case"), cases("pass"))
def test_a_change_that_keeps_the_rule(rule, case):
    case = case if "change" in case else {"change": case}

    found = findings_after(case["change"], about=rule)

    assert rule not in case.get("also", [])
    assert {finding.rule for finding in found} == set(case.get("also", []))


@pytest.mark.parametrize(("rule", "case"), cases("fail"))
def test_a_change_that_breaks_the_rule(rule, case):
    found = findings_after(case["change"], about=rule)

    own = [finding for finding in found if finding.rule == rule]
    others = {finding.rule for finding in found} - {rule}
    assert [".".join(finding.at) for finding in own] == listed(case["at"])
    assert [finding.message.it for finding in own] == listed(case["it"])
    assert others == set(case.get("also", []))
    if "en" in case:
        assert [finding.message.en for finding in own] == listed(case["en"])


@pytest.mark.parametrize("rule", [rule.id for rule in (*COURSE_RULES, *WAIVER_RULES)])
def test_each_rule_has_cases_on_both_sides_of_its_edge(rule):
    assert PAGES[rule]["rule"] == rule
    assert PAGES[rule]["pass"]
    assert PAGES[rule]["fail"]


def test_ids_are_never_shared():
    ids = [rule.id for rule in (*COURSE_RULES, *TIMETABLE_RULES)]

    assert len(ids) == len(set(ids))
