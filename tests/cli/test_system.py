"""What the system refuses is told as such, not as a fault of percorso."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "minimo" / "course.yaml"
FULL = Path("/dev/full")


def run(*arguments: str | Path, out: Path | None = None) -> tuple[int, str]:
    """Return the exit code of a command and what it says of what goes wrong."""
    command = [sys.executable, "-m", "toolkit", "--lang", "it", *arguments]
    if out is None:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr
    with out.open("w") as file:
        done = subprocess.run(
            command, cwd=ROOT, stdout=file, stderr=subprocess.PIPE, text=True, check=False
        )
    return done.returncode, done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [["check", SAMPLE], ["--version"], ["standard", "list"]])
def test_output_that_finds_no_room_is_told(command: list[str | Path]) -> None:
    code, said = run(*command, out=FULL)

    assert said == (
        "ciò che il comando stampa non si può scrivere (No space left on device); "
        "controlla lo spazio sul disco.\n"
    )
    assert code == 6


def test_a_name_too_long_for_a_timetable_beside_it_is_told(tmp_path: Path) -> None:
    course = tmp_path / f"{'x' * 245}.yaml"
    shutil.copy(SAMPLE, course)

    code, said = run("plan", course)

    timetable = tmp_path / f"{'x' * 245}.timetable.yaml"
    assert said == f"{timetable}: il nome è troppo lungo per il sistema; accorcialo.\n"
    assert code == 3


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to("nulla")


MADE = [Path.mkdir, a_link_to_nothing, *([os.mkfifo] if hasattr(os, "mkfifo") else [])]


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("replace", [[], ["--replace"]])
def test_a_timetable_that_is_no_file_is_left_alone(
    make: Callable[[Path], None], replace: list[str], tmp_path: Path
) -> None:
    course, timetable = tmp_path / "course.yaml", tmp_path / "timetable.yaml"
    shutil.copy(SAMPLE, course)
    make(timetable)

    assert run("plan", *replace, course) == (3, f"{timetable}: non è un file.\n")
    assert timetable.is_symlink() or not timetable.is_file()
