"""The wheel carries the catalogue, the templates and the samples, and works without the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TAKEN = (
    *("toolkit", "templates", "catalog", "samples"),
    *("pyproject.toml", "hatch_build.py", "README.md"),
)


def run(*command, cwd):
    return subprocess.run(
        [str(each) for each in command], cwd=cwd, check=True, capture_output=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in TAKEN:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, source / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, source / name)
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "wheel", *offline, "-w", out, ".", cwd=source)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_the_data_and_nothing_of_the_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    for expected in (
        "toolkit/data/templates/progetto-formativo/template.docx",
        "toolkit/data/catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml",
        "toolkit/data/catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.txt",
        "toolkit/data/samples/minimo/course.yaml",
    ):
        assert expected in names
    assert not [name for name in names if name.startswith("tests")]


def test_a_fresh_environment_builds_a_sample_with_the_wheel_alone(wheel, tmp_path):
    home = tmp_path / "environment"
    venv.create(home)
    scheme = {"base": str(home), "platbase": str(home)}
    site = Path(sysconfig.get_path("purelib", vars=scheme))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    # What the product depends on is borrowed from here, behind the wheel's own files.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = Path(sysconfig.get_path("scripts", vars=scheme)) / Path(sys.executable).name
    work = tmp_path / "work"
    shutil.copytree(ROOT / "samples" / "minimo", work / "corso")

    where = run(python, "-c", "import toolkit; print(toolkit.__file__)", cwd=work)
    built = run(python, "-m", "toolkit", "--lang", "it", "build", "corso/course.yaml", cwd=work)

    assert Path(where.stdout.strip()).is_relative_to(home)
    assert "fascicolo in out" in built.stdout
    assert (work / "out" / "ASC-MINIMO" / "progetto-formativo.docx").is_file()
