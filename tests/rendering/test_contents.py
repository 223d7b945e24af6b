from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

TITLES = [
    ("toc 1", "1.\tSoggetto proponente Ente d'Esempio\t–"),
    ("toc 1", "2.\tArticolazione\t–"),
    ("toc 2", "2.1\tUnità 1 & <altro>\t–"),
    ("toc 2", "2.2\tUnità 2 & <altro>\t–"),
    ("toc 2", "2.3\tUnità 3 & <altro>\t–"),
]


@pytest.fixture
def course(course_template, course_context, rendered):
    return rendered(course_template, **course_context)


def entries(document):
    return [item for item in document.paragraphs if item.style.name.startswith("toc")]


def test_contents_list_the_headings_with_their_numbers(course):
    assert [(entry.style.name, entry.text) for entry in entries(course)] == TITLES


def test_each_entry_links_to_a_bookmark_on_its_heading(course):
    bookmarks = {
        item.get(qn("w:name")): item.getparent()
        for item in course.element.iter(qn("w:bookmarkStart"))
    }
    headings = [item for item in course.paragraphs if item.style.name.startswith("Heading")]

    anchors = [entry._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for entry in entries(course)]
    assert [bookmarks[anchor] for anchor in anchors] == [heading._p for heading in headings]
    instructions = [item.text for item in course.element.iter(qn("w:instrText"))]
    assert instructions[0] == r' TOC \o "1-2" \h \z \u '
    assert instructions[1:] == [rf" PAGEREF {anchor} \h " for anchor in anchors]


def test_fields_are_balanced_and_word_is_asked_to_refresh_them(course):
    kinds = [item.get(qn("w:fldCharType")) for item in course.element.iter(qn("w:fldChar"))]

    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 5, "end"]
    settings = [item.tag for item in course.settings.element]
    assert settings.count(qn("w:updateFields")) == 1
    assert settings.index(qn("w:updateFields")) < settings.index(qn("w:compat"))


def test_a_document_without_contents_is_left_alone(texts, template, rendered):
    document = rendered(template("x"))

    assert document.settings.element.find(qn("w:updateFields")) is None


def test_contents_that_word_has_filled_before_are_replaced(
    course_template, course_context, rendered, saved
):
    once = rendered(course_template, **course_context)
    again = rendered(saved(once))

    assert [entry.text for entry in entries(again)] == [text for _, text in TITLES]
    names = [item.get(qn("w:name")) for item in again.element.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names)) == 5


def test_only_the_levels_asked_for_are_listed(saved, rendered, add_field):
    document = docx.Document()
    add_field(document.add_paragraph(), r'TOC \o "1-1" \h', "x")
    document.add_heading("Uno", 1)
    document.add_heading("Due", 2)
    document.add_heading("", 1)

    texts = [paragraph.text for paragraph in rendered(saved(document)).paragraphs]
    assert texts == ["Uno\t–", "Uno", "Due", ""]


def test_styles_based_on_a_heading_and_italian_ids_count(saved, rendered, add_field):
    document = docx.Document()
    add_field(document.add_paragraph(), r'TOC \o "1-2" \h \z \u', "x")
    style = document.styles.add_style("Titolo allegato", 1)
    style.base_style = document.styles["Heading 1"]
    document.add_paragraph("Allegato", style=style)
    document.styles["Heading 2"].element.set(qn("w:styleId"), "Titolo2")
    document.add_paragraph("Sezione")._p.get_or_add_pPr().get_or_add_pStyle().val = "Titolo2"

    buffer = io.BytesIO(saved(rendered(saved(document))))
    assert [item.text for item in docx.Document(buffer).paragraphs[:2]] == [
        "Allegato\t–",
        "Sezione\t–",
    ]


def test_a_placeholder_in_a_heading_is_listed_as_printed(saved, rendered, add_field, missing):
    document = docx.Document()
    add_field(document.add_paragraph(), r'TOC \o "1-2" \h', "x")
    document.add_heading("Sede: {{ venue }}", 1)

    assert rendered(saved(document), venue=missing("sede")).paragraphs[0].text == (
        "Sede: [da completare: sede]\t–"
    )
