"""Building again where somebody edited a document: the edits are joined with what is new."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest

from toolkit import pipeline
from toolkit.dossierfolder import original_of
from toolkit.dossierfolder.placing import Edited
from toolkit.resources import resources

sys.path.insert(0, str(Path(__file__).parent))
import persons

CONTEXT = "Il corso risponde alla richiesta"
LEARNERS = "Il percorso è rivolto a"
FEWER = (("learners: 18", "learners: 16"), ("      learners: 10", "      learners: 8"))


@pytest.fixture
def course(request, tmp_path):
    shutil.copytree(request.config.rootpath / "samples/completo", tmp_path / "corso")
    return tmp_path / "corso/course.yaml"


def build(course, edited=Edited.MERGE):
    out = course.parent.parent / "out"
    return pipeline.build(course, out, resources(), date(2026, 12, 21), edited=edited)


def with_fewer_learners(course):
    text = course.read_text(encoding="utf-8")
    for before, after in FEWER:
        text = text.replace(before, after)
    course.write_text(text, encoding="utf-8")


def work_on(path, *edits):
    document = docx.Document(path)
    for edit in edits:
        edit(document)
    document.save(path)


def texts(path):
    return [each.text for each in docx.Document(path).paragraphs]


def test_edits_are_carried_over_and_the_edited_document_is_kept(course):
    path = build(course).folder / "progetto-formativo.docx"
    work_on(path, persons.write(CONTEXT, "Riscritto a mano."))
    by_hand = path.read_bytes()
    with_fewer_learners(course)

    built = build(course)

    assert "Riscritto a mano." in texts(path)
    assert any(text.startswith("Il percorso è rivolto a 16") for text in texts(path))
    assert [copy.read_bytes() for copy in built.backups] == [by_hand]
    assert built.beside == ()
    assert [len(merged.carried) for _, merged in built.merged] == [1]


def test_a_merged_document_is_still_somebodys_work(course):
    path = build(course).folder / "progetto-formativo.docx"
    work_on(path, persons.write(CONTEXT, "Riscritto a mano."))
    with_fewer_learners(course)
    build(course)
    merged = path.read_bytes()

    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("cost_per_learner: 0", "cost_per_learner: 10"), encoding="utf-8")
    beside = build(course, Edited.BESIDE).beside
    again = build(course)

    assert [old.name for old, _ in beside] == [path.name]
    assert "Riscritto a mano." in texts(path)
    assert path.read_bytes() != merged
    assert [len(each.carried) for _, each in again.merged] == [1]
    assert not list(path.parent.glob("*nuova versione*"))


def test_a_conflict_leaves_the_document_and_puts_the_other_edits_beside(course):
    path = build(course).folder / "progetto-formativo.docx"
    work_on(
        path,
        persons.write(CONTEXT, "Riscritto a mano."),
        persons.write(LEARNERS, "Rivolto a chiunque."),
    )
    by_hand = path.read_bytes()
    with_fewer_learners(course)

    built = build(course)

    ((old, new),) = built.beside
    assert old == path
    assert path.read_bytes() == by_hand
    assert "Riscritto a mano." in texts(new)
    assert any(text.startswith("Il percorso è rivolto a 16") for text in texts(new))


def test_what_was_left_beside_is_joined_when_asked(course):
    path = build(course).folder / "progetto-formativo.docx"
    work_on(path, persons.write(CONTEXT, "Riscritto a mano."))
    with_fewer_learners(course)
    (_, beside) = build(course, Edited.BESIDE).beside[0]
    assert beside.exists()

    done = percorso(
        course,
        "build",
        course,
        "-o",
        course.parent.parent / "out",
        "--merge",
        "--date",
        "2026-12-21",
    )

    assert done.returncode == 0, done.stderr
    assert "Riscritto a mano." in texts(path)
    assert any(text.startswith("Il percorso è rivolto a 16") for text in texts(path))
    assert not beside.exists()


def test_the_command_tells_changes_and_conflicts(course):
    path = build(course).folder / "progetto-formativo.docx"
    work_on(path, persons.write(LEARNERS, "Rivolto a chiunque."))

    changes = percorso(course, "changes", path)
    with_fewer_learners(course)
    merged = percorso(course, "build", course, "-o", course.parent.parent / "out", "--merge")

    assert "Destinatari e requisiti di accesso: riscritto" in changes.stdout
    assert merged.returncode == 6
    assert "a mano è diventato «Rivolto a chiunque.»" in merged.stderr
    assert original_of(path) is not None


def test_a_document_that_nobody_edited_has_no_changes(course):
    path = build(course).folder / "progetto-formativo.docx"
    document = docx.Document(io.BytesIO(path.read_bytes()))
    untouched = percorso(course, "changes", path)
    document.save(path)

    saved_again = percorso(course, "changes", path)

    assert "nessuna modifica" in untouched.stdout
    assert "nessuna modifica" in saved_again.stdout


def percorso(course, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "it", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=course.parent.parent,
        env=None,
    )
