"""Values of docxtpl that bring parts of their own: pictures and whole documents."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.shared import Cm
from docxtpl import InlineImage, RichText

from toolkit.errors import TemplateError
from toolkit.rendering import compile_template


@pytest.fixture
def picture(png):
    def make(host):
        return InlineImage(host, io.BytesIO(png(20, 10)), width=Cm(2))

    return make


def test_a_picture_is_shown_where_its_value_is_printed(template, picture):
    compiled = compile_template(template("{{ name }}", "prima {{ logo }} dopo"))
    host = compiled.docxtpl()

    document = docx.Document(io.BytesIO(compiled.render({"name": "R&S", "logo": picture(host)})))
    assert [paragraph.text for paragraph in document.paragraphs] == ["R&S", "prima  dopo"]
    assert [shape.width for shape in document.inline_shapes] == [Cm(2)]


def test_pictures_of_a_loop_have_numbers_of_their_own(template, picture):
    compiled = compile_template(template("{%p for x in all %}", "{{ x }}", "{%p endfor %}"))
    host = compiled.docxtpl()
    made = compiled.render({"all": [picture(host) for _ in range(3)]})

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        numbers = re.findall(rb'<wp:docPr[^>]*? ?id="(\d+)"', archive.read("word/document.xml"))
    assert len(numbers) == len(set(numbers)) == 3


def test_a_document_inside_a_document_keeps_its_paragraphs_and_tables(template):
    pytest.importorskip("docxcompose", reason="docxtpl inserts documents by docxcompose")
    compiled = compile_template(template("prima", "{{p inner }}", "dopo"))
    inner = compiled.docxtpl().new_subdoc()
    inner.add_paragraph("dentro & fuori")
    inner.add_table(1, 1).cell(0, 0).text = "cella"

    document = docx.Document(io.BytesIO(compiled.render({"inner": inner})))
    assert [paragraph.text for paragraph in document.paragraphs][:2] == ["prima", "dentro & fuori"]
    assert document.paragraphs[-1].text == "dopo"
    assert document.tables[0].cell(0, 0).text == "cella"


def test_values_of_two_templates_are_refused(template, picture):
    compiled = compile_template(template("{{ a }} {{ b }}"))

    with pytest.raises(TemplateError):
        compiled.render({"a": picture(compiled.docxtpl()), "b": picture(compiled.docxtpl())})


@pytest.mark.parametrize("line", ["{{ rich }}", "{{p rich }}"])
def test_formatted_text_where_it_cannot_stand_is_a_fault(texts, line):
    with pytest.raises(TemplateError) as raised:
        texts(line, rich=RichText("x"))
    assert "{{r" in raised.value.say("it")


def test_plain_text_between_runs_is_a_fault(texts):
    with pytest.raises(TemplateError) as raised:
        texts("a {{r x }} b", x="testo")
    assert "usa «{{»" in raised.value.say("it")
