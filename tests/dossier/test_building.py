"""What a person may meet when building: odd names, other standards, drafts, refusals."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from dumping import dumped, records
from reading import (
    DESIGN,
    GRID,
    TIMETABLE,
    lessons_in_calendar,
    lessons_in_sheet,
    lessons_in_word,
    placeholders,
    sums,
)

from toolkit.placeholders import missing_values
from toolkit.resources import Resources, resources
from toolkit.results import RefusedError

LONG = "Supercalifragili" * 12
ODD = {
    "title": "{{ 7 * 7 }} & <i>=SUM(A1)</i> «é» 😀",
    "name": "Ricerca & sviluppo <b> «{{ x }}» {% if y %} {# z #} 😀",
    "room": "=1+1",
    "trainer": f"\"Anna\" 'Rita' </w:t> &amp; \\n ; , {LONG}",
}

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


def texts_in(folder):
    return {path.stem: dumped(path.read_bytes()) for path in folder.glob("*.docx")}


@pytest.fixture
def odd(samples, built):
    """The dossier of a course whose title, provider, room and trainer have the oddest names."""
    quoted = {key: json.dumps(text, ensure_ascii=False) for key, text in ODD.items()}
    course = rewritten(
        samples / "minimo" / "course.yaml",
        ("code: ASC-MINIMO", f"code: ASC-MINIMO\ntitle: {quoted['title']}"),
        ("name: Ente Inventato per la Formazione", f"name: {quoted['name']}"),
        ("name: Aula 1,", f"name: {quoted['room']},"),
        ("name: Rosa Esempio,", f"name: {quoted['trainer']},"),
    )
    (course.parent / "timetable.yaml").unlink()
    return built(course).folder


def test_odd_texts_stay_texts_in_every_file(odd):
    for text in texts_in(odd).values():
        assert f"– {ODD['title']} (ASC-MINIMO)" in text
        assert f"author: {ODD['name']}" in text
        assert f"header: {ODD['name']}" in text
        assert ODD["trainer"] in text
    workbook = openpyxl.load_workbook(odd / f"{TIMETABLE}.xlsx")
    columns = [cell.value for cell in workbook["Lezioni"][1]]
    rooms = workbook["Lezioni"][2][columns.index("Aula o piattaforma")]
    assert (rooms.value, rooms.data_type) == (ODD["room"], "s")
    assert workbook["Lezioni"][2][columns.index("Formatore")].value == ODD["trainer"]
    events = icalendar.Calendar.from_ical((odd / f"{TIMETABLE}.ics").read_bytes())
    (first, *_) = events.walk("VEVENT")
    assert str(events["x-wr-calname"]) == f"{ODD['title']} (ASC-MINIMO)"
    assert str(first["location"]).startswith(f"{ODD['room']}, ")
    assert f"Formatore: {ODD['trainer']}" in str(first["description"]).splitlines()


@pytest.fixture
def kites(tmp_path, built):
    """The dossier of a standard of another shape: no internship, no laboratories."""
    course = tmp_path / "course.yaml"
    course.write_text(KITES, encoding="utf-8")
    return built(course, data=Resources((Path(__file__).parents[1], *resources().roots)))


def test_a_standard_of_another_shape_makes_a_complete_dossier(kites):
    course = kites.report.course
    words = {path.stem: path.read_bytes() for path in kites.folder.glob("*.docx")}
    texts = texts_in(kites.folder)

    assert kites.report.errors == 0
    for unit in course.standard.units:
        for item in unit.items:
            assert f"| {item.code} | {item.words} |" in texts[GRID]
            assert item.words in texts[DESIGN]
    for clause in course.standard.clauses.values():
        assert clause.words in " ".join(texts[DESIGN].split())
    assert "Documento di prova" in texts[DESIGN]
    assert "Il percorso non prevede il tirocinio curriculare." in texts[DESIGN]
    for text in (texts[TIMETABLE], texts[GRID]):
        assert "tirocini" not in text.replace("escluso il tirocinio", "")
    for foreign in ("Accordo Stato", "Abruzzo", "61/DPG025", "B1"):
        assert not [name for name, text in texts.items() if foreign in text]

    platform = "[da completare: piattaforma per la FAD]"
    lessons = [
        each._replace(place=each.place.replace(platform, "FAD")) for each in lessons_in_word(words)
    ]
    workbook = openpyxl.load_workbook(kites.folder / f"{TIMETABLE}.xlsx")
    header, *rows = workbook["Lezioni"].iter_rows(values_only=True)
    events = icalendar.Calendar.from_ical((kites.folder / f"{TIMETABLE}.ics").read_bytes())
    sheet = {"Lezioni": [dict(zip(header, row, strict=True)) for row in rows]}
    assert list(lessons_in_sheet(sheet)) == lessons
    assert sorted(lessons_in_calendar(events.walk("VEVENT"))) == lessons
    design = records(words[DESIGN], "N.", "Previste")
    assert sums((each.unit, each.hours) for each in lessons) == sums(
        (row["Unità di risultati di apprendimento"].split()[0], row["Previste"]) for row in design
    )


def test_whatever_is_not_given_is_printed_and_reported(kites, samples, built):
    bare = rewritten(
        samples / "minimo" / "course.yaml",
        (", experience_years: 8", ""),
        (", experience_years: 5", ""),
        ("  legal_representative: Ada Inventata\n", ""),
    )

    for done in (kites, built(bare)):
        missing = missing_values(done.report.course)
        told = [each for each in done.report.findings if each.rule in {"M101", "S101", "P103"}]
        assert placeholders(texts_in(done.folder).values()) == {each.label.it for each in missing}
        assert len(told) == len(missing)
    assert {each.rule for each in told} == {"M101", "S101", "P103"}


def test_a_draft_is_marked_on_every_page(samples, built):
    course = rewritten(samples / "minimo" / "course.yaml", ("pcs: 8", "pcs: 5"))

    done = built(course, draft=True)

    for path in done.folder.glob("*.docx"):
        document = docx.Document(path)
        for n, section in enumerate(document.sections):
            headers = [section.header]
            if section.different_first_page_header_footer:
                headers.append(section.first_page_header)
            if document.settings.odd_and_even_pages_header_footer:
                headers.append(section.even_page_header)
            assert n or not any(header.is_linked_to_previous for header in headers)
            shown = [each for each in headers if not each.is_linked_to_previous]
            assert all("BOZZA" in header._element.xml for header in shown)
    assert json.loads((done.folder / "manifest.json").read_text())["draft"] is True


def test_a_finished_dossier_is_not_marked_as_a_draft(dossiers):
    folder = dossiers["minimo"].folder

    for path in folder.glob("*.docx"):
        for section in docx.Document(path).sections:
            for header in (section.header, section.first_page_header):
                assert header.is_linked_to_previous or "BOZZA" not in header._element.xml
    assert json.loads((folder / "manifest.json").read_text())["draft"] is False


def test_a_refused_course_writes_nothing(samples, built, tmp_path):
    course = rewritten(samples / "minimo" / "course.yaml", ("pcs: 8", "pcs: 5"))
    (course.parent / "timetable.yaml").unlink()

    with pytest.raises(RefusedError) as refused:
        built(course)

    assert refused.value.exit_code == 1
    assert not (tmp_path / "out").exists()
    assert [path.name for path in course.parent.iterdir()] == ["course.yaml"]


def test_a_timetable_that_no_longer_fits_is_refused_at_its_places(samples, built):
    course = rewritten(
        samples / "minimo" / "course.yaml", ("name: Rosa Esempio,", "name: Rosa Nuova,")
    )

    with pytest.raises(RefusedError) as refused:
        built(course)

    report = refused.value.report
    places = {report.sources.where(finding.at) for finding in report.findings if finding.is_error}
    assert len(places) > 30
    assert all("timetable.yaml:" in place for place in places)


def test_a_course_without_a_timetable_gets_one_beside_it(samples, built):
    timetable = samples / "minimo" / "timetable.yaml"
    committed = timetable.read_text(encoding="utf-8")
    timetable.unlink()

    done = built(samples / "minimo" / "course.yaml")

    assert done.planned == timetable
    assert timetable.read_text(encoding="utf-8") == committed
    assert done.report.errors == 0
