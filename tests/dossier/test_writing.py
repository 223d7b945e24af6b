"""The folder of a dossier: the same bytes each time, nobody's work overwritten, nothing left over."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import pytest

from toolkit.dossier import LogoError
from toolkit.errors import InTheWayError, PercorsoError

ROLES = {"course", "provider", "standard", "published-text", "timetable", "logo", "template"}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_folder_holds_the_files_that_are_told_and_no_other(dossiers):
    done = dossiers["completo"]

    assert sorted(done.files) == sorted(path for path in done.folder.iterdir() if path.is_file())
    assert [path.name for path in done.folder.iterdir() if path.is_dir()] == [".percorso"]


def test_the_same_inputs_make_the_same_bytes(samples, built):
    course = samples / "completo" / "course.yaml"
    first = contents(built(course).folder)

    again = contents(built(course).folder)

    assert again == first


def test_another_process_makes_the_same_bytes(dossiers, tmp_path):
    done = dossiers["completo"]
    subprocess.run(
        [
            *(sys.executable, "-m", "toolkit", "build", done.report.path),
            *("-o", tmp_path, "--date", "2026-11-30"),
        ],
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        check=True,
        capture_output=True,
    )

    made, expected = contents(tmp_path / done.folder.name), contents(done.folder)
    assert made.keys() == expected.keys()
    assert [name for name in made if made[name] != expected[name]] == []


def test_the_manifest_tells_the_digest_of_what_went_in_and_came_out(dossiers):
    done = dossiers["completo"]
    manifest = json.loads((done.folder / "manifest.json").read_text(encoding="utf-8"))

    outputs = {each["file"]: (each["sha256"], each["bytes"]) for each in manifest["outputs"]}
    assert outputs == {
        path.name: (_digest(path), path.stat().st_size)
        for path in done.files
        if path.name != "manifest.json"
    }
    inputs = {(each["role"], each["file"]): each["sha256"] for each in manifest["inputs"]}
    assert {role for role, _ in inputs} == ROLES
    logo = done.report.path.with_name("logo.png")
    assert inputs["logo", "logo.png"] == _digest(logo)
    for each in done.report.inputs:
        assert inputs[each.role, each.path.name] == _digest(each.path) == each.sha256


@pytest.mark.parametrize("content", [b"not a picture", b"", b"\x89PNG\r\n\x1a\n"])
def test_a_broken_logo_is_told(samples, built, tmp_path, content):
    (samples / "completo" / "logo.png").write_bytes(content)

    with pytest.raises(PercorsoError) as told:
        built(samples / "completo" / "course.yaml")

    assert told.value.exit_code == 3
    assert not (tmp_path / "out").exists()


def test_a_missing_logo_is_told_where_it_is_named(samples, built, tmp_path):
    (samples / "completo" / "logo.png").unlink()

    with pytest.raises(LogoError) as told:
        built(samples / "completo" / "course.yaml")

    assert told.value.exit_code == 3
    assert "provider.yaml:" in told.value.say("it")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("place", ["out", "out/ASC-MINIMO"])
def test_a_file_in_the_way_of_the_folder_is_told(samples, built, tmp_path, place):
    blocked = tmp_path / place
    blocked.parent.mkdir(exist_ok=True)
    blocked.write_text("di un altro")

    with pytest.raises(InTheWayError) as told:
        built(samples / "minimo" / "course.yaml")

    assert told.value.exit_code == 6
    assert blocked.read_text() == "di un altro"
    assert _leftovers(tmp_path) == []


@pytest.mark.parametrize("name", ["progetto-formativo.docx", "manifest.json"])
def test_a_folder_in_the_way_of_a_file_is_told(samples, built, tmp_path, name):
    (tmp_path / "out" / "ASC-MINIMO" / name).mkdir(parents=True)

    with pytest.raises(InTheWayError) as told:
        built(samples / "minimo" / "course.yaml")

    assert told.value.exit_code == 6
    assert name in told.value.say("it")
    assert _leftovers(tmp_path) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user who can be refused"
)
def test_a_folder_that_may_not_be_written_is_told(samples, built, tmp_path):
    (tmp_path / "out").mkdir(mode=0o500)

    with pytest.raises(InTheWayError) as told:
        built(samples / "minimo" / "course.yaml")

    assert told.value.exit_code == 6
    assert list((tmp_path / "out").iterdir()) == []


def _digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _leftovers(folder):
    return [path for path in folder.rglob("*") if path.name.startswith(".percorso-")]
