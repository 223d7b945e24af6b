"""``plan --improve`` stopped on the terminal: the best timetable so far is kept."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way there")
def test_ctrl_c_keeps_the_best_timetable_so_far(tmp_path):
    import pty

    shutil.copy(ROOT / "samples/minimo/course.yaml", tmp_path)
    terminal, its_end = pty.openpty()
    command = [sys.executable, "-m", "toolkit", "--lang", "it"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(
        [*command, "plan", "course.yaml", "--improve", "1000m"], cwd=tmp_path,
        stdout=subprocess.PIPE, stderr=its_end, env=environment, encoding="utf-8",
    ) as planning:  # fmt: skip
        os.close(its_end)
        shown = ""
        while "giro" not in shown:
            shown += os.read(terminal, 1000).decode(errors="replace")
        planning.send_signal(signal.SIGINT)
        while _more(terminal):
            pass
        planning.communicate()
    os.close(terminal)

    assert planning.returncode == 0
    checked = subprocess.run(
        [*command, "check", "course.yaml"], cwd=tmp_path, env=environment, check=False
    )
    assert (tmp_path / "timetable.yaml").exists()
    assert checked.returncode == 0


def _more(terminal: int) -> bytes:
    """Read what else is shown; a terminal that nobody writes to any more is an error on Linux."""
    try:
        return os.read(terminal, 1000)
    except OSError:
        return b""
