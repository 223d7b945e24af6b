from __future__ import annotations

from dataclasses import dataclass

import docx
import pytest

from toolkit.errors import TemplateError
from toolkit.rendering import faults


@dataclass(frozen=True)
class Unit:
    title: str = "Accoglienza"
    hours: int = 10

    @property
    def citation(self) -> str:
        return "URA1"


CONTEXT = {"unit": Unit(), "units": (Unit(),), "names": {"first": "a"}, "empty": None, "n": 3}


def fault(texts, *lines: str) -> TemplateError:
    with pytest.raises(TemplateError) as raised:
        texts(*lines, **CONTEXT)
    assert raised.value.exit_code == 4
    assert raised.value.say("en") != raised.value.say("it")
    return raised.value


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ore: {{ unti.hours }}", "il nome «unti» non esiste (forse «unit»?)"),
        ("Ore: {{ unit.hour }}", "il nome «hour» non esiste in «Unit» (forse «hours»?)"),
        ("Ore: {{ unit.citatio }}", "«citatio» non esiste in «Unit» (forse «citation»?)"),
        ("Ore: {{ names.frist }}", "il nome «frist» non esiste in «dict» (forse «first»?)"),
        ("Ore: {{ empty.hours }}", "il nome «hours» non esiste, perché il valore"),
        ("Ore: {% for u in unit.topics %}x{% endfor %}", "il nome «topics» non esiste in «Unit»"),
        ("Ore: {{ zzz }}", "il nome «zzz» non esiste; correggilo"),
        ("Ore: {{ zzz|hours }}", "il nome «zzz» non esiste; correggilo"),
    ],
)
def test_a_misspelt_name_is_told_with_the_nearest_that_exists(texts, line, words):
    found = fault(texts, "Prima", line, "Dopo").say("it")

    assert words in found
    assert f"Vicino a: «{line}»" in found


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("{% if n %}aperto",), "il blocco «if» non è chiuso"),
        (("{%p for u in units %}", "x", "{{ u.title }}"), "il blocco «for» non è chiuso"),
        (("{%p endfor %}",), "«endfor» non è un tag, oppure chiude un blocco mai aperto"),
        (("{% if n %}a{% endfor %}",), "chiude un blocco diverso da «if»"),
        (("{% fro u in units %}",), "«fro» non è un tag"),
        (("{{ n",), "è fuori posto"),
        (("{{ n }",), "è fuori posto"),
        (("{{ }}",), "manca l'espressione"),
        (("{# nota",), "manca la fine di un tag"),
        (("{{ n|ores }}",), "il filtro «ores» non esiste"),
        (("{{ n is odds }}",), "la prova «odds» non esiste"),
        (("{{ unit.title|safe }}",), "il filtro «safe» non esiste"),
        (("testo {%p if n %}", "x", "{%p endif %}"), "«{%p» toglie tutto il paragrafo"),
        (("{%p if n %}{%p endif %}",), "«{%p» toglie tutto il paragrafo"),
        (("{%tr for u in units %}", "x", "{%tr endfor %}"), "«{%tr» sta solo in una tabella"),
        (("{{ 'a }}",), "è fuori posto"),
        (("{% include 'altro.docx' %}",), "«include» non si usa"),
        (("{% for a in n %}" * 25 + "{% endfor %}" * 25,), "troppi blocchi"),
    ],
)
def test_a_tag_that_is_not_well_written_is_told(texts, lines, words):
    found = fault(texts, *lines)

    assert isinstance(found, faults.TagError)
    assert words in found.say("it")


@pytest.mark.parametrize(
    "line",
    [
        "{{ unit.__class__ }}",
        "{{ unit.__class__.__mro__ }}",
        "{{ ''.__class__.__subclasses__() }}",
        "{{ unit|attr('__class__') }}",
        "{{ unit['__class__'] }}",
        "{% for i in range(10**9) %}{% endfor %}",
        "{% for i in range(1000000) %}{% endfor %}",
        "{{ 9**(9**9) }}",
        "{{ 'x' * 10**9 }}",
        "{{ (1,) * 10**8 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ 'x'.ljust(10**8) }}",
    ],
)
def test_what_no_document_needs_is_refused(texts, line):
    assert isinstance(fault(texts, line), faults.ForbiddenError)


@pytest.mark.parametrize("line", ["{{ n / 0 }}", "{{ n + 'a' }}", "{% for i in n %}{% endfor %}"])
def test_an_expression_that_cannot_be_computed_is_told(texts, line):
    found = fault(texts, line)

    assert isinstance(found, faults.ExpressionError)
    assert f"Vicino a: «{line}»" in found.say("it")


def test_a_block_that_cuts_across_a_table_is_refused(saved, rendered):
    document = docx.Document()
    document.add_paragraph("Prima {% if not n %}")
    document.add_table(1, 1).cell(0, 0).text = "dentro {% endif %}"

    with pytest.raises(faults.BrokenMarkupError) as raised:
        rendered(saved(document), n=3)
    assert raised.value.where == "prova.docx:word/document.xml"
    assert "Prima" in raised.value.say("it")
    assert "{%p, {%tr o {%tc" in raised.value.say("it")


def test_the_output_of_a_template_is_bounded(texts, monkeypatch):
    monkeypatch.setattr("toolkit.rendering.programs.MAX_TEXT", 100_000)

    loop = "{% for i in range(1000) %}{% for j in range(1000) %}xxx{% endfor %}{% endfor %}"
    assert isinstance(fault(texts, loop), faults.TooLargeError)


def test_a_fault_in_a_header_names_its_part(saved, rendered):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Testa {{ titel }}"

    with pytest.raises(faults.UnknownNameError) as raised:
        rendered(saved(document), title="x")
    assert raised.value.where == "prova.docx:word/header1.xml"
    assert "forse «title»" in raised.value.say("it")


def test_a_fault_in_a_property_names_its_part(saved, rendered):
    document = docx.Document()
    document.core_properties.title = "{{ titel }}"

    with pytest.raises(faults.UnknownNameError) as raised:
        rendered(saved(document), title="x")
    assert raised.value.where == "prova.docx:docProps/core.xml"


def test_a_value_still_to_be_given_stands_for_its_parts(texts, missing):
    assert texts("{{ person.name.first }}", person=missing("direttore")) == [
        "[da completare: direttore]"
    ]
