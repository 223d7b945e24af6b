"""What a person wrote in a document survives every later run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docx
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from dumping import dumped

from toolkit.dossierfolder import Edited, OpenDocumentError, original_of

GRID = "griglia-valutazione.docx"
NEW = "griglia-valutazione (nuova versione).docx"
NEWER = "griglia-valutazione (nuova versione 2).docx"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def manifest(folder):
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def edit(path, words):
    document = docx.Document(path)
    document.add_paragraph(words)
    document.save(path)
    return path.read_bytes()


@pytest.fixture
def rebuilt(samples, built):
    """Build the sample for a title; return the folder and what was built."""
    course = samples / "serale" / "course.yaml"
    written = course.read_text("utf-8")

    def build(title, **options):
        course.write_text(f"{written}title: {title}\n", "utf-8")
        return built(course, **options)

    return build


def test_an_edited_document_stays_and_the_new_one_is_beside_it(rebuilt):
    folder = rebuilt("Primo").folder
    generated = contents(folder)
    edited = edit(folder / GRID, "Nota di una persona")

    done = rebuilt("Secondo")

    assert done.beside == ((folder / GRID, folder / NEW),)
    after = contents(folder)
    assert set(after) == {*generated, NEW}
    assert after[GRID] == edited
    assert "Secondo" in str(dumped(after[NEW]))
    assert original_of(folder / GRID) == generated[GRID]
    assert original_of(folder / NEW) == after[NEW]
    assert original_of(folder / "calendario-didattico.docx") == after["calendario-didattico.docx"]


def test_the_manifest_tells_what_stands_there_and_what_was_edited(rebuilt):
    folder = rebuilt("Primo").folder
    first = {each["file"]: each["sha256"] for each in manifest(folder)["outputs"]}
    edit(folder / GRID, "Nota di una persona")

    rebuilt("Secondo")

    told = manifest(folder)
    assert NEW in {each["file"] for each in told["outputs"]}
    assert GRID not in {each["file"] for each in told["outputs"]}
    assert told["edited"] == [{"file": GRID, "generated_sha256": first[GRID]}]


def test_a_new_version_is_replaced_until_somebody_edits_it_too(rebuilt):
    folder = rebuilt("Primo").folder
    edited = edit(folder / GRID, "Nota di una persona")
    rebuilt("Secondo")

    rebuilt("Terzo")

    assert NEWER not in contents(folder)
    assert "Terzo" in str(dumped((folder / NEW).read_bytes()))
    edited_again = edit(folder / NEW, "Altra nota")

    rebuilt("Quarto")

    after = contents(folder)
    assert (after[GRID], after[NEW]) == (edited, edited_again)
    assert "Quarto" in str(dumped(after[NEWER]))


def test_a_new_version_taken_over_by_a_person_is_generated_again_as_usual(rebuilt):
    folder = rebuilt("Primo").folder
    edit(folder / GRID, "Nota di una persona")
    rebuilt("Secondo")
    (folder / NEW).replace(folder / GRID)

    done = rebuilt("Terzo")

    assert done.beside == ()
    assert NEW not in contents(folder)
    assert "Terzo" in str(dumped((folder / GRID).read_bytes()))


def test_where_nothing_new_is_to_be_said_no_new_version_is_written(rebuilt):
    folder = rebuilt("Primo").folder
    edit(folder / GRID, "Nota di una persona")

    done = rebuilt("Primo")

    assert done.beside == ()
    assert NEW not in contents(folder)


def test_overwriting_is_asked_for_and_keeps_a_dated_copy(rebuilt):
    folder = rebuilt("Primo").folder
    edited = edit(folder / GRID, "Nota di una persona")
    rebuilt("Secondo")

    done = rebuilt("Terzo", edited=Edited.OVERWRITE)

    (copy,) = done.backups
    assert copy.name == "griglia-valutazione (copia 2026-11-30).docx"
    after = contents(folder)
    assert after[copy.name] == edited
    assert "Terzo" in str(dumped(after[GRID]))
    assert NEW not in after
    assert manifest(folder)["edited"] == []


def test_an_empty_file_is_nobodys_work(rebuilt):
    folder = rebuilt("Primo").folder
    (folder / GRID).write_bytes(b"")

    done = rebuilt("Secondo")

    assert done.beside == ()
    assert "Secondo" in str(dumped((folder / GRID).read_bytes()))


def test_a_document_of_a_person_under_our_name_is_theirs(rebuilt, tmp_path):
    theirs = tmp_path / "out" / "ASC-SERALE-2027" / GRID
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"di una persona")

    done = rebuilt("Primo")

    assert theirs.read_bytes() == b"di una persona"
    assert done.beside == ((theirs, theirs.with_name(NEW)),)
    assert original_of(theirs) is None


@pytest.mark.parametrize(
    ("lock", "content", "who"),
    [
        ("~$iglia-valutazione.docx", b"\x0aAda Esempi" + b"\x00" * 40, "da Ada Esempi"),
        (".~lock.griglia-valutazione.docx#", b",ada,pc,30.11.2026 09:00,file:///home;", "da ada"),
    ],
)
def test_an_open_document_is_told_and_nothing_changes(rebuilt, lock, content, who):
    folder = rebuilt("Primo").folder
    (folder / lock).write_bytes(content)
    before = contents(folder)

    with pytest.raises(OpenDocumentError) as told:
        rebuilt("Secondo")

    assert told.value.exit_code == 6
    assert GRID in told.value.say("it")
    assert who in told.value.say("it")
    assert contents(folder) == before

    (folder / lock).unlink()

    assert rebuilt("Secondo").beside == ()


def test_a_document_that_comes_out_the_same_is_not_touched_even_if_open(rebuilt):
    folder = rebuilt("Primo").folder
    before = {path.name: path.stat() for path in folder.glob("calendario-*")}
    before[GRID] = (folder / GRID).stat()
    (folder / "~$iglia-valutazione.docx").write_bytes(b"\x0aAda Esempi" + b"\x00" * 40)

    again = rebuilt("Primo")

    for name, was in before.items():
        now = (folder / name).stat()
        assert (now.st_ino, now.st_mtime_ns) == (was.st_ino, was.st_mtime_ns)
    listed = {each["file"]: each["bytes"] for each in manifest(folder)["outputs"]}
    assert {name: listed[name] for name in before} == {n: was.st_size for n, was in before.items()}
    assert folder / GRID in again.files
