"""The samples are what the README promises: without errors, and complete."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml
from pydantic import BaseModel

from toolkit import pipeline
from toolkit.finding import Severity
from toolkit.model.edition import CourseEdition
from toolkit.model.week import Week
from toolkit.resources import resources

SAMPLES = Path(__file__).parent.parent.parent / "samples"
NAMES = ("minimo", "completo", "serale")
FILES = [path for name in NAMES for path in sorted((SAMPLES / name).glob("*.yaml"))]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_breaks_no_rule(name):
    report = pipeline.check(SAMPLES / name / "course.yaml", resources())

    assert [finding for finding in report.findings if finding.severity > Severity.NOTE] == []
    assert report.timetable is not None


@pytest.mark.parametrize("name", ["completo", "serale"])
def test_a_full_sample_leaves_nothing_to_be_given(name):
    assert pipeline.check(SAMPLES / name / "course.yaml", resources()).findings == ()


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


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_names_its_schema(name):
    text = (SAMPLES / name / "course.yaml").read_text("utf-8")

    named = re.match(r"# yaml-language-server: \$schema=(\S+)", text)
    assert named
    assert (SAMPLES / name / named[1]).is_file()


def test_the_complete_sample_uses_every_key():
    text = "".join(path.read_text("utf-8") for path in (SAMPLES / "completo").glob("[cp]*.yaml"))
    used = set(re.findall(r"(\w+):", text))

    assert _keys(CourseEdition, set()) - used - set(Week.model_fields) == set()


def _keys(kind, seen):
    if kind in seen:
        return set()
    seen.add(kind)
    found = set()
    for name, field in kind.model_fields.items():
        found |= {name} | {
            key for inner in _records_in(field.annotation) for key in _keys(inner, seen)
        }
    return found


def _records_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _records_in(argument)
