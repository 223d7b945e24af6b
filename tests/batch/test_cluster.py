"""The same work on a cluster: several processes on loopback, one of which dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed")
sys.path.insert(0, str(Path(__file__).parent))
from folders import ROOT, leftovers

from toolkit.batch.cluster import NoSchedulerError
from toolkit.batch.coursefiles import course_files
from toolkit.batch.running import run

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def cluster():
    with subprocess.Popen(
        [sys.executable, Path(__file__).with_name("loopback.py")],
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield json.loads(process.stdout.readline())
        process.stdin.close()


def test_a_cluster_makes_what_one_machine_makes_though_a_worker_dies(cluster, courses, data, order):
    command = [sys.executable, "-m", "toolkit", "--data", data, "build", courses, "-o", order.out]
    with subprocess.Popen(
        [*command, "--scheduler", cluster["address"], "--date", "2026-11-30"],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    ) as build:
        # At the first dossier, while others are under way or to come.
        first = build.stdout.readline()
        os.kill(cluster["processes"][0], signal.SIGKILL)
        told = first + build.stdout.read()

    assert build.returncode == 0
    assert [f"CORSO-{n}: dossier in" in told for n in (1, 2, 3)] == [True] * 3
    assert leftovers(order.out) == []
    again = run(course_files([courses]), order)
    assert {each.kind.value for each in again} == {"up-to-date"}


def test_a_scheduler_that_does_not_answer_is_told(courses, order, monkeypatch):
    monkeypatch.setattr("toolkit.batch.cluster._PATIENCE", "1s")

    with pytest.raises(NoSchedulerError) as told:
        list(run(course_files([courses]), order, scheduler="tcp://127.0.0.1:9"))

    assert told.value.exit_code == 6
    assert not order.out.exists()
