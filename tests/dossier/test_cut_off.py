"""Killed at any step, short of space, refused by the system: what was there stays whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from toolkit.errors import InTheWayError

resource = pytest.importorskip("resource", reason="a full disk is imitated as Unix does it")

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as Unix does it")
@pytest.mark.parametrize("kind", ["new", "replaced"])
def test_a_run_that_is_killed_at_any_step_harms_nothing_and_the_next_completes_it(tmp_path, kind):
    done = subprocess.run(
        [sys.executable, HERE / "cutting.py", tmp_path / "out", kind],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["faults"] == []
    assert told["cuts"] > 40


@contextmanager
def at_most(size):
    """Let no file grow beyond *size* bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 1_000, 30_000])
def test_a_full_disk_is_told_and_the_dossier_stays_as_it_was(samples, built, tmp_path, size):
    course = samples / "minimo" / "course.yaml"
    built(course)
    before = contents(tmp_path / "out")

    with at_most(size), pytest.raises(InTheWayError) as told:
        built(course, draft=True)

    assert told.value.exit_code == 6
    assert "out/ASC-MINIMO" in told.value.say("it")
    assert contents(tmp_path / "out") == before


def test_a_folder_that_vanishes_is_made_again(samples, built, tmp_path):
    course = samples / "minimo" / "course.yaml"
    built(course)
    (tmp_path / "out").rename(tmp_path / "altrove")

    built(course)

    made = {path.name for path in (tmp_path / "out" / "ASC-MINIMO").iterdir()}
    assert made == {path.name for path in (tmp_path / "altrove" / "ASC-MINIMO").iterdir()}
