"""The conformity table tells an accepted warning for what it is, with the reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from toolkit import pipeline
from toolkit.context.clauses import conformity
from toolkit.model.timetable import Timetable
from toolkit.resources import resources

ROOT = Path(__file__).parents[2]


def test_an_accepted_warning_stays_to_be_verified_and_gives_its_reason(tmp_path):
    course = tmp_path / "course.yaml"
    sample = (ROOT / "samples/minimo/course.yaml").read_text(encoding="utf-8")
    course.write_text(
        f"{sample}\nunits: {{URA07: {{laboratory_hours: 18}}}}\n"
        "waivers: [{rule: L102, reason: Teoria in aula., until: 2027-12-31}]\n",
        encoding="utf-8",
    )

    report = pipeline.check(course, resources(), today=date(2027, 1, 1))
    undated = Timetable(report.course.edition.code, (), (), None)
    rows = conformity(report.course, undated, report.findings)

    (row,) = [each for each in rows if each.key == "laboratory-units"]
    assert row.outcome == "da verificare"
    assert row.note == (
        "URA07: 2 ore in presenza fuori dal laboratorio su 20. "
        "Accettato fino al 31/12/2027: Teoria in aula."
    )
