"""A real run, stopped from outside: by SIGKILL, by Ctrl-C. A second run completes the work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from folders import ROOT, leftovers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as Unix has them")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def started(courses, data, order):
    """Start ``percorso build`` in two processes, the courses still to be planned."""
    for path in courses.rglob("timetable.yaml"):
        path.unlink()

    def start():
        return subprocess.Popen(
            [
                *(sys.executable, "-m", "toolkit", "--lang", "en", "--data", data, "build"),
                *(courses, "-o", order.out, "--date", "2026-11-30", "-j", "2"),
            ],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def faults(out):
    """Return every document that its manifest claims and that is not there."""
    return [
        each["file"]
        for manifest in out.glob("*/manifest.json")
        for each in json.loads(manifest.read_bytes())["outputs"]
        if sha256((manifest.parent / each["file"]).read_bytes()).hexdigest() != each["sha256"]
    ]


def is_left_to_itself(out):
    """Whether no process of a run that was killed still writes in *out*."""
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    time.sleep(0.3)
    return {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before


def test_a_run_that_is_killed_is_completed_by_the_next(started, order, courses):
    with started() as run:
        run.stdout.readline()
        run.kill()
        run.communicate()
    while not is_left_to_itself(order.out):
        pass
    assert faults(order.out) == []

    with started() as again:
        told, errors = again.communicate()

    assert (again.returncode, errors) == (0, "")
    assert "failed: 0" in told
    assert sorted(path.name for path in order.out.glob("CORSO-*")) == [
        "CORSO-1",
        "CORSO-2",
        "CORSO-3",
    ]
    assert faults(order.out) == []
    assert leftovers(order.out) == leftovers(courses) == []


def test_ctrl_c_finishes_what_is_under_way_and_stops(started, order):
    with started() as run:
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        told, errors = run.communicate()

    assert run.returncode == 130
    assert errors.strip() == "stopped."
    assert "report in" in told
    assert faults(order.out) == []
    assert leftovers(order.out) == []
    assert all((folder / "manifest.json").exists() for folder in order.out.glob("CORSO-*"))
