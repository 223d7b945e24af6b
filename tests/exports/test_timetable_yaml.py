from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from toolkit.errors import PercorsoError, SeveralProblemsError
from toolkit.exports.timetableyaml import as_yaml, header_of
from toolkit.loading import read_yaml
from toolkit.loading.remarks import remarks_of
from toolkit.loading.sources import sources_of
from toolkit.loading.timetable import load_timetable
from toolkit.model.course import Course
from toolkit.model.moments import TimeRange
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import Lesson, Mode, Timetable
from toolkit.model.variation import Variation


def test_the_file_is_pleasant_to_read(timetable: Timetable, course: Course) -> None:
    written = as_yaml(timetable, course=course)

    assert written == (Path(__file__).parent / "timetable.yaml").read_text(encoding="utf-8")


def test_weeks_across_new_year_are_counted_on(course: Course) -> None:
    lesson = Lesson(
        dt.date(2026, 12, 30), TimeRange.read("9:00-11:00"), 0, "URA01", Mode.CLASSROOM, "A", "B"
    )
    later = Lesson(
        dt.date(2027, 1, 4), TimeRange.read("9:00-11:00"), 0, "URA01", Mode.CLASSROOM, "A", "B"
    )
    written = as_yaml(Timetable("X", (lesson, later), (), None), course=course)

    assert "# settimana 1: 30/12/2026\n" in written
    assert "# settimana 2: 04/01/2027\n" in written


def test_a_timetable_without_lessons_is_a_file_too(course: Course, tmp_path: Path) -> None:
    path = tmp_path / "timetable.yaml"
    path.write_text(as_yaml(Timetable("X", (), (), None), course=course), encoding="utf-8")

    assert load_timetable(path)[0] == Timetable("X", (), (), None)


def test_what_changed_a_timetable_is_read_back(
    timetable: Timetable, course: Course, tmp_path: Path
) -> None:
    variation = Variation.model_validate(
        {
            "date": "2027-01-15",
            "absent": ["D'Angelo, Rosa 2027-01-18..2027-01-19", "Bruno Prova 20/01/2027"],
            "room_closed": "Aula 1 (piano 2) 2027-01-20",
            "cancelled": ["2027-01-21", "2027-01-25..2027-01-26"],
        }
    )
    first, *others = identified(timetable).lessons
    known = replace(timetable, lessons=(replace(first, is_pinned=True), *others))
    changed = succeeding(known, replace(known, lessons=known.lessons[:-1]), (variation,))
    path = tmp_path / "timetable.yaml"
    path.write_text(as_yaml(changed, course=course), encoding="utf-8")

    assert load_timetable(path)[0] == changed


def test_what_people_remark_is_there_when_the_file_is_written_again(
    timetable: Timetable, course: Course, tmp_path: Path
) -> None:
    path = tmp_path / "timetable.yaml"
    lines = as_yaml(identified(timetable), course=course).splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("  - {date: 2027-01-11"))
    lines[first] += "; portare le chiavi"
    lines[first + 1] = lines[first + 1].replace("# lunedì", "# da confermare: #1")
    lines[first + 1 : first + 1] = ["  # il proiettore è rotto", "  #", "  #  e l'aula è fredda"]
    lines.insert(lines.index("course: GB-2027-01"), "# Rivisto con la direttrice.")
    path.write_text("\n".join(lines), encoding="utf-8")
    before, file = load_timetable(path)
    remarks = remarks_of(path.read_text("utf-8"), file, before, header_of(course))

    moved = replace(
        before.lessons[0], day=dt.date(2027, 1, 19), times=TimeRange.read("14:00-16:00")
    )
    after = replace(before, lessons=(*before.lessons[1:5], moved, *before.lessons[5:]))
    written = as_yaml(after, course=course, remarks=remarks)

    assert "# Rivisto con la direttrice.\ncourse: GB-2027-01" in written
    assert "id: 1}  # martedì; portare le chiavi" in written
    assert "  # il proiettore è rotto\n  #  e l'aula è fredda\n  - {date: 2027-01-11" in written
    assert "# lunedì; da confermare: #1\n" in written
    path.write_text(written, encoding="utf-8")
    again, file = load_timetable(path)
    assert (
        as_yaml(again, course=course, remarks=remarks_of(written, file, again, header_of(course)))
        == written
    )


def test_every_problem_of_a_file_is_told_at_once_and_placed(tmp_path: Path) -> None:
    path = tmp_path / "timetable.yaml"
    path.write_text(
        "course: X\n"
        "lessons:\n"
        "  - {date: 2027-02-30, time: 9:00-11:00, unit: URA01, mode: clasroom, trainer: R}\n"
        "  - {date: 2027-02-20, time: 11:00-9:00, unit: URA01, mode: classroom, traner: R}\n",
        encoding="utf-8",
    )

    with pytest.raises(SeveralProblemsError) as caught:
        load_timetable(path)

    assert [problem.say("it").removeprefix(f"{path}:") for problem in caught.value.problems] == [
        "3:12: date: «2027-02-30» non esiste nel calendario.",
        "3:61: mode: «clasroom» non è ammesso; forse intendevi «classroom»?",
        "4:5: manca la voce «trainer».",
        "4:30: time: «11:00-9:00» finisce prima di cominciare.",
        "4:72: la voce «traner» non esiste; forse intendevi «trainer»?",
    ]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PercorsoError) as caught:
        load_timetable(tmp_path / "timetable.yaml")

    assert caught.value.exit_code == 3


def test_a_finding_is_placed_in_the_file(
    tmp_path: Path, timetable: Timetable, course: Course
) -> None:
    path = tmp_path / "timetable.yaml"
    path.write_text(as_yaml(timetable, course=course), encoding="utf-8")
    _, file = load_timetable(path)
    sources = sources_of(read_yaml(path)).with_file(("timetable",), file)
    line = path.read_text(encoding="utf-8").splitlines().index("lessons:") + 3

    assert [
        sources.where(("timetable", "lessons", "0", key)).removeprefix(f"{path}:")
        for key in ("date", "room", "break_minutes")
    ] == [f"{line}:12", f"{line}:78", f"{line}:5"]
