from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from toolkit import pipeline
from toolkit.resources import resources

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 30)


class Dossiers(dict):
    """The dossier of each sample, built when it is first asked for."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def __missing__(self, name):
        course = self._folder / "samples" / name / "course.yaml"
        self[name] = pipeline.build(course, self._folder / "out", resources(), TODAY)
        return self[name]


@pytest.fixture(scope="session")
def dossiers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dossiers")
    shutil.copytree(ROOT / "samples", folder / "samples")
    return Dossiers(folder)


@pytest.fixture
def samples(tmp_path):
    """A copy of the samples to change at will."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path / "samples"


@pytest.fixture
def built(tmp_path):
    """Build a course into ``out``; keyword arguments are those of `pipeline.build`."""

    def build(path, **options):
        data = options.pop("data", resources())
        return pipeline.build(path, tmp_path / "out", data, TODAY, **options)

    return build
