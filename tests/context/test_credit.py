"""What credit does to a learner's sheet: a part of a unit leaves its test to pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalogue import load_standard
from toolkit.context.credit import learner_contexts, learner_sheets
from toolkit.loading import load_record
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.resolve import resolve

ROOT = Path(__file__).parents[2]
BASE = load_record(CourseEdition, ROOT / "tests" / "rules" / "base" / "course.yaml").record
STANDARD = load_standard(
    ROOT / "catalog" / "abruzzo" / "addetto-al-servizio-clienti" / "2023-04-19.yaml"
).record


def with_credit(*credits_of_learner: dict[str, object]) -> Course:
    """Return the base course with the credit of one learner."""
    data = BASE.model_dump(exclude_unset=True)
    recognised = [{"learner": "A01", **each} for each in credits_of_learner]
    edition = CourseEdition.model_validate({**data, "credits": recognised})
    return resolve(STANDARD, edition.provider, edition)


@pytest.mark.parametrize(
    ("hours", "told", "is_covered"),
    [
        ((20,), "riconosciuto (Verbale 1)", True),
        ((12, 8), "riconosciuto (Verbale 1; Verbale 2)", True),
        ((19.5,), "riconosciute 19,5 ore su 20 (Verbale 1)", False),
        ((1,), "riconosciuta 1 ora su 20 (Verbale 1)", False),
    ],
)
def test_credit_for_a_part_of_a_unit_leaves_its_outcome_to_fill_in(
    hours: tuple[float, ...], told: str, is_covered: bool
) -> None:
    course = with_credit(
        *(
            {"kind": "attendance", "unit": "URA12", "hours": each, "act": f"Verbale {n}"}
            for n, each in enumerate(hours, start=1)
        )
    )

    blank, sheet = learner_sheets(course)
    rows = {row.unit_code: (row.credit, row.is_covered) for row in sheet.rows}
    assert rows.pop("URA12") == (told, is_covered)
    assert set(rows.values()) == {("", False)}
    assert {(row.credit, row.is_covered) for row in blank.rows} == {("", False)}


@pytest.mark.parametrize("is_whole", [True, False])
def test_credit_for_the_internship_cites_its_act_and_is_in_the_class_overview(
    is_whole: bool,
) -> None:
    whole = with_credit().internship_hours
    hours = whole if is_whole else whole - 20
    course = with_credit({"kind": "internship", "hours": hours, "act": "Verbale 1"})

    sheet = learner_sheets(course)[1]
    told = "riconosciuto" if is_whole else f"riconosciute {hours:g} ore su {whole:g}"
    assert sheet.internship_recognised == f"{told} (Verbale 1)"
    assert sheet.internship_is_covered is is_whole
    first, second, *_ = learner_contexts(course)
    assert (first.has_internship_credit, second.has_internship_credit) == (True, False)
