"""``template watch`` as who edits in Word sees it: a round a save, a clean end."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from building import template

BAD, GOOD = {"body": ["{{ qwerty }}"]}, {"body": ["{{ course.title }}"]}


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way there")
def test_a_save_is_checked_and_previewed_and_ctrl_c_ends(tmp_path):
    file = tmp_path / "lettera.docx"
    file.write_bytes(template(BAD))
    root = str(Path(__file__).parents[2])
    environment = {"PATH": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": root}
    command = [
        sys.executable,
        "-u",
        "-m",
        "toolkit",
        "--lang",
        "it",
        "template",
        "watch",
        file.name,
    ]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment, encoding="utf-8",
    ) as watching:  # fmt: skip
        assert "X201" in watching.stdout.readline()
        watching.stdout.readline()
        saved = tmp_path / "~WRD0001.tmp"
        saved.write_bytes(template(GOOD))
        saved.replace(file)

        assert watching.stdout.readline() == "lettera.docx: nessuna osservazione\n"
        assert watching.stdout.readline() == "anteprima/lettera-anteprima.docx\n"
        watching.send_signal(signal.SIGINT)
        _, errors = watching.communicate()

    assert watching.returncode == 0
    assert errors.splitlines()[-1] == "fine."
