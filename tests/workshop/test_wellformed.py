"""Templates that use the language rightly: nothing is found in them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from building import template

from toolkit.workshop.checking import check_template
from toolkit.workshop.listing import as_text

CASES = yaml.safe_load(Path(__file__).with_name("wellformed.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_found_in_a_well_formed_template(name, tmp_path):
    file = tmp_path / "modello.docx"
    file.write_bytes(template(CASES[name]))

    report = check_template(file, name="modello", per=CASES[name].get("per", "course"))

    assert as_text(report, "it") == f"{file}: nessuna osservazione"
