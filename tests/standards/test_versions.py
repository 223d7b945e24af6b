"""Which version a course follows, and what is said where a newer one is in force."""

from __future__ import annotations

import pytest

from toolkit import pipeline
from toolkit.resources import resources

ID = "abruzzo/addetto-al-servizio-clienti"


@pytest.fixture
def judged(request, tmp_path):
    """Return what checking the shortest sample finds, with another standard and first day."""
    root = request.config.rootpath
    text = (root / "samples/minimo/course.yaml").read_text(encoding="utf-8")

    def check(standard, start):
        path = tmp_path / "course.yaml"
        written = text.replace(f"standard: {ID}", f"standard: {standard}")
        path.write_text(written.replace("2027-01-11", start), encoding="utf-8")
        return pipeline.check(path, resources(root / "samples/nuovo-standard"))

    return check


@pytest.mark.parametrize(
    ("start", "version"), [("2028-02-29", "2023-04-19"), ("2028-03-01", "2028-01-15")]
)
def test_a_course_that_names_no_version_follows_the_one_in_force(judged, start, version):
    assert judged(ID, start).course.standard.reference == f"{ID}@{version}"


@pytest.mark.parametrize(("start", "superseded"), [("2028-02-29", False), ("2028-03-01", True)])
def test_a_pinned_version_is_superseded_from_the_day_the_newer_is_in_force(
    judged, start, superseded
):
    report = judged(f"{ID}@2023-04-19", start)

    assert report.course.standard.reference == f"{ID}@2023-04-19"
    assert any(each.rule == "G110" for each in report.findings) is superseded


def test_a_version_that_cannot_be_read_does_not_stop_a_course_that_pins_another(request, tmp_path):
    data = tmp_path / "data/catalog" / ID
    data.mkdir(parents=True)
    (data / "2029-01-01.yaml").write_text("id: [", encoding="utf-8")
    root = request.config.rootpath
    course = tmp_path / "course.yaml"
    text = (root / "samples/minimo/course.yaml").read_text(encoding="utf-8")
    course.write_text(text.replace(f"standard: {ID}", f"standard: {ID}@2023-04-19"))

    assert pipeline.check(course, resources(tmp_path / "data")).errors == 0


def test_what_a_trainer_teaches_may_be_said_for_one_version(judged):
    report = judged(f"{ID}@2023-04-19", "2027-01-11")
    rosa = report.course.provider.trainers[0]
    told = rosa.model_copy(update={"teaches": {ID: ("URA04",), f"{ID}@2028-01-15": ("URA05",)}})

    assert told.taught(f"{ID}@2023-04-19") == (ID, ("URA04",))
    assert told.taught(f"{ID}@2028-01-15") == (f"{ID}@2028-01-15", ("URA05",))
    assert told.taught("fantasia/collaudatore-di-aquiloni@2025-03-01")[1] == ()
    assert rosa.taught(ID) is None
