"""What becomes of a course under a newer version: codes follow, decisions stay with people."""

from __future__ import annotations

from datetime import date

import pytest

from toolkit import pipeline
from toolkit.adoption.trial import Lessons, Verdict
from toolkit.adoption.trying import adoption_of
from toolkit.writing import ChangedMeanwhileError, replace_files

ID = "abruzzo/addetto-al-servizio-clienti"

EVERY_CODE = """\
units:
  URA04: # la prima in presenza
    assessment:
      evidence:
        - {covers: URA04-C01, weight: 10}
        - {covers: URA04-C02, weight: 10}
        - {covers: URA04-C03, weight: 10}
        - {covers: URA04-C04, weight: 10}
        - {covers: URA04-A01, weight: 10}
        - {covers: URA04-A02, weight: 10}
        - {covers: URA04-A03, weight: 10}
        - {covers: URA04-A04, weight: 10}
        - {covers: URA04-A05, weight: 10}
        - {covers: URA04-A06, weight: 10}
  URA05: {distance_hours: 3}
  URA13:
    topics:
      - {title: Tutto, covers: [URA13-C01, URA13-A01, URA13-A02, URA13-A03]}
internship: {hours: 90, after: [URA04, URA13]}
credits:
  - {learner: A01, kind: attendance, unit: URA12, hours: 10}
"""


def test_codes_follow_and_nothing_else_changes(adoption, course):
    path = course(EVERY_CODE)
    before = path.read_text(encoding="utf-8")

    trial = adoption.tried(path)
    replace_files(trial.contents, trial.was)

    expected = before.replace("@2023-04-19", "@2028-01-15")
    for old, new in (
        ("URA05", "URA06"),
        ("URA04", "URA05"),
        ("URA13", "URA14"),
        ("URA12", "URA13"),
    ):
        expected = expected.replace(old, new)
    assert trial.verdict is Verdict.MOVES
    assert path.read_text(encoding="utf-8") == expected


def test_a_course_that_moved_keeps_every_rule_and_moves_once(adoption, course, data):
    path = course(EVERY_CODE)

    trial = adoption.tried(path)
    replace_files(trial.contents, trial.was)

    assert pipeline.check(path, data).errors == 0
    assert adoption.tried(path).verdict is Verdict.CURRENT


def test_nothing_is_written_by_trying(adoption, course):
    path = course(EVERY_CODE)
    before = path.read_bytes()

    assert adoption.tried(path).contents
    assert path.read_bytes() == before


def test_what_has_one_outcome_is_mended(adoption, course):
    trial = adoption.tried(course("units: {URA02: {hours: 10}}\ninternship: {hours: 60}\n"))

    assert trial.verdict is Verdict.MOVES
    assert {each.rule for each in trial.broken} == {"H101", "H102", "I101"}
    assert {each.rule for each in trial.mended} == {"H101", "I101"}
    assert trial.moved.course.unit("URA02").plan.hours == 12
    assert trial.moved.course.internship_hours == 80


@pytest.mark.parametrize(
    ("rest", "at", "words"),
    [
        (
            "units: {URA06: {topics: [{title: Scrivere, covers: [URA06-C04]}]}}\n",
            ":16:",
            "URA06-C04 non c'è più",
        ),
        (
            "units: {URA10: {topics: [{title: Trattare, covers: [URA10-C03]}]}}\n",
            ":16:",
            "URA10-C03 è ora URA06-C05",
        ),
        ("", ":11:", "almeno il 60%"),
    ],
)
def test_what_only_a_person_can_decide_is_told_with_its_place(adoption, course, rest, at, words):
    path = course(rest)
    if not rest:
        text = path.read_text(encoding="utf-8")
        another = "    - {name: Bruno Prova, experience_years: 5}\n  rooms:"
        path.write_text(text.replace("  rooms:", another), encoding="utf-8")

    trial = adoption.tried(path)

    assert trial.verdict is Verdict.PERSON
    assert any(at in where and words in reason.it for where, reason in trial.obstacles)


@pytest.mark.parametrize(
    ("standard", "start", "verdict"),
    [
        (f"{ID}@2023-04-19", "2028-02-29", Verdict.EARLIER),
        (f"{ID}@2023-04-19", "2028-03-01", Verdict.MOVES),
        (f"{ID}@2028-01-15", "2028-03-01", Verdict.CURRENT),
        (ID, "2028-02-29", Verdict.EARLIER),
        (ID, "2028-03-01", Verdict.CURRENT),
    ],
)
def test_the_day_a_course_begins_decides_whether_it_is_concerned(
    adoption, course, standard, start, verdict
):
    assert adoption.tried(course(standard=standard, start=start)).verdict is verdict


def test_a_course_that_has_begun_is_left_to_a_person(course, data):
    path = course(start="2028-04-03")

    begun = adoption_of(f"{ID}@2028-01-15", data, date(2028, 4, 3)).tried(path)
    not_yet = adoption_of(f"{ID}@2028-01-15", data, date(2028, 4, 2)).tried(path)

    assert begun.verdict is Verdict.PERSON
    assert not_yet.verdict is Verdict.MOVES


def test_codes_of_a_course_without_a_version_are_not_guessed(course, data):
    path = course("units: {URA04: {hours: 22}}\n", standard=ID)

    silent = adoption_of(f"{ID}@2028-01-15", data, date(2028, 1, 20)).tried(path)
    told = adoption_of(f"{ID}@2028-01-15", data, date(2028, 1, 20), assumed="2023-04-19")

    assert silent.verdict is Verdict.PERSON
    assert "--from 2023-04-19" in silent.obstacles[0][1].it
    assert told.tried(path).moved.course.unit("URA05").plan.hours == 22


def test_what_trainers_teach_is_said_for_the_newer_version_beside_the_older(adoption, course):
    path = course()
    text = path.read_text(encoding="utf-8")
    every = ", ".join(f"URA{n:02d}" for n in range(1, 14))
    text = text.replace("experience_years: 8", f"experience_years: 8, teaches: {{{ID}: [{every}]}}")
    path.write_text(text, encoding="utf-8")

    trial = adoption.tried(path)

    assert [each.rule for each in trial.broken] == ["P104"]
    assert trial.moved.course.provider.trainers[0].teaches[ID][3] == "URA04"
    assert trial.moved.course.provider.trainers[0].teaches[f"{ID}@2028-01-15"][3] == "URA05"


def test_a_timetable_follows_where_it_still_holds(course, data, root):
    path = course()
    pipeline.plan(path, data)

    trial = adoption_of(f"{ID}@2028-01-15", data, date(2028, 1, 20)).tried(path)

    assert trial.lessons is Lessons.AGAIN
    assert list(trial.contents) == [str(path)]


def test_a_file_that_changed_meanwhile_is_not_touched(adoption, course):
    path = course(EVERY_CODE)
    trial = adoption.tried(path)
    path.write_text("altro: 1\n", encoding="utf-8")

    with pytest.raises(ChangedMeanwhileError):
        replace_files(trial.contents, trial.was)

    assert path.read_text(encoding="utf-8") == "altro: 1\n"


@pytest.fixture
def root(request):
    return request.config.rootpath
