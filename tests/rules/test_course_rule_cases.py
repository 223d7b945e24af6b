"""Cases of the rules about courses: one change to a course that keeps them all.

A page is ``<ID>.yaml``. Under ``pass`` a change that keeps the rule; under ``fail`` one that
breaks it, with the place and the sentence. ``at`` and ``it`` may be lists. ``also`` names the
other rules that the same change breaks; unnamed ones must be silent. A change under
``standard.`` is made to the standard itself, ``superseded_by`` names a newer version in force;
one past the end of a list adds to it.
"""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from toolkit.finding import run
from toolkit.loading import read_record
from toolkit.loading.sources import sources_of
from toolkit.loading.yamlfile import read_yaml
from toolkit.model.edition import CourseEdition
from toolkit.model.standard import Standard
from toolkit.resolve import resolve
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES

HERE = Path(__file__).parent
PAGES = {path.stem: read_yaml(path).data for path in HERE.glob("*.yaml")}
BASE = read_yaml(HERE / "base" / "course.yaml")
STANDARD = read_yaml(
    HERE.parent.parent / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
)
REMOVED = "(removed)"


def findings_after(change, about=None):
    """Return what the rules find in the base course after *change*, facts of it left out.

    A fact is told where the case is *about* the rule that tells it.
    """
    edition = copy.deepcopy(BASE.data)
    standard = copy.deepcopy(STANDARD.data)
    change = dict(change or {})
    newer = change.pop("superseded_by", None)
    for path, value in change.items():
        target, steps = edition, path.split(".")
        if steps[0] == "standard" and len(steps) > 1:
            target, steps = standard, steps[1:]
        _set(target, steps, value)
    standard = Standard.model_validate(standard)
    edition = read_record(CourseEdition, edition, sources_of(BASE))
    course = resolve(standard, edition.provider, edition, superseded_by=newer)
    found = run(COURSE_RULES, course, standard.clauses)
    return tuple(each for each in found if each.rule not in FACTS - {about})


def _set(target, steps, value):
    for step in steps[:-1]:
        target = target[int(step)] if isinstance(target, list) else target.setdefault(step, {})
    last = int(steps[-1]) if isinstance(target, list) else steps[-1]
    if value == REMOVED:
        del target[last]
    elif isinstance(target, list):
        target[last : last + 1] = [value]
    else:
        target[last] = value


def cases(outcome):
    return [
        pytest.param(rule, case, id=f"{rule}-{name}")
        for rule, page in sorted(PAGES.items())
        for name, case in page.get(outcome, {}).items()
    ]


def listed(value):
    return value if isinstance(value, list) else [value]


FACTS = {"C108", "G111"}
"""Notes that state a fact of the base course: what credit leaves, an act replaced since."""


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


@pytest.mark.parametrize("rule", [rule.id for rule in COURSE_RULES])
def test_each_rule_has_cases_on_both_sides_of_its_edge(rule):
    assert PAGES[rule]["rule"] == rule
    assert PAGES[rule]["pass"]
    assert PAGES[rule]["fail"]


def test_ids_are_never_shared():
    ids = [rule.id for rule in (*COURSE_RULES, *TIMETABLE_RULES)]

    assert len(ids) == len(set(ids))
