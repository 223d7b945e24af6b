"""The rules about templates: told in both languages, each with a template that breaks it."""

from __future__ import annotations

from pathlib import Path

import yaml
from building import template

from toolkit.workshop.checking import FILE_RULES, check_template
from toolkit.workshop.explained import ITALIAN, explanation, statement
from toolkit.workshop.listing import as_json, as_sarif
from toolkit.workshop.rules import TEMPLATE_RULES
from toolkit.workshop.withcourse import TRIAL_RULES

HERE = Path(__file__).parent
RULES = (*FILE_RULES, *TEMPLATE_RULES, *TRIAL_RULES)


def test_every_rule_is_explained_in_both_languages():
    assert set(ITALIAN) == {rule.id for rule in RULES}
    for rule in RULES:
        for said in (statement(rule), explanation(rule)):
            assert said.it.endswith(".")
            assert said.en.endswith(".")
            assert said.it != said.en


def test_every_rule_has_a_template_that_breaks_it():
    pages = [*(HERE / "malformed").glob("*.yaml"), HERE / "with_course.yaml"]
    told = " ".join(
        line
        for page in pages
        for case in yaml.safe_load(page.read_text("utf-8")).values()
        for line in case["told"]
    )
    # What no other rule tells has no template here: each that is found gets a rule.
    assert {rule.id for rule in RULES if rule.id not in told} == {"X002"}


def test_a_finding_stands_at_the_same_place_in_every_form(tmp_path):
    file = tmp_path / "modello.docx"
    file.write_bytes(template({"body": [{"table": [["Dal", "{{ course.start }}"]]}]}))
    report = check_template(file, name="modello", label="modello.docx")

    (found,) = yaml.safe_load(as_json([report]))["templates"][0]["findings"]
    (result,) = yaml.safe_load(as_sarif([report], "it"))["runs"][0]["results"]

    assert found["place"]["it"] == "documento, tabella 1, riga 1, cella 2"
    assert found["near"] == "{{ course.start }}"
    assert result["ruleId"] == found["rule"] == "X222"
    assert result["message"]["text"] == found["message"]["it"]
    (logical,) = result["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == found["place"]["it"]
