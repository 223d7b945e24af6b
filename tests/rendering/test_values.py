from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import docx
import pytest
from docxtpl import Listing, RichText

from toolkit.rendering import compile_template, faults

STAMP = datetime(2027, 1, 11, tzinfo=UTC)


def test_special_characters_reach_the_document_as_they_are(texts):
    value = "Ricerca & sviluppo <b>\"'è€’ {{ x }} {_{"

    assert texts("Inizio {{ value }} fine", value=value) == [f"Inizio {value} fine"]


def test_newlines_and_tabs_of_a_value_become_words_own(template, rendered):
    document = rendered(template("{{ value }}"), value="uno\ndue\ttre")

    runs = [run._r for run in document.paragraphs[0].runs]
    names = [[item.tag.rpartition("}")[2] for item in run] for run in runs]
    # A tab stands in a run of its own, as docxtpl has it.
    assert names == [["t", "br", "t"], ["tab"], ["t"]]
    assert document.paragraphs[0].text == "uno\ndue\ttre"


def test_a_tab_in_a_text_of_the_template_becomes_words_own(template, rendered):
    document = rendered(template('{{ "uno\\tdue" }}'))

    assert document.paragraphs[0].text == "uno\tdue"


def test_spaces_at_the_ends_of_a_value_are_kept(texts):
    assert texts("a{{ value }}b", value="  x  ") == ["a  x  b"]


def test_the_literal_tag_marks_of_the_language_are_printed(texts):
    assert texts("{_{ name }_} {_% if %_}") == ["{{ name }} {% if %}"]


def test_ampersands_and_quotes_inside_a_tag_are_read_as_written(texts):
    line = "{{ 'a & b' }} {{ “x” }} {% if 1 < 2 %}sì{% endif %}"

    assert texts(line) == ["a & b x sì"]


def test_a_tag_split_over_runs_is_one_tag(rendered, saved):
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece, bold in (("{", True), ("{ na", False), ("me }", True), ("}", False)):
        paragraph.add_run(piece).bold = bold

    assert rendered(saved(document), name="Anna").paragraphs[0].text == "Anna"


def test_rich_text_and_listing_of_docxtpl_are_understood(template, rendered):
    rich = RichText("forte", bold=True)
    document = rendered(template("a {{r rich }} b", "{{ list }}"), rich=rich, list=Listing("x\ay"))

    assert [paragraph.text for paragraph in document.paragraphs] == ["a forte b", "x", "y"]
    assert [run.text for run in document.paragraphs[0].runs if run.bold] == ["forte"]


def test_paragraph_tags_leave_no_paragraph_behind(texts):
    lines = texts(
        "prima", "{%p for unit in units %}", "{{ unit }}", "{%p endfor %}", "dopo", units=("a", "b")
    )

    assert lines == ["prima", "a", "b", "dopo"]


@dataclass(frozen=True)
class Plain:
    name: str = "x"


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        (None, "nomina una sua parte"),
        (True, "yes_no"),
        (10.5, "hours"),
        (date(2027, 1, 11), "long_date"),
        (time(9), "time"),
        (("a", "b"), "join_and"),
        (Plain(), "nomina una sua parte"),
    ],
)
def test_what_has_no_written_form_of_its_own_is_refused(texts, value, remedy):
    with pytest.raises(faults.UnprintableValueError) as raised:
        texts("Valore: {{ value }}.", value=value)

    assert remedy in raised.value.say("it")
    assert raised.value.say("it").startswith("prova.docx:word/document.xml: ")
    assert "Vicino a: «Valore: {{ value }}.»" in raised.value.say("it")


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\uffff"])
def test_a_character_that_a_document_cannot_hold_is_refused(texts, character):
    with pytest.raises(faults.ForbiddenCharacterError) as raised:
        texts("Nome: {{ name }}", name=f"Mario{character}Rossi")

    assert f"U+{ord(character):04X}" in raised.value.say("it")
    assert "Mario�Rossi" in raised.value.say("en")


def test_headers_footers_and_properties_are_rendered(rendered, saved):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Testa {{ title }}"
    document.sections[0].footer.paragraphs[0].text = "Piede {{ title }}"
    properties = document.core_properties
    properties.title, properties.subject = "{{ title }}", "Corso: {{ title }}"
    properties.author, properties.keywords = "{{ author }}", "{{ title }}; corso"

    done = rendered(saved(document), title="A & B", author="Ente")

    section, properties = done.sections[0], done.core_properties
    assert section.header.paragraphs[0].text == "Testa A & B"
    assert section.footer.paragraphs[0].text == "Piede A & B"
    assert (properties.title, properties.subject) == ("A & B", "Corso: A & B")
    assert (properties.author, properties.keywords) == ("Ente", "A & B; corso")


def test_rendering_leaves_nothing_behind_in_the_template(template):
    compiled = compile_template(template("{{ name }}"), name="prova")
    made = [compiled.render({"name": name}, stamp=STAMP) for name in "aba"]

    assert [docx.Document(io.BytesIO(each)).paragraphs[0].text for each in made] == ["a", "b", "a"]
    assert made[0] == made[2]


def test_names_that_do_not_exist_may_print_nothing_if_a_program_wants_it(template):
    source = template("a{{ x }}b{{ y.z }}c")
    chained = compile_template(source, undefined="chainable").render({})
    empty = compile_template(source, undefined="empty")

    assert docx.Document(io.BytesIO(chained)).paragraphs[0].text == "abc"
    assert empty.render({"y": {"z": "!"}})
    with pytest.raises(faults.UnknownNameError):
        compile_template(source).render({"y": {"z": "!"}})
