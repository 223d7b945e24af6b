"""Only what changed is made again, and everything that changed is."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from folders import ROOT, bytes_of, rewrite, template

from toolkit.dossierfolder import Edited
from toolkit.dossierfolder.names import HIDDEN


def kinds(outcomes):
    return {code: each.kind.value for code, each in outcomes.items()}


ALL_BUILT = {f"CORSO-{n}": "built" for n in (1, 2, 3)}
ALL_CURRENT = {f"CORSO-{n}": "up-to-date" for n in (1, 2, 3)}


def change_course(courses, data):
    rewrite(courses / "corso-1" / "course.yaml", "learners: 18", "learners: 17")


def change_provider(courses, data):
    rewrite(courses / "ente.yaml", "Montesilvano", "Silvi")


def change_timetable(courses, data):
    with (courses / "corso-2" / "timetable.yaml").open("a", encoding="utf-8") as file:
        file.write("# riletto\n")


def change_logo(courses, data):
    with (courses / "logo.png").open("ab") as file:
        file.write(b" ")


def change_template(courses, data):
    template(data / "templates" / "griglia-valutazione" / "template.docx", "Modello nuovo")


def add_template(courses, data):
    shutil.copytree(data / "templates" / "griglia-valutazione", data / "templates" / "registro")
    rewrite(data / "templates" / "registro" / "document.yaml", "griglia-valutazione", "registro")


def touch_everything(courses, data):
    for path in (*courses.rglob("*.yaml"), *data.rglob("*.docx")):
        os.utime(path)


CHANGES = [
    (change_course, {"CORSO-1"}, "the configuration has changed"),
    (change_provider, {"CORSO-1", "CORSO-2"}, "the provider has changed"),
    (change_timetable, {"CORSO-2"}, "the timetable has changed"),
    (change_logo, {"CORSO-1", "CORSO-2"}, "the logo has changed"),
    (change_template, {"CORSO-1", "CORSO-2", "CORSO-3"}, "the templates have changed"),
    (add_template, {"CORSO-1", "CORSO-2", "CORSO-3"}, "the templates have changed"),
    (touch_everything, set(), ""),
]


@pytest.mark.parametrize(
    ("change", "affected", "why"), CHANGES, ids=lambda each: getattr(each, "__name__", "")
)
def test_a_change_makes_stale_what_it_affects_and_nothing_else(
    batch, standing, courses, data, change, affected, why
):
    assert kinds(batch()) == ALL_BUILT
    change(courses, data)

    stale = {code: told for code, (state, told) in standing().items() if state != "up-to-date"}

    assert stale == dict.fromkeys(affected, why)
    assert kinds(batch()) == ALL_CURRENT | dict.fromkeys(affected, "built")
    assert kinds(batch()) == ALL_CURRENT


def test_nothing_is_written_where_nothing_changed(batch, order):
    batch()
    before = bytes_of(order.out)

    assert kinds(batch()) == ALL_CURRENT
    assert bytes_of(order.out) == before


def test_days_that_pass_make_nothing_stale_but_a_day_that_is_asked_does(batch, order):
    batch()
    later = replace(order, today=date(2027, 1, 1))

    assert kinds(batch(later)) == ALL_CURRENT
    # The other two name the date of their documents.
    asked = replace(order, asked_day=date(2027, 1, 1))
    assert kinds(batch(asked)) == ALL_CURRENT | {"CORSO-3": "built"}
    assert kinds(batch(asked)) == ALL_CURRENT
    assert kinds(batch(later)) == ALL_CURRENT


def test_a_new_version_of_a_standard_affects_the_courses_that_begin_under_it(batch, courses, data):
    rewrite(courses / "corso-3" / "course.yaml", "start: 2027-01-11", "start: 2028-03-06")
    (courses / "corso-3" / "timetable.yaml").unlink()
    assert kinds(batch()) == ALL_BUILT
    shutil.copytree(ROOT / "samples" / "nuovo-standard" / "catalog", data / "catalog")

    why = {code: [text.en for text in each.why] for code, each in batch(dry=True).items()}

    # The first two pin the version before.
    unchanged = ["nothing has changed"]
    changed = ["the standard has changed"]
    assert why == {"CORSO-1": unchanged, "CORSO-2": unchanged, "CORSO-3": changed}


def test_a_document_that_is_gone_is_made_again(batch, order):
    batch()
    (order.out / "CORSO-2" / "griglia-valutazione.docx").unlink()

    outcomes = batch()

    assert kinds(outcomes) == ALL_CURRENT | {"CORSO-2": "built"}
    assert [text.en for text in outcomes["CORSO-2"].why] == ["griglia-valutazione.docx is missing"]


@pytest.mark.parametrize("lost", [HIDDEN, f"{HIDDEN}/provenance.json", "manifest.json"])
def test_a_dossier_without_its_record_is_made_again(batch, order, lost):
    batch()
    path = order.out / "CORSO-3" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    assert kinds(batch()) == ALL_CURRENT | {"CORSO-3": "built"}
    assert not list(order.out.rglob("*nuova versione*"))


def test_a_folder_that_was_copied_elsewhere_is_still_up_to_date(batch, order, tmp_path):
    batch()
    shutil.copytree(order.out, tmp_path / "altrove")

    assert kinds(batch(replace(order, out=tmp_path / "altrove"))) == ALL_CURRENT


def test_options_that_change_the_documents_make_them_stale(batch, order):
    batch()

    assert kinds(batch(replace(order, draft=True))) == ALL_BUILT
    assert kinds(batch()) == ALL_BUILT
    assert kinds(batch(replace(order, everything=True))) == ALL_BUILT


def test_an_edited_document_is_told_and_nothing_is_made(batch, standing, order):
    batch()
    edited = order.out / "CORSO-1" / "griglia-valutazione.docx"
    edited.write_bytes(edited.read_bytes() + b"di una persona")

    assert standing()["CORSO-1"][0] == "edited"
    outcomes = batch()
    assert kinds(outcomes) == ALL_CURRENT
    assert outcomes["CORSO-1"].edited == ("griglia-valutazione.docx",)


def test_an_edit_of_equal_length_right_after_is_seen(batch, standing, order):
    batch()
    for code in ("CORSO-1", "CORSO-2"):
        edited = order.out / code / "griglia-valutazione.docx"
        content = bytearray(edited.read_bytes())
        content[-1] ^= 1
        # In place, as some programs save: the file keeps its number.
        with edited.open("r+b") as file:
            file.write(content)

    states = {code: state for code, (state, _) in standing().items()}
    assert states == {"CORSO-1": "edited", "CORSO-2": "edited", "CORSO-3": "up-to-date"}


def test_overwriting_is_work_to_do(batch, order):
    batch()
    edited = order.out / "CORSO-1" / "griglia-valutazione.docx"
    edited.write_bytes(edited.read_bytes() + b"di una persona")

    outcomes = batch(replace(order, edited=Edited.OVERWRITE))

    assert kinds(outcomes) == ALL_CURRENT | {"CORSO-1": "built"}
    assert outcomes["CORSO-1"].backups


def test_a_dossier_whose_course_is_gone_is_an_orphan(batch, standing, courses):
    batch()
    shutil.rmtree(courses / "corso-2")

    assert standing()["CORSO-2"] == ("orphaned", "")


def test_a_course_that_cannot_be_made_is_failing_and_says_why(batch, standing, courses):
    batch()
    rewrite(courses / "corso-3" / "course.yaml", "learners: 12", "learners: molti")

    state, told = standing()["CORSO-3"]

    assert state == "failing"
    assert "course.yaml:5:11" in told


def test_a_dry_run_writes_nothing(batch, order, courses):
    before = bytes_of(courses)

    assert kinds(batch(dry=True)) == dict.fromkeys(ALL_BUILT, "would-build")
    assert not order.out.exists()
    assert bytes_of(courses) == before
