"""Each number and list of a standard is defended: one step beyond it, and the right rule speaks.

The numbers are found in the record itself, so that one added to the catalogue is tried too.
``python benchmarks/mutations.py`` prints the score.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from breaches import breaches
from circumstances import circumstances
from mutants import EXEMPT, STANDARDS, Subject, leaves, subjects, verdicts, with_value
from scores import refused_at_load
from timetables import mutants

from toolkit.catalogue import load_standard
from toolkit.rules.timetable import TIMETABLE_RULES


def named(path: Path) -> str:
    return path.parent.name


@pytest.fixture(scope="module", params=STANDARDS, ids=named)
def tight(request: pytest.FixtureRequest) -> tuple[Subject, ...]:
    return subjects(request.param)


def test_a_course_at_the_edge_of_every_limit_breaks_none(tight: tuple[Subject, ...]) -> None:
    for subject in tight:
        assert subject.silence <= {"G104"}


def test_each_value_of_the_standard_is_defended_by_a_rule(tight: tuple[Subject, ...]) -> None:
    standard = tight[0].standard
    undefended = [
        leaf.path
        for leaf in leaves(standard)
        if leaf.exemption is None
        and leaf.clause in standard.clauses
        and not any(True for _ in verdicts(leaf, tight))
    ]

    assert undefended == []


def test_no_value_is_forgotten(tight: tuple[Subject, ...]) -> None:
    standard = tight[0].standard
    forgotten = [
        leaf.path
        for leaf in leaves(standard)
        if leaf.exemption is None and leaf.clause is None and leaf.value != ()
    ]

    assert forgotten == []


def test_only_the_rules_of_its_clause_speak_of_a_value(tight: tuple[Subject, ...]) -> None:
    """One rule of courses and one of timetables at most: those of the clause that is broken."""
    for leaf in leaves(tight[0].standard):
        if leaf.exemption is None:
            for new, said in verdicts(leaf, tight):
                clauses = {each.clause.key if each.clause else None for each in said}
                of_timetables = [each for each in said if each.rule.startswith("T")]
                assert clauses == {leaf.clause}, (leaf.path, new, said)
                assert len(of_timetables) <= 1
                assert len(said) - len(of_timetables) <= 1


def test_each_limit_broken_in_the_course_makes_its_rule_speak_alone(
    tight: tuple[Subject, ...],
) -> None:
    for subject in tight:
        for breach in breaches(subject):
            assert (breach.name, breach.said - subject.silence) == (breach.name, {breach.rule})


def test_whatever_is_wrong_with_a_timetable_is_named(tight: tuple[Subject, ...]) -> None:
    subject = tight[0]
    missed = [each.name for each in mutants(subject) if each.rule not in each.said_of(subject)]

    assert missed == []


def test_whatever_a_timetable_relies_on_is_missed_when_it_goes(
    tight: tuple[Subject, ...],
) -> None:
    subject = tight[0]
    missed = [
        each.name for each in circumstances(subject) if each.rule not in each.said_of(subject)
    ]

    assert missed == []


def test_each_number_of_a_catalogue_file_is_compared_with_its_words_when_loaded(
    tight: tuple[Subject, ...],
) -> None:
    standard = tight[0].standard
    passed = [
        leaf.path
        for leaf in leaves(standard)
        if isinstance(leaf.value, int | float) and not refused_at_load(leaf, standard)
    ]

    assert passed == []


def test_each_exemption_is_of_a_value_that_some_standard_has() -> None:
    patterns = {
        part
        for path in STANDARDS
        for leaf in leaves(load_standard(path).record)
        for part in (leaf.pattern, f"{leaf.pattern}={leaf.value}")
    }
    idle = [
        each
        for each in EXEMPT
        if each not in patterns
        and not any(f"{pattern}.".startswith(each.removesuffix("**")) for pattern in patterns)
    ]

    assert idle == []


def test_a_change_is_made_in_a_copy(tight: tuple[Subject, ...]) -> None:
    standard = tight[0].standard
    before = standard.model_dump()

    changed = with_value(standard, ("units", "0", "min_hours"), 99.0)

    assert changed.units[0].min_hours == 99
    assert standard.model_dump() == before


OF_TASTE = {"T308", "T429"}
"""Warnings about what a person judges: they have cases of their own among the rules."""


def test_every_rule_of_timetables_is_broken_by_something() -> None:
    broken: set[str] = set()
    for path in STANDARDS:
        tight = subjects(path)
        broken |= {each.rule for each in (*mutants(tight[0]), *circumstances(tight[0]))}
        values = (leaf for leaf in leaves(tight[0].standard) if leaf.exemption is None)
        broken |= {
            each.rule for leaf in values for _, said in verdicts(leaf, tight) for each in said
        }

    assert {rule.id for rule in TIMETABLE_RULES} - broken == OF_TASTE
