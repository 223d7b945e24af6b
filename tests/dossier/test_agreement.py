"""An official who reads the files side by side finds the same hours, names and dates in all."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import icalendar
import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from dumping import dumped, records
from reading import (
    DESIGN,
    GRID,
    TIMETABLE,
    days_of,
    italian,
    lessons_in_calendar,
    lessons_in_sheet,
    lessons_in_word,
    number,
    placeholders,
    sums,
)

from toolkit.placeholders import missing_values

pytestmark = pytest.mark.parametrize("sample", ["minimo", "completo", "serale"])


@pytest.fixture
def built(dossiers, sample):
    return dossiers[sample]


@pytest.fixture
def report(built):
    return built.report


@pytest.fixture
def words(built):
    """The bytes of each Word document, by name."""
    return {path.stem: path.read_bytes() for path in built.folder.glob("*.docx")}


@pytest.fixture
def texts(words):
    return {name: dumped(content) for name, content in words.items()}


@pytest.fixture
def sheets(built):
    """The rows of each sheet under their headings."""
    content = (built.folder / f"{TIMETABLE}.xlsx").read_bytes()
    workbook = openpyxl.load_workbook(BytesIO(content))
    found = {}
    for sheet in workbook:
        header, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(header, row, strict=True)) for row in rows]
    return found


@pytest.fixture
def events(built):
    content = (built.folder / f"{TIMETABLE}.ics").read_bytes()
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_every_lesson_is_the_same_in_word_spreadsheet_and_calendar(words, sheets, events, report):
    in_word = list(lessons_in_word(words))

    assert list(lessons_in_sheet(sheets)) == in_word
    assert sorted(lessons_in_calendar(events)) == in_word
    assert [row["N."] for row in sheets["Lezioni"]] == list(range(1, len(in_word) + 1))
    assert [(each.day, each.start, each.end, each.unit) for each in in_word] == [
        (each.day, each.start, each.end, each.unit) for each in report.timetable.lessons
    ]


def test_the_hours_of_each_unit_are_those_of_its_lessons_in_every_file(words, sheets):
    taught = sums((each.unit, each.hours) for each in lessons_in_word(words))

    design = records(words[DESIGN], "N.", "Previste")
    grid = records(words[GRID], "Codice", "Ore totali", "Superata")
    assert taught == sums((row["Sigla"], row["Ore"]) for row in _summary(words, "Periodo"))
    assert taught == sums((row["Sigla"], row["Ore previste"]) for row in _summary(words, "Lab."))
    assert taught == {_code(row): number(row["Previste"]) for row in design}
    assert taught == {
        row["Codice"]: number(row["Ore totali"]) for row in grid if row["Codice"] != "TIR"
    }
    assert taught == {
        row["Unità"]: row["Ore previste"]
        for row in sheets["Ore per unità"]
        if re.fullmatch(r"[A-Z]+\d\d", row["Unità"] or "")
    }


def test_the_hours_of_the_course_are_the_same_in_every_file(texts, words, sheets, events):
    lessons = sum(each.hours for each in lessons_in_word(words))
    practice = sum(row["Ore"] or 0 for row in sheets["Tirocinio ed esame"])
    total = italian(lessons + practice)

    assert sum(each.hours for each in lessons_in_calendar(events)) == lessons
    assert f"| {total} ore complessive, " in texts[DESIGN]
    assert f"| Totale del percorso | {total} |" in texts[DESIGN]
    assert f"in totale {total} ore, di cui {italian(lessons)} al netto" in texts[TIMETABLE]
    assert f"| Totale delle ore di lezione | {italian(lessons)} |" in texts[TIMETABLE]
    assert f"| {total} ore complessive, " in texts[GRID]
    assert f"| Ore del percorso | {total}, di cui {italian(practice)} di tirocinio |" in texts[GRID]
    assert sheets["Ore per unità"][-1]["Ore in calendario"] == lessons + practice


def test_the_internship_is_the_same_in_every_file(texts, words, sheets, events):
    in_sheet = [row for row in sheets["Tirocinio ed esame"] if row["Ore"]]
    days = [row["Data"].date() for row in in_sheet]
    hours = italian(sum(row["Ore"] for row in in_sheet))
    first, last = _written(days[0]), _written(days[-1])

    weeks = records(words[TIMETABLE], "Settimana", "Dal", "Al")
    assert (weeks[0]["Dal"][-10:], weeks[-2]["Al"][-10:]) == (first, last)
    assert (weeks[-1]["Giorni"], weeks[-1]["Ore"]) == (str(len(days)), hours)
    assert days_of(events, "tirocinio") == days
    assert re.search(rf"\| Durata \| {hours} ore \(", texts[DESIGN])
    assert re.search(rf"Il tirocinio dura {hours} ore, dal.*{first}.*{last}", texts[TIMETABLE])
    assert re.search(rf"delle {hours} ore di tirocinio \(dal.*{first}.*{last}\)", texts[GRID])
    sheet = records(words[GRID], "Codice", "Ore totali")
    assert {row["Ore totali"] for row in sheet if row["Codice"] == "TIR"} == {hours}


def test_the_exam_is_on_the_same_day_in_every_file(texts, sheets, events, report):
    (in_sheet,) = (row for row in sheets["Tirocinio ed esame"] if not row["Ore"])
    day = in_sheet["Data"].date()

    assert day == report.timetable.exam.day
    assert days_of(events, "esame") == [day]
    assert f"| Esame finale | {_written(day)}" in texts[DESIGN]
    assert re.search(rf"\| Data \| {day.day}°? \w+ {day.year}", texts[TIMETABLE])
    proposed = bool(in_sheet["Note"])
    assert ("(data proposta)" in texts[DESIGN]) is proposed
    assert ("data proposta, in attesa" in texts[TIMETABLE]) is proposed


def test_each_test_is_on_the_same_day_in_the_three_documents(words):
    timetable = {
        row["Sigla"]: (row["Data"][-10:], row["Tipo di prova"])
        for row in records(words[TIMETABLE], "Sigla", "Tipo di prova")
    }

    assert timetable == {
        row["Codice"]: (row["Data"], row["Prova"])
        for row in records(words[DESIGN], "Codice", "Prova", "Soglia")
    }
    assert timetable == {
        row["Sigla"]: (row["Data"], row["Prova"])
        for row in records(words[GRID], "Sigla", "Prova", "Durata (ore)")
    }


def test_rooms_and_trainers_of_each_unit_are_those_of_its_lessons(texts, words):
    lessons = list(lessons_in_word(words))
    halls = {row["Aula o laboratorio"] for row in records(words[DESIGN], "Aula o laboratorio")}

    for unit in dict.fromkeys(each.unit for each in lessons):
        own = [each for each in lessons if each.unit == unit]
        sheet = texts[DESIGN].split(f"{unit}: scheda dell’unità", 1)[1]
        assert _listed(sheet, "Formatori") == {each.trainer for each in own}
        assert _listed(sheet, "Aule e laboratori") == {each.place for each in own} & halls


def test_each_trainer_has_the_same_hours_in_design_and_timetable(words, sheets):
    taught = sums((each.trainer, each.hours) for each in lessons_in_word(words))

    for document, column in ((DESIGN, "Settore di esperienza"), (TIMETABLE, "Lezioni")):
        rows = records(words[document], "Formatore", "Ore", column)
        assert taught == {
            row["Formatore"]: number(row["Ore"]) for row in rows if row["Formatore"] != "Totale"
        }
    assert taught == {name: sheets[name][-1]["Ore"] for name in taught}


def test_the_words_of_the_standard_are_printed_as_published(texts, report):
    standard = report.course.standard
    design = " ".join(texts[DESIGN].split())
    grid = " ".join(texts[GRID].split())

    for unit in standard.units:
        assert unit.title in design
        assert unit.credit.words in design
        for item in unit.items:
            assert re.search(rf"\| {item.code} \| \w+ \| {re.escape(item.words)} \|", design)
            assert f"| {item.code} | {item.words} |" in grid
    for clause in standard.clauses.values():
        assert clause.words in design


def test_placeholders_are_those_that_check_reports(texts, report):
    label_of = {value.at: value.label.it for value in missing_values(report.course)}
    reported = [finding for finding in report.findings if finding.rule in {"M101", "S101"}]

    assert placeholders(texts.values()) == {label_of[finding.at] for finding in reported}
    assert len(reported) == len(label_of)
    assert all(
        finding.message.it.startswith(f"Da completare: {label_of[finding.at]};")
        for finding in reported
        if finding.rule == "M101"
    )


def test_no_text_is_left_unfinished(texts):
    for text in texts.values():
        for wrong in ("{{", "}}", "{%", "None", "Missing(", "\ue000", "\ue001", "..", ";.", " ,"):
            assert wrong not in text
        assert re.findall(r"(?<!\d)1 (?:ore|giorni|settimane|allievi|esperti)\b", text) == []


def _summary(words, heading):
    return [row for row in records(words[TIMETABLE], "Sigla", heading) if row["Sigla"]]


def _code(row):
    return row["Unità di risultati di apprendimento"].split()[0]


def _listed(sheet, label):
    cell = re.search(rf"\| {label} \| (.*) \|", sheet)[1]
    return {re.sub(r" \(.*?\)", "", each) for each in cell.split("; ")}


def _written(day):
    return f"{day:%d/%m/%Y}"
