from __future__ import annotations

import io
import zipfile

import docx


def test_comments_of_the_template_do_not_reach_the_document(saved, render):
    document = docx.Document()
    paragraph = document.add_paragraph("Nome: ")
    run = paragraph.add_run("{{ name }}")
    document.add_comment(run, text="Controllare", author="Autore", initials="A")

    made = render(saved(document), name="Ada")

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert "word/comments.xml" not in archive.namelist()
        assert b"comment" not in archive.read("word/document.xml")
        assert b"comments" not in archive.read("[Content_Types].xml")
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "Nome: Ada"
