"""The SARIF log keeps to its schema, and its places and mends are those of the files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from toolkit import pipeline, reporting
from toolkit.finding import Severity
from toolkit.loading.extents import page_of
from toolkit.loading.yamlfile import read_yaml
from toolkit.reporting.sarifform import (
    LogicalPlace,
    Place,
    Result,
    RuleCard,
    sarif_log,
    uri_of,
)
from toolkit.resources import resources
from toolkit.text import Text

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMA = jsonschema.Draft4Validator(
    json.loads((HERE / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
BREACH = "units: {URA04: {distance_hours: 11}}"


@pytest.fixture
def broken(tmp_path):
    """A copy of the smallest sample with an hour too many at a distance."""
    shutil.copytree(ROOT / "samples/minimo", tmp_path / "è un corso")
    course = tmp_path / "è un corso" / "course.yaml"
    course.write_text(f"{course.read_text('utf-8')}\n{BREACH}\n", encoding="utf-8")
    return course


def log_of(text):
    log = json.loads(text)
    SCHEMA.validate(log)
    return log["runs"][0]


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_log_keeps_to_its_schema(broken, lang):
    run = log_of(reporting.as_sarif([pipeline.check(broken, resources())], lang))

    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(ids[each["ruleIndex"]] == each["ruleId"] for each in run["results"])
    assert {"error", "note"} <= {each["level"] for each in run["results"]}


def test_a_result_is_where_its_value_is(broken):
    run = log_of(reporting.as_sarif([pipeline.check(broken, resources())], "it", notes=False))

    (result,) = [each for each in run["results"] if each["ruleId"] == "D101"]
    place = result["locations"][0]["physicalLocation"]
    line = place["region"]["startLine"]
    written = broken.read_text("utf-8").splitlines()[line - 1]
    start, end = place["region"]["startColumn"], place["region"]["endColumn"]
    assert result["message"]["text"] == "URA04: 11 ore a distanza, lo standard ne ammette 10."
    assert place["artifactLocation"]["uri"] == broken.as_uri()
    assert written[start - 1 : end - 1] == "11"


def test_a_place_without_lines_is_a_logical_one():
    place = Place("modelli/a b.docx", logical=(LogicalPlace("2", "table", "body/Orario/2"),))
    card = RuleCard("X1", Text("È così.", "It is so."), Text("Perché.", "Why."), Severity.ERROR)
    result = Result("X1", Severity.ERROR, Text("Non è così.", "It is not."), place)

    run = log_of(sarif_log([result], [card], "it"))

    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "modelli/a%20b.docx"}},
            "logicalLocations": [
                {"name": "2", "kind": "table", "fullyQualifiedName": "body/Orario/2"}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("corsi/è 100%/course.yaml", "corsi/%C3%A8%20100%25/course.yaml"),
        ("../course.yaml", "../course.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/corsi/a b.yaml", "file:///corsi/a%20b.yaml"),
    ],
)
def test_a_path_is_written_as_a_uri(path, uri):
    assert uri_of(path) == uri


@pytest.mark.parametrize("path", sorted(ROOT.glob("samples/*/*.yaml")), ids=str)
def test_an_extent_begins_where_messages_say(path):
    file = read_yaml(path)
    page = page_of(file.content)

    for at, mark in file.marks.items():
        if "\x00key" not in at and at:
            extent = page.extent_of(at)
            assert (extent.line, extent.column) == mark


def test_an_accepted_warning_is_suppressed_with_its_reason(tmp_path):
    course = tmp_path / "course.yaml"
    sample = (ROOT / "samples/minimo/course.yaml").read_text(encoding="utf-8")
    course.write_text(
        f"{sample}\nassessment: {{threshold: 65}}\n"
        "waivers: [{rule: V106, reason: Scala in revisione., until: 2027-12-31}]\n",
        encoding="utf-8",
    )

    run = log_of(reporting.as_sarif([pipeline.check(course, resources())], "it", notes=False))

    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("V106", "warning")
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "Scala in revisione."}
    ]


def test_a_mend_is_a_replacement_of_the_characters_that_change(broken):
    run = log_of(reporting.as_sarif([pipeline.check(broken, resources())], "en", notes=False))

    (result,) = [each for each in run["results"] if each["ruleId"] == "D101"]
    (fix,) = result["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    line = broken.read_text("utf-8").splitlines()[region["startLine"] - 1]
    mended = (
        line[: region["startColumn"] - 1]
        + replacement["insertedContent"]["text"]
        + line[region["endColumn"] - 1 :]
    )
    assert fix["description"]["text"] == "set the distance hours of URA04 to 10"
    assert mended == BREACH.replace("11", "10")
