"""``percorso schema`` prints the files that editors find beside the samples."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCHEMAS = Path(__file__).parents[2] / "samples/schema"


@pytest.mark.parametrize("kind", ["course", "provider", "timetable"])
def test_the_schema_beside_the_samples_is_the_one_that_is_printed(kind):
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "schema", kind],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout == (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")
