from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from toolkit.exports.sheetnames import sheet_names
from toolkit.exports.spreadsheet import timetable_xlsx
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Lesson, Timetable

STAMP = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)


def midnight(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime.combine(dt.date(year, month, day), dt.time())


def opened(course: Course, timetable: Timetable) -> Workbook:
    workbook: Workbook = load_workbook(
        BytesIO(timetable_xlsx(ScheduledCourse(course, timetable), stamp=STAMP))
    )
    return workbook


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_there_is_a_sheet_for_lessons_hours_the_rest_and_each_trainer(
    course: Course, timetable: Timetable
) -> None:
    assert opened(course, timetable).sheetnames == [
        "Lezioni",
        "Ore per unità",
        "Tirocinio ed esame",
        "Bruno Prova",
        "Rosa Esempio",
    ]


def test_a_lesson_is_a_row_with_real_dates_and_times(course: Course, timetable: Timetable) -> None:
    header, *lessons = rows(opened(course, timetable)["Lezioni"])

    assert header == (
        *("N.", "Data", "Giorno", "Inizio", "Fine", "Pausa (min)", "Ore", "Unità"),
        *("Titolo dell'unità", "Argomento", "Codici", "Modalità", "Aula o piattaforma"),
        *("Formatore", "Note"),
    )
    assert len(lessons) == len(timetable.lessons)
    assert lessons[4] == (
        *(5, midnight(2027, 1, 19), "martedì", dt.time(9), dt.time(12, 15), 15, 3),
        *("URA02", "Attrezzi", "Usare gli attrezzi", "URA02-A01", "aula", "Aula 1"),
        *("Bruno Prova", "Verifica di fine unità: ultimi 60 minuti"),
    )
    assert lessons[2][11:13] == ("FAD sincrona", "FAD")


def test_dates_and_times_look_italian(course: Course, timetable: Timetable) -> None:
    sheet = opened(course, timetable)["Lezioni"]

    assert sheet["B2"].is_date
    assert (sheet["B2"].number_format, sheet["D2"].number_format) == ("dd/mm/yyyy", "hh:mm")


def test_lessons_are_in_order_of_time_however_they_are_written(
    course: Course, timetable: Timetable
) -> None:
    mixed = replace(timetable, lessons=timetable.lessons[::-1])

    assert timetable_xlsx(ScheduledCourse(course, mixed), stamp=STAMP) == timetable_xlsx(
        ScheduledCourse(course, timetable), stamp=STAMP
    )


def test_the_hours_of_each_unit_add_up(course: Course, timetable: Timetable) -> None:
    assert rows(opened(course, timetable)["Ore per unità"]) == [
        (
            *("Unità", "Titolo", "Durata minima", "Ore previste", "Ore in calendario"),
            *("Presenza", "di cui laboratorio", "FAD sincrona", "FAD asincrona"),
        ),
        ("URA01", "Orientamento", 4, 4, 4, 2, 0, 2, 0),
        ("URA02", "Attrezzi", 6, 6, 6, 6, 0, 0, 0),
        ("URA03", "Colture", 5, 5, 5, 5, 5, 0, 0),
        ("AGG01", "Inglese dei fiori", 0, 2, 2, 2, 0, 0, 0),
        ("Totale", "Unità di risultati di apprendimento", 15, 17, 17, 15, 5, 2, 0),
        (None, "Tirocinio curriculare", 12, 12, 12, None, None, None, None),
        (None, "Totale del percorso", 27, 29, 29, None, None, None, None),
    ]


def test_internship_and_exam_have_a_sheet(course: Course, timetable: Timetable) -> None:
    assert rows(opened(course, timetable)["Tirocinio ed esame"])[1:] == [
        ("Tirocinio curriculare", midnight(2027, 1, 25), "lunedì", 6, None),
        ("Tirocinio curriculare", midnight(2027, 1, 26), "martedì", 6, None),
        ("Esame finale", midnight(2027, 2, 5), "venerdì", None, "data proposta"),
    ]


def test_without_internship_and_exam_there_is_no_sheet_for_them(
    course: Course, timetable: Timetable
) -> None:
    bare = replace(timetable, internship=(), exam=None)

    assert "Tirocinio ed esame" not in opened(course, bare).sheetnames


def test_a_trainer_finds_the_own_lessons_and_their_sum(
    course: Course, timetable: Timetable
) -> None:
    found = rows(opened(course, timetable)["Bruno Prova"])

    assert [row[0] for row in found] == ["N.", 2, 4, 5, None]
    assert {row[13] for row in found[1:-1]} == {"Bruno Prova"}
    assert (found[-1][1], found[-1][6]) == ("Totale", 8)


def test_tables_have_filters_a_frozen_header_and_a_layout_for_paper(
    course: Course, timetable: Timetable
) -> None:
    sheet: Any = opened(course, timetable)["Lezioni"]

    assert sheet.auto_filter.ref == "A1:O8"
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "http://esempio.it", "007", "<&>\"'"])
def test_a_text_stays_a_text(text: str, course: Course, timetable: Timetable) -> None:
    odd = _with(timetable, topic=text, trainer=text)
    cell = opened(course, odd)["Lezioni"]["J2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_text_beyond_what_a_cell_holds_is_cut(course: Course, timetable: Timetable) -> None:
    cell = opened(course, _with(timetable, topic="x" * 40_000))["Lezioni"]["J2"]

    assert cell.value == "x" * 32_767


def test_a_title_with_an_ampersand_is_whole_in_the_header(
    course: Course, timetable: Timetable
) -> None:
    sheet: Any = opened(replace(course, title="Ricerca & sviluppo"), timetable)["Lezioni"]

    assert sheet.oddHeader.left.text == "Ricerca && sviluppo – GB-2027-01"


def test_the_same_arguments_give_the_same_bytes(course: Course, timetable: Timetable) -> None:
    one = timetable_xlsx(ScheduledCourse(course, timetable), stamp=STAMP)
    elsewhere = STAMP.astimezone(dt.timezone(dt.timedelta(hours=5)))

    assert timetable_xlsx(ScheduledCourse(course, timetable), stamp=elsewhere) == one
    assert load_workbook(BytesIO(one)).properties.created == STAMP.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Rosa Esempio"], ("Rosa Esempio",)),
        (["A/B:C[D]*?\\E"], ("A B C D E",)),
        (["'Rosa'"], ("Rosa",)),
        (["[]"], ("Foglio",)),
        (["HISTORY"], ("HISTORY (2)",)),
        (["lezioni"], ("lezioni (2)",)),
        (["Rosa", "ROSA", "rosa"], ("Rosa", "ROSA (2)", "rosa (3)")),
        (["x" * 31, "x" * 32], ("x" * 31, "x" * 27 + " (2)")),
        (["🌷" * 16], ("🌷" * 15,)),
        ([f"{'x' * 30} y"], ("x" * 30,)),
    ],
)
def test_a_sheet_has_a_name_that_excel_accepts(names: list[str], expected: tuple[str, ...]) -> None:
    assert sheet_names(names, taken=["Lezioni"]) == expected


def _with(timetable: Timetable, **changes: Any) -> Timetable:
    first: Lesson = replace(timetable.lessons[0], **changes)
    return replace(timetable, lessons=(first, *timetable.lessons[1:]))
