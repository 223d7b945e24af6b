"""Names of files made from data: safe, and never the same twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.filenames import numbered_names


def test_names_come_from_the_labels():
    labels = ["URA01", "D'Amico, Nicolò", "../../etc/passwd", "", "ura01", "日本"]

    assert numbered_names("scheda.docx", labels) == (
        "scheda-ura01.docx",
        "scheda-d-amico-nicolo.docx",
        "scheda-etc-passwd.docx",
        "scheda.docx",
        "scheda-ura01-2.docx",
        "scheda-2.docx",
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_labels_give_plain_names_that_differ(labels):
    names = numbered_names("a.docx", labels)

    assert len(set(names)) == len(labels)
    assert all(
        name.endswith(".docx") and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        for name in names
    )
