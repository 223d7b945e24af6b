"""Many courses at once: found, told apart, made side by side, each failure for itself."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from folders import bytes_of, leftovers, rewrite

from toolkit.batch.coursefiles import NoCourseError, code_in, course_files, matching
from toolkit.batch.locking import BusyError, only_run
from toolkit.batch.report import write_report
from toolkit.batch.running import run
from toolkit.batch.workers import Task, side_by_side


def test_courses_are_found_in_folders_and_by_patterns_each_once(courses, monkeypatch):
    monkeypatch.chdir(courses.parent)
    flat = Path("corsi/altro.yaml")
    shutil.copy("corsi/corso-3/course.yaml", flat)
    expected = [flat, *(Path(f"corsi/corso-{n}/course.yaml") for n in (1, 2, 3))]

    assert list(course_files([Path("corsi")])) == expected
    assert list(course_files([Path("corsi/**/course.yaml"), Path("corsi/*")])) == [
        *expected[1:],
        flat,
    ]
    assert list(course_files([Path("corsi/corso-1/course.yaml")] * 2)) == expected[1:2]
    assert list(course_files([Path("no.yaml")])) == [Path("no.yaml")]
    assert list(matching(course_files([Path("corsi")]), "corso-[12]")) == expected[1:3]


@pytest.mark.parametrize("named", ["vuota", "corsi/*/nulla.yaml"])
def test_a_folder_or_pattern_without_courses_is_told(courses, monkeypatch, named):
    monkeypatch.chdir(courses.parent)
    Path("vuota").mkdir()

    with pytest.raises(NoCourseError) as told:
        course_files([Path(named)])

    assert told.value.exit_code == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"code: ASC-1", "ASC-1"),
        (b"learners: 3\r\ncode: 'ASC-1' # il codice\r\n", "ASC-1"),
        (b'"code" : "ASC.1"\n', "ASC.1"),
        (b"  code: ASC-1", None),
        (b"title: the code\n", None),
        (b"{standard: a/b, code: ASC-1}", None),
        (b"code: &x ASC-1", None),
        (b"codes: ASC-1", None),
    ],
)
def test_the_code_is_seen_without_reading_the_yaml_or_not_at_all(text, code):
    assert code_in(text) == code


def test_two_courses_with_one_code_fail_and_the_others_are_made(order, courses):
    rewrite(courses / "corso-2" / "course.yaml", "code: CORSO-2", "code: corso-1")

    outcomes = {each.path.parent.name: each for each in run(course_files([courses]), order)}

    assert [outcomes[f"corso-{n}"].exit_code for n in (1, 2, 3)] == [3, 3, 0]
    assert "corso-1/course.yaml" in outcomes["corso-2"].told[0].it


def test_side_by_side_gives_what_one_after_the_other_gives(batch, order, tmp_path):
    one = batch(jobs=1)
    first = bytes_of(order.out)
    shutil.rmtree(order.out)

    two = batch(jobs=2)

    assert {each.kind for each in two.values()} == {each.kind for each in one.values()}
    second = bytes_of(order.out)
    assert first.keys() == second.keys()
    differing = {name for name in first if first[name] != second[name]}
    assert {Path(name).name for name in differing} == {"provenance.json"}
    assert leftovers(tmp_path) == []


def test_where_processes_are_not_forked_they_start_afresh(order, courses):
    script = (
        "import sys\n"
        "from multiprocessing import reduction\n"
        "reduction.HAVE_SEND_HANDLE = False\n"
        "from toolkit.cli.main import main\n"
        "if __name__ == '__main__':\n"
        "    main(sys.argv[1:])\n"
    )
    data, out = order.resources.roots[0], order.out
    command = ["--data", data, "build", courses, "-o", out, "-j", "2", "--date", "2026-11-30"]

    done = subprocess.run(
        [sys.executable, "-c", script, *command], check=False, capture_output=True
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert all((out / f"CORSO-{n}" / "manifest.json").exists() for n in (1, 2, 3))


def test_a_course_that_fails_does_not_keep_others_from_being_made(batch, order, courses):
    rewrite(courses / "corso-2" / "course.yaml", "hours: 80", "hours: 8")

    outcomes = batch()
    write_report(list(outcomes.values()), order.out)

    assert [outcomes[f"CORSO-{n}"].exit_code for n in (1, 2, 3)] == [0, 1, 0]
    report = json.loads((order.out / "report.json").read_text("utf-8"))
    assert report["counts"] == {"built": 2, "failed": 1}
    (told,) = [each for each in report["courses"] if each["state"] == "failed"]
    assert told["course"] == "CORSO-2"
    assert any("I101" in each["it"] for each in told["told"])
    with (order.out / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["state"] for row in rows] == ["built", "failed", "built"]


def test_a_second_run_in_the_same_folder_is_told_who_is_at_work(batch, order):
    with only_run(order.out), pytest.raises(BusyError) as told:
        batch()

    assert told.value.exit_code == 6
    assert str(os.getpid()) in told.value.say("it")
    assert {each.kind.value for each in batch().values()} == {"built"}
    assert leftovers(order.out) == []


def test_a_worker_that_dies_costs_only_its_own_dossier(order, courses):
    tasks = [
        Task(path, f"CORSO-{n}", ()) for n, path in enumerate(course_files([courses]), start=1)
    ]
    deadly = Task(_Deadly(tasks[1].path), "CORSO-2", ())

    outcomes = {each.code: each for each in side_by_side([tasks[0], deadly, tasks[2]], order, 2)}

    assert [outcomes[f"CORSO-{n}"].exit_code for n in (1, 2, 3)] == [0, 6, 0]
    assert "-j 1" in outcomes["CORSO-2"].told[0].it
    assert (order.out / "CORSO-1" / "manifest.json").exists()
    assert not (order.out / "CORSO-2").exists()


class _Deadly(type(Path())):
    """The path of a course that ends the process which reads it, as a lack of memory does."""

    def stat(self, **options):
        if os.environ.get("PYTEST_CURRENT_TEST") and _is_worker():
            os.kill(os.getpid(), 9)
        return super().stat(**options)


def _is_worker():
    import multiprocessing

    return multiprocessing.parent_process() is not None
