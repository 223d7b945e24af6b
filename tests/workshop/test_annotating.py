"""The annotated copy: a Word comment at each fault, and a template still."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from building import template

from toolkit.rendering import compile_template
from toolkit.workshop.annotating import annotated, is_annotated
from toolkit.workshop.checking import check_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def copy(tmp_path):
    """Check a template and return what its copy holds, with the findings."""

    def make(case: dict | bytes) -> tuple[bytes, tuple]:
        source = template(case) if isinstance(case, dict) else case
        file = tmp_path / "modello.docx"
        file.write_bytes(source)
        report = check_template(file, name="modello.docx")
        made = annotated(
            source, report.template, report.findings, lang="it", today=date(2027, 1, 11)
        )
        return made, report.findings

    return make


def anchored(content: bytes) -> dict[str, str]:
    """Return for each comment's text what it is about."""
    document = docx.Document(io.BytesIO(content))
    found = {}
    for comment in document.comments:
        text, inside = "", False
        for item in document.element.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
            if item.get(f"{W}id") == str(comment.comment_id):
                inside = not inside
            elif inside and item.tag == f"{W}t":
                text += item.text
        found[comment.text] = text
    return found


def test_each_finding_is_a_comment_on_the_words_that_are_wrong(copy):
    made, findings = copy(
        {
            "body": [
                {"runs": ["Ore: ", "{{ unità.ore }}", " in tutto"]},
                {"table": [["Dal", "{{ course.start }}"]]},
                "{%p if internship %}",
            ]
        }
    )

    comments = anchored(made)
    assert len(comments) == len(findings) == 3
    assert {text.partition(",")[0]: about for text, about in comments.items()} == {
        "X131": "{%p if internship %}",
        "X201": "{{ unità.ore }}",
        "X222": "{{ course.start }}",
    }
    assert all(each.author == "Percorso" for each in docx.Document(io.BytesIO(made)).comments)


def test_what_word_lets_nobody_comment_is_told_at_the_beginning(copy):
    made, _ = copy(
        {"title": "{{ titel }}", "header": ["{{ qwerty }}"], "body": ["Primo", "Secondo"]}
    )

    comments = anchored(made)
    assert set(comments.values()) == {"Primo"}
    assert sorted(text.partition("]")[0] for text in comments) == [
        "[intestazione, paragrafo 1",
        "[proprietà del documento, proprietà «titolo»",
    ]


def test_a_copy_is_a_template_still_and_can_be_annotated_again(copy):
    made, _ = copy({"body": ["{course.title}"]})
    again, _ = copy(made)

    assert len(list(docx.Document(io.BytesIO(again)).comments)) == 2
    assert compile_template(made, name="copia.docx").name == "copia.docx"


def test_a_copy_is_known_by_its_comments(copy):
    source = template({"body": ["{{ qwerty }}"]})

    assert not is_annotated(source)
    assert not is_annotated(b"x")
    assert is_annotated(copy(source)[0])
