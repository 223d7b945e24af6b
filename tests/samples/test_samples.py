"""The samples are what the README promises: without errors, and complete."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml

from toolkit import pipeline
from toolkit.finding import Severity
from toolkit.loading import load_course
from toolkit.model.edition import CourseEdition, Waiver
from toolkit.model.record import Record
from toolkit.resources import resources

SAMPLES = Path(__file__).parent.parent.parent / "samples"
NAMES = ("minimo", "completo", "serale")
FILES = [path for name in NAMES for path in sorted((SAMPLES / name).glob("*.yaml"))]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_breaks_no_rule(name):
    report = pipeline.check(SAMPLES / name / "course.yaml", resources())

    assert [finding for finding in report.findings if finding.severity > Severity.NOTE] == []
    assert [finding for finding in report.findings if finding.at[:1] == ("timetable",)] == []
    assert report.timetable is not None


@pytest.mark.parametrize("name", ["completo", "serale"])
def test_a_full_sample_leaves_nothing_to_be_given(name):
    findings = pipeline.check(SAMPLES / name / "course.yaml", resources()).findings

    # What credit leaves, and acts replaced since, are told of a course that is complete.
    assert {each.rule for each in findings} <= {"C108", "G111"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_treats_everything_outside_the_tests(name):
    report = pipeline.check(SAMPLES / name / "course.yaml", resources())

    lessons = [
        each for each in report.timetable.lessons if each.hours * 60 > each.assessment_minutes
    ]
    assert {code for lesson in lessons for code in lesson.covers} == {
        item.code for unit in report.course.all_units for item in unit.items
    }


def test_the_shortest_sample_is_short():
    lines = (SAMPLES / "minimo" / "course.yaml").read_text(encoding="utf-8").splitlines()

    assert len([line for line in lines if line.strip() and not line.strip().startswith("#")]) <= 40


@pytest.mark.parametrize("name", NAMES)
def test_planning_again_gives_the_timetable_that_stands_beside(name, tmp_path):
    shutil.copytree(SAMPLES / name, tmp_path / name)
    (tmp_path / name / "timetable.yaml").unlink()

    planned = pipeline.plan(tmp_path / name / "course.yaml", resources())

    assert planned.path.read_text("utf-8") == (SAMPLES / name / "timetable.yaml").read_text("utf-8")


class AsEditorsRead(yaml.SafeLoader):
    """Dates stay texts, as a JSON Schema sees them."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.rpartition(":")[2] in {"bool", "int", "float", "null"}
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_is_valid_against_the_schema_that_editors_use(path):
    kind = path.stem
    schema = json.loads((SAMPLES / "schema" / f"{kind}.schema.json").read_text("utf-8"))
    data = yaml.load(path.read_text("utf-8"), AsEditorsRead)

    problems = list(jsonschema.Draft202012Validator(schema).iter_errors(data))

    assert [f"{list(problem.path)}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_names_its_schema(path):
    named = re.findall(
        r"^# yaml-language-server: \$schema=(\S+)$", path.read_text("utf-8"), re.MULTILINE
    )

    if path.stem == "timetable":
        # Written by the planner, beside courses that may be anywhere: it names no file.
        assert named == []
    else:
        (schema,) = named
        assert (path.parent / schema).resolve() == SAMPLES / "schema" / f"{path.stem}.schema.json"


NOT_IN_THE_SAMPLE = {
    ("Week", "sunday"),
    # A course without warnings has none to accept.
    ("CourseEdition", "waivers"),
    *(("Waiver", key) for key in Waiver.model_fields),
}


def test_the_complete_sample_uses_every_key():
    course = load_course(SAMPLES / "completo" / "course.yaml").record

    known = {(kind.__name__, key) for kind in _kinds(CourseEdition) for key in kind.model_fields}
    assert known - set(_used(course)) == NOT_IN_THE_SAMPLE


def _kinds(kind):
    """Return *kind* and each record that a field of it may hold, at any depth."""
    found, waiting = set(), [kind]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += (r for f in each.model_fields.values() for r in _records_in(f.annotation))
    return found


def _records_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _records_in(argument)


def _used(value):
    """Yield each key that stands in the files, with the kind of record it stands in."""
    match value:
        case Record():
            for key in value.model_fields_set:
                yield type(value).__name__, key
                yield from _used(getattr(value, key))
        case tuple():
            for each in value:
                yield from _used(each)
        case dict():
            yield from _used(tuple(value.values()))
