"""The standards that properties are tried on are such as the catalogue accepts."""

from __future__ import annotations

import json

from generated_standards import PUBLISHED, Data, as_standard, standards
from hypothesis import given, settings

from toolkit.rules.books import unbalanced
from toolkit.standards.checking import check_standard
from toolkit.standards.jsonform import as_json
from toolkit.standards.publishing import as_text


@settings(max_examples=40, deadline=None)
@given(data=standards())
def test_a_generated_standard_is_one_the_catalogue_accepts(data: Data) -> None:
    standard = as_standard(data)

    assert check_standard(standard, PUBLISHED) == ()
    assert list(unbalanced(standard)) == []


@settings(max_examples=40, deadline=None)
@given(data=standards())
def test_a_standard_can_be_printed_and_exchanged(data: Data) -> None:
    standard = as_standard(data)

    assert json.loads(json.dumps(as_json(standard)))["id"] == "fantasia/prova"
    assert all(unit.title in as_text(standard) for unit in standard.units)
