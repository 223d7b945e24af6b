"""The wheel: built, installed in an empty environment, and put to work far from the checkout."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

DATA = ("templates", "catalog", "samples")
FILES = (
    "calendario-didattico.docx",
    "griglia-valutazione.docx",
    "progetto-formativo.docx",
    "calendario-didattico.xlsx",
    "calendario-didattico.ics",
)


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--quiet")
    _run([sys.executable, "-m", "pip", "wheel", *options, "-w", folder, root], folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The folder of commands of an environment that has the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    _run([sys.executable, "-m", "venv", "--without-pip", folder], folder)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    python = commands / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    _run([*pip, "--no-index", "--no-deps", wheel], folder)
    # Dependencies are lent by this environment, after the wheel itself, so nothing is fetched.
    where = _run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder)
    lent = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (Path(where.strip()) / "lent.pth").write_text("\n".join(lent), encoding="utf-8")
    return commands


def test_the_wheel_holds_every_file_of_the_data_folders(root, wheel):
    on_disk = {
        f"toolkit/data/{path.relative_to(root).as_posix()}": path.read_bytes()
        for folder in DATA
        for path in (root / folder).rglob("*")
        if path.is_file()
    }

    with zipfile.ZipFile(wheel) as archive:
        packed = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("toolkit/data/")
        }

    assert packed == on_disk


def test_the_wheel_holds_the_package_and_nothing_else(root, wheel):
    files = (*(root / "toolkit").rglob("*.py"), *(root / "toolkit").rglob("*.json"))
    package = {path.relative_to(root).as_posix() for path in files}

    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.startswith("toolkit/data/")}

    assert {name for name in names if ".dist-info/" not in name} == package


def test_the_installed_command_builds_what_the_checkout_builds(root, installed, tmp_path):
    shutil.copytree(root / "samples/minimo", tmp_path / "corso")
    build = ("build", "corso/course.yaml", "-o")

    told = _run([installed / "percorso", "--lang", "it", *build, "installed"], tmp_path)
    _run([sys.executable, "-m", "toolkit", *build, "checkout"], tmp_path, PYTHONPATH=str(root))

    assert all(name in told for name in (*FILES, "manifest.json"))
    made = _contents(tmp_path / "installed")
    assert made == _contents(tmp_path / "checkout")
    manifest = json.loads(made["ASC-MINIMO/manifest.json"])
    assert {each["file"]: each["sha256"] for each in manifest["outputs"]} == {
        name: hashlib.sha256(made[f"ASC-MINIMO/{name}"]).hexdigest() for name in FILES
    }


def test_the_installed_command_runs_its_own_files(installed, tmp_path):
    where = _run([installed / "python", "-c", "import toolkit; print(toolkit.__file__)"], tmp_path)

    assert Path(where.strip()).is_relative_to(installed.parent)


def test_the_installed_command_knows_the_catalogue_and_begins_a_course(installed, tmp_path):
    percorso = installed / "percorso"

    listed = _run([percorso, "standard", "list"], tmp_path)
    _run([percorso, "new", "nuovo", "--start", "2027-01-11", "--yes"], tmp_path)
    told = _run([percorso, "--lang", "it", "check", "nuovo/course.yaml"], tmp_path)

    assert listed.startswith("abruzzo/addetto-al-servizio-clienti@2023-04-19 ")
    assert "errore" not in told


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_installed_command_completes_itself_in_a_shell(installed, tmp_path, shell):
    script = _run([installed / "percorso"], tmp_path, _PERCORSO_COMPLETE=f"{shell}_source")
    names = _run([installed / "percorso"], tmp_path, **ASKED_BY[shell])

    assert f"_PERCORSO_COMPLETE={shell}_complete" in script
    assert "check" in names


ASKED_BY = {
    "zsh": {"_PERCORSO_COMPLETE": "zsh_complete", "COMP_WORDS": "percorso ch", "COMP_CWORD": "1"},
    "fish": {"_PERCORSO_COMPLETE": "fish_complete", "COMP_WORDS": "percorso", "COMP_CWORD": "ch"},
}


def _contents(folder: Path) -> dict[str, bytes]:
    """Return every file but the one that says by what the others are known again."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "provenance.json"
    }


def _run(command: list[str | Path], folder: Path, **variables: str) -> str:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in {"PATH", "HOME", "SYSTEMROOT", "TMPDIR", "TEMP"}
    }
    done = subprocess.run(
        command,
        cwd=folder,
        env={**kept, "SOURCE_DATE_EPOCH": "1796000000", "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout
