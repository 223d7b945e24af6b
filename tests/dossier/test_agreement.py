"""An official who reads the files side by side finds the same hours, names and dates in all."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import icalendar
import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from conftest import SAMPLES
from dumping import dumped

from toolkit.placeholders import missing_values

pytestmark = pytest.mark.parametrize("sample", SAMPLES)


@pytest.fixture
def texts(dossiers, sample):
    folder = dossiers[sample].folder
    return {path.stem: dumped(path.read_bytes()) for path in folder.glob("*.docx")}


@pytest.fixture
def scheduled(dossiers, sample):
    return dossiers[sample].report


def rows(text, columns):
    """Return the cells of each table row with that many columns."""
    lines = (line for line in text.splitlines() if line.startswith("| "))
    split = ([cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines)
    return [cells for cells in split if len(cells) == columns]


def test_every_lesson_is_the_same_in_word_spreadsheet_and_calendar(dossiers, sample, scheduled):
    folder = dossiers[sample].folder
    expected = sorted(
        (lesson.day, lesson.start, lesson.end, lesson.unit)
        for lesson in scheduled.timetable.lessons
    )

    word = dumped((folder / "calendario-didattico.docx").read_bytes())
    sheet = openpyxl.load_workbook(BytesIO((folder / "calendario-didattico.xlsx").read_bytes()))
    events = icalendar.Calendar.from_ical((folder / "calendario-didattico.ics").read_bytes())

    assert sorted(_lessons_in_word(word)) == expected
    assert sorted(_lessons_in_sheet(sheet["Lezioni"])) == expected
    assert sorted(_lessons_in_calendar(events)) == expected


def _lessons_in_word(text):
    pattern = (
        r"^\| \d+ \| \w{3} (\d\d/\d\d/\d{4}) \| (\d+:\d\d)–(\d+:\d\d) \|.*?\b((?:URA|AGG)\d\d) \|"
    )
    for found in re.finditer(pattern, text, re.MULTILINE):
        day, start, end, unit = found.groups()
        yield _day(day), _time(start), _time(end), unit


def _lessons_in_sheet(sheet):
    for cells in sheet.iter_rows(values_only=True):
        if isinstance(cells[0], int) and isinstance(cells[1], datetime) and cells[3] is not None:
            unit = next(
                c for c in cells if isinstance(c, str) and re.fullmatch(r"(URA|AGG)\d\d", c)
            )
            yield cells[1].date(), cells[3], cells[4], unit


def _lessons_in_calendar(events):
    for event in events.walk("VEVENT"):
        begins = event.decoded("dtstart")
        if isinstance(begins, datetime):
            unit = str(event["summary"]).split()[0]
            yield begins.date(), begins.time(), event.decoded("dtend").time(), unit


def _day(text):
    return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 — a day has no zone


def _time(text):
    return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 — nor has a time of day


def test_the_hours_of_the_course_are_the_same_everywhere(texts, scheduled):
    total = f"{scheduled.course.total_hours:g}".replace(".", ",")

    assert f"{total} ore complessive" in texts["progetto-formativo"]
    assert f"in totale {total} ore" in texts["calendario-didattico"]
    assert re.search(rf"{total}\b", texts["griglia-valutazione"])


def test_the_hours_of_each_unit_are_those_of_its_lessons(texts, scheduled):
    for unit in scheduled.course.all_units:
        hours = f"{unit.plan.hours:g}".replace(".", ",")
        lessons = [each for each in scheduled.timetable.lessons if each.unit == unit.code]

        assert sum(lesson.hours for lesson in lessons) == unit.plan.hours
        assert f"| Ore previste | {hours} " in texts["progetto-formativo"]
        assert any(
            cells[0] == unit.code and hours in cells
            for cells in rows(texts["calendario-didattico"], 9)
        )


def test_the_words_of_the_standard_are_printed_as_published(texts, scheduled):
    standard = scheduled.course.standard
    design = " ".join(texts["progetto-formativo"].split())
    grid = " ".join(texts["griglia-valutazione"].split())

    for unit in standard.units:
        assert unit.title in design
        assert unit.credit.words in design
        for item in unit.items:
            assert f"{item.code} | " in design
            assert item.words in design
            assert item.words in grid
    for clause in standard.clauses.values():
        assert clause.words in design


def test_placeholders_are_those_that_check_reports(texts, scheduled):
    printed = {
        label for text in texts.values() for label in re.findall(r"\[da completare: (.+?)\]", text)
    }

    assert printed == {value.label.it for value in missing_values(scheduled.course)}


def test_each_trainer_has_the_same_hours_in_design_and_timetable(texts, scheduled):
    for name in {lesson.trainer for lesson in scheduled.timetable.lessons}:
        lessons = [each for each in scheduled.timetable.lessons if each.trainer == name]
        hours = f"{sum(lesson.hours for lesson in lessons):g}".replace(".", ",")

        for document in ("progetto-formativo", "calendario-didattico"):
            own = [c for c in rows(texts[document], 7) + rows(texts[document], 5) if c[0] == name]
            assert any(cells[-1] == hours for cells in own), (document, name, own)
