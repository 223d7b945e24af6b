"""Where libyaml is missing, PyYAML's own parser reads the same values at the same places."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.errors import PercorsoError
from toolkit.loading import read_yaml
from toolkit.loading.parsing import FASTEST, PYTHON
from toolkit.loading.yamlfile import YamlFile
from toolkit.place import At

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
COURSE = (HERE / "base" / "course.yaml").read_text(encoding="utf-8")
FILES = sorted(
    path for folder in ("samples", "catalog") for path in ROOT.glob(f"{folder}/**/*.yaml")
)
GRAMMAR: dict[str, Any] = read_yaml(HERE / "grammar.yaml").data

TOLD_OTHERWISE = {
    "a tab that indents a further line": ":3:1: YAML non valido: qui c'è un carattere che non può "
    "cominciare un valore; se è una tabulazione usa spazi, se è un testo mettilo fra virgolette.",
    "a backslash in double quotes": ":1:12: YAML non valido: fra virgolette doppie la barra \\ "
    "introduce un carattere speciale; usa le virgolette semplici.",
    "half a pair of surrogates": ":1:8: carattere non ammesso U+D800, forse incollato da un altro "
    "programma; cancellalo.",
    "a directive that nobody knows": None,
}
"""What PyYAML's own parser says of the slips it sees otherwise; it passes over the last."""


def test_libyaml_is_used_where_it_is_there() -> None:
    assert FASTEST.__name__ == "CSafeLoader"


def test_without_libyaml_courses_are_read_too() -> None:
    script = (
        "import sys, yaml\n"
        "del yaml.CSafeLoader\n"
        "from pathlib import Path\n"
        "from toolkit.loading import load_course, parsing\n"
        "assert parsing.FASTEST is yaml.SafeLoader\n"
        "print(load_course(Path(sys.argv[1])).record.code)\n"
    )
    path = ROOT / "samples" / "completo" / "course.yaml"

    done = subprocess.run(
        [sys.executable, "-c", script, path], capture_output=True, text=True, check=True
    )

    assert done.stdout == "ASC-2027-01\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name + "-" + path.stem)
def test_both_parsers_read_our_files_alike(path: Path) -> None:
    assert read_yaml(path, PYTHON) == read_yaml(path, FASTEST)


@pytest.mark.parametrize("case", GRAMMAR, ids=GRAMMAR)
def test_both_parsers_tell_a_slip_alike(case: str, tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_text(GRAMMAR[case]["text"], encoding="utf-8")
    said = f":{GRAMMAR[case]['at']}: YAML non valido: {GRAMMAR[case]['it']}"

    assert refusal(path, FASTEST) == f"{path}{said}"
    other = TOLD_OTHERWISE.get(case, said)
    assert refusal(path, PYTHON) == (None if other is None else f"{path}{other}")


def refusal(path: Path, parser: Any) -> str | None:
    try:
        read_yaml(path, parser)
    except PercorsoError as error:
        return error.say("it")
    return None


PIECES = st.sampled_from(
    [
        *(": ", ":", "\n", "\n  ", "- ", "? ", "[", "]", "{", "}", "'", '"', "|\n", ">\n", "'x'"),
        *("---\n", "...\n", "\\", "\t", "\r", "~", "#", " #", ",", "\x85", "\u2028", "è", "😀"),
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_both_parsers_read_is_the_same_at_the_same_places(
    data: st.DataObject, tmp_path: Path
) -> None:
    text = COURSE
    for _ in range(data.draw(st.integers(1, 3))):
        first = data.draw(st.integers(0, len(text)))
        last = first + data.draw(st.integers(0, 3))
        text = text[:first] + data.draw(PIECES) + text[last:]
    path = tmp_path / "course.yaml"
    path.write_text(text, encoding="utf-8", newline="")

    try:
        files = [read_yaml(path, parser) for parser in (FASTEST, PYTHON)]
    except PercorsoError as error:
        assert error.exit_code == 3  # noqa: PT017 — one of them may read it
    else:
        assert files[0].data == files[1].data
        assert written_places(files[0]) == written_places(files[1])


def written_places(file: YamlFile) -> dict[At, tuple[int, int]]:
    """Return the place of each value of *file* but the empty ones, which stand nowhere."""
    return {at: mark for at, mark in file.marks.items() if standing_at(file.data, at) is not None}


def standing_at(value: Any, at: At) -> Any:
    for step in at:
        if step == "\x00key":
            return step
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value
