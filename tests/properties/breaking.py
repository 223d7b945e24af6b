"""One change that breaks one rule, made to whatever edition keeps them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generated_editions import as_course, compliant_editions, found_in
from generated_standards import Data, standards
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

Change = Callable[[Any, Data, Data], None]

few = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Breach:
    """How a rule is broken in an edition of a standard that has what it *needs*."""

    rule: str
    change: Change
    needs: tuple[str, ...]
    also: frozenset[str]
    """Other rules that the same change may break, depending on the edition."""


class Breaches(dict[str, Breach]):
    """The breaches of one page, by the name of their function."""

    def of(self, rule: str, *needs: str, also: str = "") -> Callable[[Change], Change]:
        """Take down the function below as a breach of *rule*."""

        def taken(change: Change) -> Change:
            self[change.__name__] = Breach(rule, change, needs, frozenset(also.split()))
            return change

        return taken


def assert_breach(breach: Breach, data: st.DataObject) -> None:
    """Assert that the change breaks its rule, once, and no other but those it may."""
    assert_breach_of(data.draw(standards(having=breach.needs)), breach, data)


def assert_breach_of(standard: Data, breach: Breach, data: st.DataObject) -> None:
    """Assert it of an edition of that *standard*, which the change may change too."""
    edition = data.draw(compliant_editions(standard))
    breach.change(data.draw, standard, edition)

    found = [each.rule for each in found_in(as_course(standard, edition), notes=True)]

    notes = {"M101", "S101", "G103", "E104", "C108", "G111"} - {breach.rule}
    rules = [rule for rule in found if rule not in notes]
    assert rules.count(breach.rule) == 1
    assert set(rules) - breach.also == {breach.rule}
