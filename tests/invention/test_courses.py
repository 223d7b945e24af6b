"""Invented courses keep every rule, but for the errors that are planted and listed."""

from __future__ import annotations

import csv

import pytest

from toolkit import pipeline
from toolkit.catalogue import newest
from toolkit.errors import InTheWayError, PercorsoError
from toolkit.finding import Severity
from toolkit.invention import INDEX, invented_courses, write_courses
from toolkit.invention.faults import FAULTS
from toolkit.resources import resources

DATA = resources()
STANDARD = newest("abruzzo/addetto-al-servizio-clienti", DATA).record


def texts(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def outcome(path):
    """Return the exit code that planning a course would give."""
    try:
        pipeline.plan(path, DATA)
    except PercorsoError as error:
        return error.exit_code
    return 0


def test_courses_are_valid_unless_the_index_says_otherwise(tmp_path):
    write_courses(invented_courses(28, 5, [STANDARD], errors=14), tmp_path, DATA)

    rows = list(csv.DictReader((tmp_path / INDEX).read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 28
    assert {row["fault"] for row in rows} == {"", *(fault.name for fault in FAULTS)}
    assert sum(not row["fault"] for row in rows) == 14
    failing = {row["file"] for row in rows if outcome(tmp_path / row["file"])}
    assert failing == {row["file"] for row in rows if row["fault"]}


def test_valid_courses_leave_nothing_to_be_mended(tmp_path):
    write_courses(invented_courses(20, 9, [STANDARD]), tmp_path, DATA)

    for path in tmp_path.rglob("course.yaml"):
        found = pipeline.check(path, DATA).findings
        assert [each for each in found if each.severity is not Severity.NOTE] == []


def test_the_same_seed_writes_the_same_files_and_another_seed_others(tmp_path):
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_courses(invented_courses(12, seed, [STANDARD]), tmp_path / name, DATA)

    assert texts(tmp_path / "one") == texts(tmp_path / "again")
    assert set(texts(tmp_path / "one").values()).isdisjoint(texts(tmp_path / "other").values())


def test_all_courses_differ_and_providers_are_shared(tmp_path):
    courses = list(invented_courses(300, 1, [STANDARD]))

    assert len({course.code.lower() for course in courses}) == 300
    unlike = [{**course.edition, "code": ""} for course in courses]
    assert all(each not in unlike[:n] for n, each in enumerate(unlike))
    assert 10 < len({course.folder for course in courses}) < 150


def test_a_timetable_is_planned_where_it_is_asked(tmp_path):
    write_courses(invented_courses(2, 4, [STANDARD]), tmp_path, DATA, timetables=True)

    for path in tmp_path.rglob("course.yaml"):
        assert pipeline.check(path, DATA).timetable is not None
        assert pipeline.check(path, DATA).errors == 0


def test_a_folder_in_use_is_left_alone(tmp_path):
    (tmp_path / "mio.txt").write_text("mio")

    with pytest.raises(InTheWayError):
        write_courses(invented_courses(2, 4, [STANDARD]), tmp_path, DATA)

    assert texts(tmp_path) == {"mio.txt": "mio"}
