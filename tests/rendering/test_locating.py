"""Faults told with their place: part, heading, table, row and cell, or paragraph."""

from __future__ import annotations

import docx
import pytest

from toolkit.errors import TemplateError


@pytest.fixture
def template_with_table(saved) -> bytes:
    document = docx.Document()
    document.add_heading("Ore", 1)
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "In tutto {{ hours }}"
    document.sections[0].footer.paragraphs[0].text = "{{ code | date }}"
    return saved(document)


@pytest.mark.parametrize(
    ("values", "it", "en"),
    [
        (
            {"code": "A"},
            "In piè di pagina 1, paragrafo 1. Vicino a: «{{ code | date }}». Dato: code = 'A'.",
            "In footer 1, paragraph 1. Near: “{{ code | date }}”. Data: code = 'A'.",
        ),
        (
            {"hours": 1.5},
            (
                "In documento, sotto «Ore», tabella 1, riga 2, cella 2. Vicino a: «In tutto {{ hours }}». "
                "Dato: hours = 1.5."
            ),
            (
                "In document, under “Ore”, table 1, row 2, cell 2. Near: “In tutto {{ hours }}”. "
                "Data: hours = 1.5."
            ),
        ),
    ],
)
def test_what_fails_with_a_value_is_told_with_its_place(
    template_with_table, render, values, it, en
):
    with pytest.raises(TemplateError) as raised:
        render(template_with_table, **({"hours": "x"} | values))

    assert raised.value.say("it").endswith(it)
    assert raised.value.say("en").endswith(en)


def test_what_cannot_be_compiled_is_told_with_its_place(saved, render):
    document = docx.Document()
    document.add_paragraph("Uno")
    document.add_paragraph("Due {{ n | }}")

    with pytest.raises(TemplateError) as raised:
        render(saved(document))

    assert raised.value.say("it").endswith("In documento, paragrafo 2. Vicino a: «Due {{ n | }}».")
