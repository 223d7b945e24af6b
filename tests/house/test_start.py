"""Commands start at once: none imports what only another needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {
    *("docx", "docxtpl", "jinja2", "lxml", "babel", "xlsxwriter", "icalendar"),
    *("ortools", "numpy", "pandas", "dask", "distributed", "openpyxl"),
}
"""What makes documents, solves timetables or spreads work."""

FOR_COURSES = {"holidays", "stdnum", "email_validator", "rich"}
"""What only a course, read and told, needs."""

SCRIPT = """
import sys
from toolkit.cli import run
try:
    run()
except SystemExit as ended:
    assert not ended.code, ended.code
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        (["--version"], HEAVY | FOR_COURSES),
        (["--help"], HEAVY | FOR_COURSES),
        (["standard", "list"], HEAVY | FOR_COURSES),
        (["check", "samples/minimo/course.yaml"], HEAVY),
        (["check", "samples/completo/course.yaml"], HEAVY),
    ],
    ids=["version", "help", "standard list", "check minimo", "check completo"],
)
def test_a_command_imports_nothing_heavy_that_it_does_not_use(root, command, unwanted):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *command],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )

    assert set(done.stderr.split()) & unwanted == set()
