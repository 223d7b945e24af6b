"""What the grids print of an assessment: what no evidence covers, a box for each level."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalogue import load_standard
from toolkit.context.course import assessment_context
from toolkit.context.units import unit_contexts
from toolkit.loading import load_record
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.model.timetable import Timetable
from toolkit.resolve import resolve

ROOT = Path(__file__).parents[2]
BASE = load_record(CourseEdition, ROOT / "tests" / "rules" / "base" / "course.yaml").record
STANDARD = load_standard(
    ROOT / "catalog" / "abruzzo" / "addetto-al-servizio-clienti" / "2023-04-19.yaml"
).record


def course_with(**changes: object) -> Course:
    edition = CourseEdition.model_validate({**BASE.model_dump(exclude_unset=True), **changes})
    return resolve(STANDARD, edition.provider, edition)


@pytest.mark.parametrize(
    ("rows", "uncovered"),
    [
        ([], ()),
        (["URA02-C01", "URA02-C02"], ()),
        (["URA02-C02", "URA02-C02"], ("URA02-C01",)),
    ],
)
def test_what_has_no_evidence_is_named(rows: list[str], uncovered: tuple[str, ...]) -> None:
    evidence = [{"covers": code} for code in rows]
    course = course_with(units={"URA02": {"assessment": {"evidence": evidence}}})

    units = unit_contexts(course, Timetable("ASC", (), (), None))

    assert [unit.assessment.uncovered for unit in units if unit.code == "URA02"] == [uncovered]


def test_each_level_has_a_box_that_stays_with_its_name() -> None:
    levels = [
        {"name": name, "min_score": score, "descriptor": "x"}
        for name, score in (("A", 0), ("B", 60))
    ]
    course = course_with(assessment={"levels": levels})

    assert assessment_context(course).boxes == "☐\xa0L1 ☐\xa0L2"
