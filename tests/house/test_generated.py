"""Pages made from the code are fresh, and the README names commands that exist."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import TypeAdapter

ROOT = Path(__file__).parent.parent.parent
COMMANDS = sorted(
    set(re.findall(r"^\| `percorso (\w+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
)


def test_generated_files_are_fresh():
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_of_the_readme_explains_itself_with_an_example(command):
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "it", command, "-h"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "Uso: percorso" in done.stdout
    assert f"Esempio:\n    percorso {command}" in done.stdout


def test_checking_loads_no_library_for_documents():
    loaded = (
        "import sys\nfrom toolkit.cli import main\n"
        "main.main(['check', sys.argv[1]], standalone_mode=False)\n"
        "heavy = {'docx', 'docxtpl', 'lxml', 'jinja2', 'xlsxwriter', 'icalendar', 'openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded, ROOT / "samples" / "minimo" / "course.yaml"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_the_examples_of_values_are_values():
    spec = importlib.util.spec_from_file_location("configuration", ROOT / "docs/configuration.py")
    assert spec
    assert spec.loader
    page = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(page)

    assert page.EXAMPLES.keys() == page.VALUES.keys()
    for name, examples in page.EXAMPLES.items():
        kind = TypeAdapter(page.VALUES[name][0])
        for example in examples:
            kind.validate_python(example)
