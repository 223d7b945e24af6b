"""The standards of the catalogues: what keeps them is found to, what breaks them is found alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_breaches_of_hours
import test_breaches_of_means
import test_breaches_of_prudence
from breaking import Breach, assert_breach_of
from generated_editions import as_course, compliant_editions, found_in
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.catalogue import load_standard
from toolkit.model.standard import Standard
from toolkit.rules.course import COURSE_RULES

ROOT = Path(__file__).parents[2]
STANDARDS = {
    name: load_standard(ROOT / path).record
    for name, path in {
        "abruzzo": "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml",
        "fantasia": "tests/catalog/fantasia/collaudatore-di-aquiloni/2025-03-01.yaml",
    }.items()
}
CLAUSES = {rule.id: rule.clause for rule in COURSE_RULES}
BREACHES: dict[str, Breach] = {
    **test_breaches_of_hours.BREACHES,
    **test_breaches_of_means.BREACHES,
    **test_breaches_of_prudence.BREACHES,
}
few = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))


def can_be_broken(standard: Standard, breach: Breach) -> bool:
    """Return whether the standard states what the breach breaks; PCs only where it counts them."""
    clause = CLAUSES[breach.rule]
    return (
        (clause is None or clause in standard.clauses)
        and all(getattr(standard, part) for part in breach.needs)
        and (breach.rule != "E101" or any(each.learners_per_pc for each in standard.equipment))
    )


@pytest.mark.parametrize("name", STANDARDS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_compliant_edition_has_no_error_and_no_warning(name: str, data: st.DataObject) -> None:
    standard = STANDARDS[name].model_dump()
    edition = data.draw(compliant_editions(standard))

    assert found_in(as_course(standard, edition)) == ()


@pytest.mark.parametrize(
    ("name", "breach"),
    [
        pytest.param(name, breach, id=f"{name}-{told}")
        for name, standard in STANDARDS.items()
        for told, breach in BREACHES.items()
        if can_be_broken(standard, breach)
    ],
)
@few
@given(data=st.data())
def test_a_breach_is_found_alone(name: str, breach: Breach, data: st.DataObject) -> None:
    assert_breach_of(STANDARDS[name].model_dump(), breach, data)
