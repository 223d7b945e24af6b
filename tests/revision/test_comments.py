"""Comments that people wrote in Word are told, and come over into a new version."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from toolkit.revision.changes import changes
from toolkit.revision.comments import new_comments
from toolkit.revision.merging import merge
from toolkit.revision.places import Kind
from toolkit.revision.stories import read_document
from toolkit.revision.wording import conflict_line

sys.path.insert(0, str(Path(__file__).parent))
import persons

CONTEXT = "Il corso risponde alla richiesta"
LEARNERS = "Il percorso è rivolto a"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def comment(beginning, words, text, author="Anna Bianchi"):
    """Comment *words* of the paragraph that begins so, which Word cuts out as a run."""

    def edit(document):
        paragraph = persons.paragraph(document, beginning)
        (run,) = paragraph.runs
        before, _, after = run.text.partition(words)
        run.text = before
        about = paragraph.add_run(words)
        paragraph.add_run(after)
        document.add_comment(about, text=text, author=author, initials="AB")

    return edit


def comments(content):
    """Return author, text and the words that each comment of a document is about."""
    document = docx.Document(io.BytesIO(content))
    return [(each.author, each.text, _about(document, each)) for each in document.comments]


def _about(document, comment):
    inside, words = False, []
    for each in document.element.body.iter():
        name = each.tag.removeprefix(f"{{{NAMESPACE}}}")
        if each.get(f"{{{NAMESPACE}}}id") == str(comment.comment_id) and "Range" in name:
            inside = name == "commentRangeStart"
        elif inside and name == "t":
            words.append(each.text)
    return "".join(words)


def test_a_comment_is_told_with_who_wrote_it_and_about_what(generated, edited):
    changed = edited(generated, comment(CONTEXT, "richiesta", "Quale?"))
    before, after = read_document(generated, "prima"), read_document(changed, "dopo")

    (found,) = new_comments(before, after)

    assert changes(before, after) == ()
    assert (found.kind, found.author, found.after) == (Kind.COMMENTED, "Anna Bianchi", "Quale?")
    assert found.place.heading == "Contesto e fabbisogno"
    assert found.before.startswith(CONTEXT)


@pytest.mark.parametrize("words", ["Il corso", "richiesta", "da remoto."])
def test_a_comment_comes_along_to_the_same_words(generated, renewed, edited, words):
    changed = edited(generated, comment(CONTEXT, words, "Prima riga.\nSeconda."))

    merged = merge(generated, changed, renewed, "progetto.docx")

    assert merged.conflicts == ()
    assert [each.kind for each in merged.carried] == [Kind.COMMENTED]
    assert comments(merged.content) == [("Anna Bianchi", "Prima riga.\nSeconda.", words)]
    assert texts(merged.content) == texts(renewed)


def test_where_the_new_version_has_other_words_a_comment_is_about_all_of_them(
    generated, renewed, edited
):
    changed = edited(generated, comment(LEARNERS, "18 allievi", "Non erano 16?"))

    merged = merge(generated, changed, renewed, "progetto.docx")

    ((_, text, about),) = comments(merged.content)
    assert text == "Non erano 16?"
    assert about.startswith("Il percorso è rivolto a 16 allievi")


def test_a_comment_comes_along_with_the_words_that_somebody_wrote(generated, renewed, edited):
    added = persons.insert_before(CONTEXT, "Un capoverso nuovo.")
    changed = edited(generated, added, comment("Un capoverso", "nuovo", "Va bene così?"))

    merged = merge(generated, changed, renewed, "progetto.docx")

    assert [each.kind for each in merged.carried] == [Kind.ADDED, Kind.COMMENTED]
    assert comments(merged.content) == [("Anna Bianchi", "Va bene così?", "nuovo")]


def test_a_comment_whose_paragraph_is_gone_is_told(generated, edited):
    renewed = edited(generated, persons.take_out(CONTEXT))
    changed = edited(generated, comment(CONTEXT, "richiesta", "Quale?"))

    merged = merge(generated, changed, renewed, "progetto.docx")

    assert comments(merged.content) == []
    (conflict,) = merged.conflicts
    assert conflict_line(conflict, "it") == (
        "Contesto e fabbisogno: commento da riportare a mano, il suo capoverso non c'è più: "
        "Anna Bianchi: «Quale?»"
    )


NOTE = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="9"/></w:r>'
BOX = (
    f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r>'
    "<w:t>Riquadro</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<w:txbxContent><w:p><w:r><w:t>Riquadro</w:t></w:r></w:p></w:txbxContent></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(("run", "seen"), [(NOTE, "†"), (BOX, "\ufffcRiquadro")])
def test_a_note_or_a_text_box_is_told_and_never_lost_unsaid(generated, renewed, edited, run, seen):
    def add(document):
        persons.paragraph(document, CONTEXT)._p.append(parse_xml(run))

    changed = edited(generated, add)

    merged = merge(generated, changed, renewed, "progetto.docx")

    (found,) = changes(read_document(generated, "prima"), read_document(changed, "dopo"))
    assert found.after == found.before + seen
    assert [each.edited for each in merged.conflicts] == [found.after]


def texts(content):
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]
