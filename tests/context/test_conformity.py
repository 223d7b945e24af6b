"""The conformity table: each clause with its words, the value, the outcome and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from toolkit.catalogue import load_standard
from toolkit.context.clauses import conformity
from toolkit.context.subjects import ClauseContext
from toolkit.finding import run
from toolkit.loading import load_record
from toolkit.model.edition import CourseEdition
from toolkit.model.timetable import Timetable
from toolkit.resolve import resolve
from toolkit.rules.course import COURSE_RULES

ROOT = Path(__file__).parents[2]
BASE = load_record(CourseEdition, ROOT / "tests" / "rules" / "base" / "course.yaml").record
STANDARD = load_standard(
    ROOT / "catalog" / "abruzzo" / "addetto-al-servizio-clienti" / "2023-04-19.yaml"
).record


def rows(**changes: Any) -> dict[str, ClauseContext]:
    """Return the table of the base course after *changes*, by the key of the clause."""
    data = {**BASE.model_dump(exclude_unset=True), **changes}
    edition = CourseEdition.model_validate(data)
    course = resolve(STANDARD, edition.provider, edition)
    found = run(COURSE_RULES, course, STANDARD.clauses)
    table = conformity(course, Timetable(edition.code, (), (), None), found)
    return {row.key: row for row in table}


def test_every_clause_has_its_words_a_value_and_an_outcome() -> None:
    table = rows()

    assert list(table) == list(STANDARD.clauses)
    for key, row in table.items():
        assert row.words == STANDARD.clauses[key].words
        assert row.outcome in {"conforme", "da verificare"}
        assert row.value or key == "prerequisites"  # which a timetable dates


@pytest.mark.parametrize("key", [each.clause for each in STANDARD.unchecked])
def test_what_only_a_person_can_verify_says_what_to_look_at(key: str) -> None:
    row = rows()[key]

    assert row.outcome == "da verificare"
    assert row.note.endswith(".")


def test_a_breach_is_told_with_what_mends_it() -> None:
    row = rows(units={"URA04": {"hours": 24, "distance_hours": 11}})["distance-hours"]

    assert (row.outcome, row.value) == (
        "non conforme",
        "11 ore su 99 ammesse; oltre il limite l’unità n. 4",
    )
    assert row.note == (
        "URA04: 11 ore a distanza, lo standard ne ammette 10. "
        "Rimedio: porta a 10 le ore in FAD di URA04."
    )


def test_additional_units_are_told_on_both_bases() -> None:
    row = rows()["additional-units"]

    assert row.value == (
        "10 ore: il 4,72% delle 212 ore delle unità dello standard, "
        "il 4,5% delle 222 ore comprese le aggiuntive"
    )


def test_what_a_course_does_not_have_does_not_apply() -> None:
    assert rows(additional_units=())["additional-units"].outcome == "non applicabile"
