"""``check --fix`` writes only what was shown, and only over what was read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit import fixing
from toolkit.resources import resources
from toolkit.writing import ChangedMeanwhileError

pty = pytest.importorskip("pty")

ROOT = Path(__file__).parents[2]


@pytest.fixture
def course(tmp_path):
    path = tmp_path / "course.yaml"
    sample = (ROOT / "samples/minimo/course.yaml").read_text(encoding="utf-8")
    path.write_text(f"{sample}\ninternship: {{hours: 101}}\n", encoding="utf-8")
    return path


def test_a_file_that_changed_meanwhile_is_left_alone(course):
    fixed = fixing.fix(course, resources())
    course.write_text("altro\n", encoding="utf-8")

    with pytest.raises(ChangedMeanwhileError) as refused:
        fixing.write(fixed)

    assert refused.value.exit_code == 6
    assert course.read_text("utf-8") == "altro\n"
    assert list(course.parent.iterdir()) == [course]


def test_what_is_written_was_read_and_a_copy_is_kept(course):
    before = course.read_bytes()

    (kept,) = fixing.write(fixing.fix(course, resources()))

    assert kept.read_bytes() == before
    assert course.read_bytes() == before.replace(b"hours: 101", b"hours: 100")


@pytest.mark.parametrize(("answer", "hours"), [("n", "101"), ("s", "100")])
def test_on_a_terminal_it_asks_first(course, answer, hours):
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "toolkit", "--lang", "it", "check", str(course), "--fix"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ):
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        shown = b"".join(_read(ours)).decode()
    os.close(ours)

    assert "Scrivo queste correzioni? [s/N]" in shown
    assert f"hours: {hours}" in course.read_text("utf-8")


def _read(terminal):
    while True:
        try:
            yield os.read(terminal, 4096)
        except OSError:  # which is how a terminal says that nobody writes to it any more
            return
