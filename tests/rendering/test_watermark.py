from __future__ import annotations

import docx
import pytest
from docx.enum.section import WD_SECTION

V = "{urn:schemas-microsoft-com:vml}"


@pytest.fixture
def sections(saved) -> bytes:
    """Three sections: without a header, with a first page of its own, with its own header."""
    document = docx.Document()
    document.add_paragraph("uno")
    document.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = True
    header = document.add_section(WD_SECTION.NEW_PAGE).header
    header.is_linked_to_previous = False
    header.paragraphs[0].text = "Testa"
    document.settings.odd_and_even_pages_header_footer = True
    return saved(document)


def words(part) -> list[str | None]:
    return [item.get("string") for item in part._element.iter(f"{V}textpath") if item.get("string")]


def test_every_page_of_a_draft_says_so(sections, rendered):
    document = rendered(sections, draft=True)

    for section in document.sections:
        assert words(section.header) == ["BOZZA"]
        assert words(section.even_page_header) == ["BOZZA"]
        assert words(section.first_page_header) == ["BOZZA"]
    assert document.sections[2].header.paragraphs[0].text == "Testa"


def test_shapes_have_names_of_their_own(sections, rendered):
    document = rendered(sections, draft=True)

    shapes = [
        item.get("id")
        for part in document.part.package.iter_parts()
        if "header" in part.partname
        for item in part.element.iter(f"{V}shape")
    ]
    assert len(shapes) == len(set(shapes)) == 4


def test_a_final_document_has_no_watermark(sections, rendered):
    document = rendered(sections)

    assert all(words(section.header) == [] for section in document.sections)
