from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.loading import load_record
from toolkit.model.standard import Standard

ROOT = Path(__file__).parents[2]
FILES = sorted((*ROOT.glob("catalog/**/*.yaml"), *ROOT.glob("tests/catalog/**/*.yaml")))
ABRUZZO = ROOT / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
FANTASIA = ROOT / "tests/catalog/fantasia/collaudatore-di-aquiloni/2025-03-01.yaml"


@pytest.fixture(params=FILES, ids=lambda path: "-".join(path.parts[-3:]))
def catalogue_file(request: pytest.FixtureRequest) -> Path:
    """Each catalogue file of the project, the fictitious ones too."""
    path: Path = request.param
    return path


@pytest.fixture
def standard(catalogue_file: Path) -> Standard:
    return load_record(Standard, catalogue_file).record


@pytest.fixture
def published(catalogue_file: Path, standard: Standard) -> bytes:
    return (catalogue_file.parent / standard.source.file).read_bytes()


@pytest.fixture
def abruzzo_file() -> Path:
    return ABRUZZO


@pytest.fixture
def abruzzo() -> Standard:
    return load_record(Standard, ABRUZZO).record


@pytest.fixture
def fantasia() -> Standard:
    return load_record(Standard, FANTASIA).record
