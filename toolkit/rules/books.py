"""The books between rules and clauses must balance, for every file of the catalogue.

Each clause is claimed by a rule, copied as it stands or left to a person with a reason;
each key that a rule claims is a clause of the standard or listed as absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.standard import Standard
from toolkit.problem import Problem, problem
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES

CLAIMED = frozenset(rule.clause for rule in COURSE_RULES if rule.clause is not None) | frozenset(
    rule.clause for rule in TIMETABLE_RULES if rule.clause is not None
)
"""Every clause key that some rule judges."""


def unbalanced(standard: Standard) -> Iterator[Problem]:
    """Yield each clause nobody answers for and each claimed key that is neither here nor there."""
    set_aside = {each.clause for each in (*standard.unchecked, *standard.copied)}
    for key in standard.clauses:
        if key not in CLAIMED | set_aside:
            yield problem(
                "unchecked",
                it="nessuna regola giudica la clausola «{key}»: mettila in unchecked o in "
                "copied, con il motivo.",
                en="no rule judges the clause “{key}”: list it under unchecked or copied, "
                "with the reason.",
                key=key,
            )
    absent = {each.clause for each in standard.absent}
    for key in sorted(CLAIMED - set(standard.clauses) - absent):
        yield problem(
            "absent",
            it="lo standard non enuncia la clausola «{key}», che una regola giudica: mettila "
            "in absent, con il motivo.",
            en="the standard does not state the clause “{key}”, which a rule judges: list it "
            "under absent, with the reason.",
            key=key,
        )
