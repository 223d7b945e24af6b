"""No constraint without a rule that checks it, no rule about placing without what keeps it."""

from __future__ import annotations

import pytest

from toolkit.planning.books import CONSTRAINTS
from toolkit.rules.timetable import TIMETABLE_RULES

NOT_ABOUT_PLACING = {
    # What a timetable names, how it is written and what it treats.
    *("T001", "T002", "T003", "T004", "T208", "T501", "T502", "T503"),
    # Whether experts give hours enough: a matter of taste, and of a goal.
    "T308",
    # Permits that expire before the course is over.
    "T436",
}


def test_the_mirrors_are_rules_and_every_rule_about_placing_is_a_mirror():
    mirrors = {each for constraint in CONSTRAINTS for each in constraint.mirrors}

    assert mirrors == {rule.id for rule in TIMETABLE_RULES} - NOT_ABOUT_PLACING


@pytest.mark.parametrize("constraint", CONSTRAINTS, ids=lambda each: each.kept_by.__name__)
def test_a_constraint_is_a_sentence_in_both_languages(constraint):
    assert constraint.sentence.it.endswith(".")
    assert constraint.sentence.en.endswith(".")
    assert constraint.kept_by.__doc__
