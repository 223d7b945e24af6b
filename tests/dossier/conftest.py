from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from toolkit import pipeline
from toolkit.resources import resources

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ("minimo", "completo", "serale")
TODAY = date(2026, 11, 30)


@pytest.fixture(scope="session")
def dossiers(tmp_path_factory):
    """The dossier of each sample, built once."""
    folder = tmp_path_factory.mktemp("dossiers")
    shutil.copytree(ROOT / "samples", folder / "samples")
    return {
        name: pipeline.build(
            folder / "samples" / name / "course.yaml", folder / "out", resources(), TODAY
        )
        for name in SAMPLES
    }


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
