"""The corpus of malformed templates: each gives its fault, at its place, and no other.

With PERCORSO_ACCEPT=1 the sentences are written again: read them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from building import template

from toolkit.workshop.checking import check_template
from toolkit.workshop.listing import finding_line

HERE = Path(__file__).parent
PAGES = sorted((HERE / "malformed").glob("*.yaml"))
CASES = [
    pytest.param(page, name, id=f"{page.stem}: {name}")
    for page in PAGES
    for name in yaml.safe_load(page.read_text("utf-8"))
]


@pytest.mark.parametrize(("page", "name"), CASES)
def test_a_malformed_template_gives_its_fault_and_no_other(page, name, tmp_path):
    case = yaml.safe_load(page.read_text("utf-8"))[name]
    file = tmp_path / "modello.docx"
    file.write_bytes(template(case))

    report = check_template(file, name="modello.docx", per=case.get("per", "course"))

    told = [finding_line(each, report, "it").removeprefix(f"{file}: ") for each in report.findings]
    if os.environ.get("PERCORSO_ACCEPT"):
        accepted(page, name, told, report.exit_code)
    assert (told, report.exit_code) == (case["told"], case["exit"])


def accepted(page: Path, name: str, told: list[str], code: int) -> None:
    cases = yaml.safe_load(page.read_text("utf-8"))
    cases[name] |= {"told": told, "exit": code}
    page.write_text(
        yaml.safe_dump(cases, allow_unicode=True, sort_keys=False, width=100), encoding="utf-8"
    )


def test_the_corpus_is_large_and_every_case_is_told():
    assert len(CASES) >= 60
    for page in PAGES:
        for case in yaml.safe_load(page.read_text("utf-8")).values():
            assert case["told"]
            assert all(finding_line is not None for finding_line in case["told"])
