"""A person's edits come over into a new version; what both changed is told, never guessed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.revision.changes import changes
from toolkit.revision.merging import merge
from toolkit.revision.places import Kind
from toolkit.revision.stories import BODY, UnreadableDocumentError, read_document

sys.path.insert(0, str(Path(__file__).parent))
import persons

CONTEXT = "Il corso risponde alla richiesta"
LEARNERS = "Il percorso è rivolto a"


def found(before, after):
    return changes(read_document(before, "prima"), read_document(after, "dopo"))


def told(changed):
    return [(each.kind, each.before[:24], each.after[:24]) for each in changed]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            persons.write(CONTEXT, "Riscritto."),
            (Kind.REWRITTEN, "Il corso risponde alla ri", "Riscritto."),
        ),
        (
            persons.write_in_cell("Telefono", "+39 085 1"),
            (Kind.REWRITTEN, "+39 085 0000000", "+39 085 1"),
        ),
        (persons.insert_before(CONTEXT, "Nuovo."), (Kind.ADDED, "", "Nuovo.")),
        (persons.take_out(CONTEXT), (Kind.REMOVED, "Il corso risponde alla ri", "")),
        (
            persons.embolden(CONTEXT),
            (Kind.RESTYLED, "Il corso risponde alla ri", "Il corso risponde alla ri"),
        ),
        (persons.add_row_after("Telefono", "Fax", "no"), (Kind.ADDED, "", "Fax | no")),
        (persons.take_row_out("Telefono"), (Kind.REMOVED, "Telefono | +39 085 00000", "")),
    ],
    ids=["word", "cell", "added", "removed", "bold", "row added", "row removed"],
)
def test_an_edit_is_told_and_carried_over(generated, renewed, edited, edit, expected):
    kind, before, after = expected
    changed = edited(generated, edit)

    merged = merge(generated, changed, renewed, "progetto.docx")

    assert told(found(generated, changed)) == [(kind, before[:24], after[:24])]
    assert merged.conflicts == ()
    assert told(merged.carried)[0][0] is kind
    assert told(found(renewed, merged.content)) == told(found(generated, changed))


def test_what_the_new_version_changed_stands(generated, renewed, edited):
    changed = edited(generated, persons.write(CONTEXT, "Riscritto."))

    merged = merge(generated, changed, renewed, "progetto.docx")

    texts = [each.text for each in docx.Document(io.BytesIO(merged.content)).paragraphs]
    assert any(text.startswith("Il percorso è rivolto a 16 allievi") for text in texts)
    assert "Riscritto." in texts


def test_what_both_changed_is_a_conflict_and_stays_as_generated(generated, renewed, edited):
    changed = edited(generated, persons.write(LEARNERS, "Rivolto a chiunque."))

    merged = merge(generated, changed, renewed, "progetto.docx")

    (conflict,) = merged.conflicts
    assert conflict.place.heading == "Destinatari e requisiti di accesso"
    assert conflict.base.startswith("Il percorso è rivolto a 18")
    assert conflict.edited == "Rivolto a chiunque."
    assert conflict.new.startswith("Il percorso è rivolto a 16")
    assert found(renewed, merged.content) == ()


def test_what_both_did_alike_is_no_conflict(generated, renewed, edited):
    text = "Il percorso è rivolto a 16 allievi in possesso dei requisiti obbligatori di accesso"
    words = next(
        each.text
        for each in docx.Document(io.BytesIO(renewed)).paragraphs
        if each.text.startswith(text)
    )
    changed = edited(generated, persons.write(LEARNERS, words))

    merged = merge(generated, changed, renewed, "progetto.docx")

    assert merged.conflicts == ()
    assert found(renewed, merged.content) == ()


def test_a_link_comes_along_and_a_note_does_not(generated, renewed, edited):
    def link(document):
        paragraph = persons.paragraph(document, CONTEXT)
        identifier = document.part.relate_to(
            "https://example.com/", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        node = docx.oxml.parse_xml(
            f'<w:hyperlink {docx.oxml.ns.nsdecls("w", "r")} r:id="{identifier}">'
            "<w:r><w:t> qui</w:t></w:r></w:hyperlink>"
        )
        paragraph._p.append(node)

    def note(document):
        paragraph = persons.paragraph(document, "L'addetto al servizio")
        run = docx.oxml.parse_xml(
            f'<w:r {docx.oxml.ns.nsdecls("w")}><w:t>!</w:t><w:footnoteReference w:id="9"/></w:r>'
        )
        paragraph._p.append(run)

    merged = merge(generated, edited(generated, link, note), renewed, "progetto.docx")

    document = docx.Document(io.BytesIO(merged.content))
    (paragraph,) = [each for each in document.paragraphs if each.text.endswith(" qui")]
    assert [each.address for each in paragraph.hyperlinks] == ["https://example.com/"]
    assert [each.place.heading for each in merged.conflicts] == ["Profilo in uscita"]


def test_styles_follow_their_names_in_another_language_of_word(generated, renewed, edited):
    def italian(document):
        style = document.styles["Body Text"].element
        old = style.styleId
        style.set(docx.oxml.ns.qn("w:styleId"), "Corpotesto")
        for each in document.element.body.iter(docx.oxml.ns.qn("w:pStyle")):
            if each.val == old:
                each.val = "Corpotesto"
        persons.write(CONTEXT, "Riscritto.")(document)

    changed = edited(generated, italian)
    merged = merge(generated, changed, renewed, "progetto.docx")

    document = docx.Document(io.BytesIO(merged.content))
    assert [each.kind for each in found(generated, changed)] == [Kind.REWRITTEN]
    assert persons.paragraph(document, "Riscritto.").style.name == "Body Text"


def test_a_file_that_is_no_document_is_refused(generated, renewed):
    with pytest.raises(UnreadableDocumentError):
        merge(generated, b"PK\x03\x04 rotto", renewed, "progetto.docx")


WORDS = st.lists(st.sampled_from(["uno", "due", "tre", "quattro", "cinque", "sei"]), max_size=5)


@settings(max_examples=30, deadline=None)
@given(base=WORDS, other=WORDS)
def test_with_one_side_unchanged_the_other_side_is_the_result(base, other):
    old, new = (_document(words) for words in (base, other))

    carried = merge(old, new, old, "x.docx")
    stood = merge(old, old, new, "x.docx")
    both = merge(old, new, new, "x.docx")

    assert _words(carried.content) == other
    assert _words(stood.content) == _words(both.content) == other
    assert (carried.conflicts, stood.conflicts, both.conflicts) == ((), (), ())


def _document(words):
    document = docx.Document()
    for each in ("inizio", *words, "fine"):
        document.add_paragraph(each)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _words(content):
    texts = [block.key for block in read_document(content, "x.docx").stories[BODY]]
    return texts[1:-1]
