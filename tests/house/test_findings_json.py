"""The form of ``check --format json`` is the one its page describes."""

from __future__ import annotations

import json
import re
from pathlib import Path

from toolkit import pipeline, reporting
from toolkit.resources import resources

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/findings-json.md").read_text(encoding="utf-8")


def test_the_keys_are_the_documented_ones(tmp_path):
    course = tmp_path / "course.yaml"
    sample = (ROOT / "samples/minimo/course.yaml").read_text(encoding="utf-8")
    course.write_text(f"{sample}\nunits: {{URA04: {{distance_hours: 11}}}}\n", encoding="utf-8")

    told = json.loads(reporting.as_json([pipeline.check(course, resources())]))

    finding = next(each for each in told["courses"][0]["findings"] if each["rule"] == "D101")
    example = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0])
    described = set(re.findall(r"`(\w+)`", PAGE))
    assert {*told, *told["courses"][0], *finding, *finding["clause"]} - described == set()
    assert finding.keys() == example.keys()
    assert (finding["path"], finding["message"]) == (example["path"], example["message"])
    assert finding["clause"].keys() == example["clause"].keys()
