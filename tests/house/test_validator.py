"""Microsoft's Open XML SDK validator, where it is at hand, has nothing to say of our files."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from toolkit import pipeline
from toolkit.resources import resources

ROOT = Path(__file__).parent.parent.parent
VALIDATOR = os.environ.get("PERCORSO_OOXML_VALIDATOR") or shutil.which("ooxml-validator")


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML SDK validator is not installed")
@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("name", ["minimo", "completo", "serale"])
def test_word_and_excel_files_are_valid(name, draft, tmp_path):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    course = tmp_path / "samples" / name / "course.yaml"
    built = pipeline.build(course, tmp_path / "out", resources(), date(2026, 11, 30), draft=draft)

    for path in built.files:
        if path.suffix in {".docx", ".xlsx"}:
            done = subprocess.run(
                [VALIDATOR, path],
                env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert done.returncode == 0, f"{path.name}: {done.stdout[:2000]}"
