"""What a person may meet when building: odd names, other standards, drafts, edited files."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from conftest import ROOT
from dumping import dumped

from toolkit.dossier import LogoError
from toolkit.dossierfolder import EditedByHandError
from toolkit.errors import InTheWayError, PercorsoError
from toolkit.resources import Resources, resources
from toolkit.results import RefusedError

ODD = "Ricerca & sviluppo <b> «{{ x }}» {% if y %} =1+1 \"uno\" 'due' 😀"

KITES = """
standard: fantasia/collaudatore-di-aquiloni
code: AQUILONI
learners: 9
start: 2027-01-11
week: {monday: 9:00-13:00, wednesday: 9:00-13:00, thursday: 14:00-18:00 distance}
distance: {hours: maximum}
provider:
  name: Ente Inventato
  seat: {street: Via dell'Esempio 1, town: Pescara, province: PE}
  trainers:
    - {name: Rosa Esempio, expert: true, experience_years: 8}
    - {name: Bruno Prova, experience_years: 5}
  rooms: [{name: Campo di volo, capacity: 12}]
"""


def rewritten(path, *changes):
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def leftovers(folder):
    return [path for path in folder.rglob("*") if path.name.startswith(".percorso-")]


def test_odd_texts_stay_texts_in_every_file(samples, built):
    quoted = json.dumps(ODD, ensure_ascii=False)
    course = rewritten(
        samples / "minimo" / "course.yaml",
        ("name: Ente Inventato per la Formazione", f"name: {quoted}"),
        ("name: Aula 1,", f"name: {quoted},"),
        ("name: Rosa Esempio,", f"name: {quoted},"),
    )
    (course.parent / "timetable.yaml").unlink()

    done = built(course)

    for document in done.folder.glob("*.docx"):
        assert ODD in dumped(document.read_bytes())
    sheet = openpyxl.load_workbook(
        BytesIO((done.folder / "calendario-didattico.xlsx").read_bytes())
    )
    cells = {cell for row in sheet["Lezioni"].iter_rows(values_only=True) for cell in row}
    assert ODD in cells
    events = icalendar.Calendar.from_ical((done.folder / "calendario-didattico.ics").read_bytes())
    assert any(ODD in str(event.get("location")) for event in events.walk("VEVENT"))


def test_a_standard_of_another_shape_makes_a_complete_dossier(tmp_path, built):
    course = tmp_path / "course.yaml"
    course.write_text(KITES, encoding="utf-8")
    data = Resources((ROOT / "tests", *resources().roots))

    done = built(course, data=data)

    design = dumped((done.folder / "progetto-formativo.docx").read_bytes())
    assert done.report.errors == 0
    assert done.report.timetable.internship == ()
    assert "Collaudare l’aquilone in volo" in design
    assert "Accordo Stato" not in design
    assert "82,5" in design


def test_a_draft_is_marked_on_every_page(samples, built):
    course = rewritten(samples / "minimo" / "course.yaml", ("pcs: 8", "pcs: 5"))

    done = built(course, draft=True)

    for path in done.folder.glob("*.docx"):
        for section in docx.Document(path).sections:
            headers = [section.header, section.first_page_header]
            shown = [h for h in headers if not h.is_linked_to_previous]
            assert all("BOZZA" in h._element.xml for h in shown)
    assert json.loads((done.folder / "manifest.json").read_text())["draft"] is True


def test_a_refused_course_writes_nothing(samples, built, tmp_path):
    course = rewritten(samples / "minimo" / "course.yaml", ("pcs: 8", "pcs: 5"))

    with pytest.raises(RefusedError) as refused:
        built(course)

    assert refused.value.exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_timetable_that_no_longer_fits_is_refused_at_its_places(samples, built):
    course = rewritten(
        samples / "minimo" / "course.yaml", ("name: Rosa Esempio,", "name: Rosa Nuova,")
    )

    with pytest.raises(RefusedError) as refused:
        built(course)

    report = refused.value.report
    places = {report.sources.where(finding.at) for finding in report.findings if finding.is_error}
    assert all("timetable.yaml:" in place for place in places)


def test_an_edited_document_is_never_overwritten_unasked(samples, built):
    course = samples / "serale" / "course.yaml"
    folder = built(course).folder
    edited = folder / "griglia-valutazione.docx"
    document = docx.Document(edited)
    document.add_paragraph("Nota di una persona")
    document.save(edited)
    before = edited.read_bytes()

    with pytest.raises(EditedByHandError) as refused:
        built(course)

    assert refused.value.exit_code == 6
    assert edited.read_bytes() == before
    again = built(course, overwrite=True)
    assert [path.read_bytes() for path in again.backups] == [before]
    assert edited.read_bytes() != before
    assert leftovers(folder) == []


def test_the_same_inputs_make_the_same_bytes(samples, built):
    course = samples / "completo" / "course.yaml"
    first = {path.name: path.read_bytes() for path in built(course).files}

    again = {path.name: path.read_bytes() for path in built(course).files}

    assert again == first


def test_another_process_makes_the_same_bytes(dossiers, tmp_path):
    folder = dossiers["completo"].folder
    samples = folder.parent.parent / "samples"
    subprocess.run(
        [
            *(sys.executable, "-m", "toolkit", "build", samples / "completo" / "course.yaml"),
            *("-o", tmp_path, "--date", "2026-11-30"),
        ],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        check=True,
        capture_output=True,
    )

    for path in folder.iterdir():
        assert (tmp_path / folder.name / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_manifest_tells_the_digest_of_what_went_in_and_came_out(dossiers):
    done = dossiers["completo"]
    manifest = json.loads((done.folder / "manifest.json").read_text(encoding="utf-8"))

    for output in manifest["outputs"]:
        content = (done.folder / output["file"]).read_bytes()
        assert output["sha256"] == hashlib.sha256(content).hexdigest()
        assert output["bytes"] == len(content)
    given = {each["role"]: each for each in manifest["inputs"]}
    course = done.report.path.read_bytes()
    assert given["course"]["sha256"] == hashlib.sha256(course).hexdigest()
    assert {"provider", "standard", "published-text", "timetable", "logo", "template"} <= set(given)


@pytest.mark.parametrize("content", [b"not a picture", b""])
def test_a_broken_logo_is_told(samples, built, content):
    (samples / "completo" / "logo.png").write_bytes(content)

    with pytest.raises(PercorsoError) as told:
        built(samples / "completo" / "course.yaml")

    assert told.value.exit_code == 3


def test_a_missing_logo_is_told_where_it_is_named(samples, built):
    (samples / "completo" / "logo.png").unlink()

    with pytest.raises(LogoError) as told:
        built(samples / "completo" / "course.yaml")

    assert "provider.yaml:" in told.value.say("it")


def test_a_file_in_the_way_of_the_folder_is_told(samples, built, tmp_path):
    (tmp_path / "out").write_text("")

    with pytest.raises(InTheWayError) as told:
        built(samples / "minimo" / "course.yaml")

    assert told.value.exit_code == 6
    assert leftovers(tmp_path) == []


def test_a_course_without_a_timetable_gets_one_beside_it(samples, built):
    timetable = samples / "minimo" / "timetable.yaml"
    timetable.unlink()

    done = built(samples / "minimo" / "course.yaml")

    assert done.planned == timetable
    assert timetable.is_file()
    assert done.report.errors == 0
