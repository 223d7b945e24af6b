"""``--since``: the courses of which a file changed since a day or a revision."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from folders import rewrite

from toolkit.batch.coursefiles import course_files
from toolkit.batch.since import NotSinceError, changed_since


@pytest.fixture
def chosen(courses):
    def names(asked):
        return [each.parent.name for each in changed_since(course_files([courses]), asked)]

    return names


def aged(courses, day):
    moment = datetime.fromisoformat(day).timestamp()
    for path in courses.rglob("*"):
        os.utime(path, (moment, moment))


def test_a_day_chooses_courses_with_a_file_of_that_day_or_later(courses, chosen):
    aged(courses, "2026-10-31")
    assert chosen("2026-10-31") == ["corso-1", "corso-2", "corso-3"]
    assert chosen("2026-11-01") == []

    (courses / "corso-3" / "timetable.yaml").touch()
    assert chosen("2026-11-01") == ["corso-3"]

    (courses / "ente.yaml").touch()
    assert chosen("2026-11-01") == ["corso-1", "corso-2", "corso-3"]


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_a_revision_chooses_courses_that_differ_from_it_committed_or_not(courses, chosen):
    def git(*arguments):
        who = ("-c", "user.name=Ada Inventata", "-c", "user.email=ada@example.com")
        subprocess.run(["git", *who, "-C", courses, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Corsi")
    assert chosen("HEAD") == []

    rewrite(courses / "corso-1" / "course.yaml", "learners: 18", "learners: 17")
    assert chosen("HEAD") == ["corso-1"]
    git("commit", "-qam", "Allievi")
    assert chosen("HEAD") == []
    assert chosen("HEAD~1") == ["corso-1"]

    shutil.copytree(courses / "corso-3", courses / "corso-4")
    assert chosen("HEAD") == ["corso-4"]


@pytest.mark.parametrize("asked", ["2026-02-30", "nessuna", "--output=x"])
def test_what_is_neither_is_told(chosen, asked):
    with pytest.raises(NotSinceError) as told:
        chosen(asked)

    assert told.value.exit_code == 2
