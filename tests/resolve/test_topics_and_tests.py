"""How a unit's hours are shared out among topics, and what its test is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model import choices
from toolkit.model.course import Course, PlannedEvidence
from toolkit.model.standard import Standard

Make = Callable[..., Course]


def test_topics_share_what_the_written_ones_leave(abruzzo: Standard, course: Make) -> None:
    topics = [{"title": "A", "hours": "2,5"}, {"title": "B"}, {"title": "C"}, {"title": "D"}]

    made = course(abruzzo, units={"URA02": {"topics": topics}})

    assert [topic.hours for topic in made.unit("URA02").plan.topics] == [2.5, 2.25, 2.25, 2]


def test_longer_shares_come_first(abruzzo: Standard, course: Make) -> None:
    made = course(abruzzo)

    assert [topic.hours for topic in made.unit("URA02").plan.topics] == [4.5, 4.5]
    assert [topic.hours for topic in made.unit("URA01").plan.topics] == [3, 3, 3]


@settings(max_examples=50, deadline=None)
@given(hours=st.integers(0, 400).map(lambda quarters: quarters / 4), topics=st.integers(0, 30))
def test_shares_of_topics_add_up_exactly(
    abruzzo: Standard, course: Make, hours: float, topics: int
) -> None:
    choice = {"hours": hours, "topics": [{"title": f"Argomento {n}"} for n in range(topics)]}

    plan = course(abruzzo, units={"URA06": choice}).units[5].plan

    shares = [topic.hours for topic in plan.topics]
    assert sum(shares) == plan.teaching_hours
    assert shares == sorted(shares, reverse=True)
    assert max(shares) - min(shares) <= 0.25


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(st.integers(1, 6), min_size=1, max_size=110))
def test_shares_of_weights_add_up_exactly(abruzzo: Standard, course: Make, rows: list[int]) -> None:
    evidence = [{"covers": f"URA04-A{row:02d}"} for row in rows]

    made = course(abruzzo, units={"URA04": {"assessment": {"evidence": evidence}}})

    weights = [row.weight for row in made.unit("URA04").plan.assessment.evidence]
    assert sum(weights) == 100
    assert weights == sorted(weights, reverse=True)
    assert max(weights) - min(weights) <= 1


def test_written_weights_are_kept(abruzzo: Standard, course: Make) -> None:
    evidence = [{"covers": "URA02-C01", "weight": 70}, {"covers": "URA02-C02"}]

    made = course(abruzzo, units={"URA02": {"assessment": {"evidence": evidence}}})

    assert [row.weight for row in made.unit("URA02").plan.assessment.evidence] == [70, 0]


def test_a_test_is_what_its_unit_asks_else_what_the_course_does(
    abruzzo: Standard, course: Make
) -> None:
    common = {"kind": "interview", "hours": "2", "threshold": "75"}
    own = {"kind": "product", "hours": "3", "threshold": "90"}
    made = course(
        abruzzo,
        assessment=common,
        units={"URA02": {"assessment": own}, "URA13": {"hours": "1", "assessment": {}}},
    )

    tests = {
        code: (plan.kind.value, plan.hours, plan.threshold)
        for code in ("URA01", "URA02", "URA13")
        for plan in [made.unit(code).plan.assessment]
    }
    assert tests == {
        "URA01": ("interview", 2, 75),
        "URA02": ("product", 3, 90),
        "URA13": ("interview", 0.5, 75),
    }
    assert made.unit("URA02").plan.assessment.evidence[0] == PlannedEvidence(
        made.unit("URA02").items[0],
        "Applica in modo corretto e pertinente nel prodotto consegnato: "
        "«Norme a tutela dei consumatori».",
        choices.TestKind.PRODUCT,
        50,
    )


@pytest.mark.parametrize(
    ("unit", "usual", "test"),
    [("0.5", "1", 0.25), ("1", "1", 0.5), ("1.25", "1", 1), ("2", "3", 1), ("0.75", "2", 0.25)],
)
def test_the_usual_test_takes_half_of_a_unit_too_short_for_it(
    abruzzo: Standard, course: Make, unit: str, usual: str, test: float
) -> None:
    made = course(abruzzo, assessment={"hours": usual}, units={"URA13": {"hours": unit}})

    assert made.unit("URA13").plan.assessment.hours == test


@pytest.mark.parametrize(
    ("kind", "of_knowledge", "of_skills"),
    [
        (
            "test",
            "Risponde in modo corretto e pertinente ai quesiti su",
            "Risolve per iscritto casi che lo richiedono",
        ),
        (
            "exercise",
            "Applica in modo corretto e pertinente nell’esercitazione",
            "Dimostra in un’esercitazione osservata",
        ),
        (
            "simulation",
            "Applica in modo corretto e pertinente nella simulazione",
            "Dimostra in una simulazione osservata",
        ),
        (
            "interview",
            "Espone in modo corretto e pertinente nel colloquio",
            "Illustra nel colloquio come procede",
        ),
        (
            "product",
            "Applica in modo corretto e pertinente nel prodotto consegnato",
            "Dimostra con il prodotto consegnato",
        ),
    ],
)
def test_what_is_observed_is_what_the_kind_of_test_shows(
    abruzzo: Standard, course: Make, kind: str, of_knowledge: str, of_skills: str
) -> None:
    unit = course(abruzzo, units={"URA13": {"assessment": {"kind": kind}}}).unit("URA13")

    first, second, *_ = (row.indicator for row in unit.plan.assessment.evidence)
    assert first == f"{of_knowledge}: «{unit.items[0].words}»."
    assert second == f"{of_skills}: «{unit.items[1].words}»."


def test_a_row_with_a_tool_of_its_own_is_observed_with_that(
    abruzzo: Standard, course: Make
) -> None:
    rows = [{"covers": "URA13-A02", "tool": "simulation"}]

    made = course(abruzzo, units={"URA13": {"assessment": {"kind": "test", "evidence": rows}}})

    (row,) = made.unit("URA13").plan.assessment.evidence
    assert row.indicator.startswith("Dimostra in una simulazione osservata: «")
