"""Courses and templates small enough to make many dossiers of."""

from __future__ import annotations

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from folders import ROOT, template

from toolkit.batch.coursefiles import course_files
from toolkit.batch.order import Order
from toolkit.batch.running import run
from toolkit.batch.status import statuses
from toolkit.resources import resources

TODAY = date(2026, 11, 30)
WORD = ("calendario-didattico", "griglia-valutazione", "progetto-formativo")


@pytest.fixture
def data(tmp_path):
    """A folder for ``--data`` with a template of a few words for each document."""
    for name in WORD:
        folder = tmp_path / "dati" / "templates" / name
        folder.mkdir(parents=True)
        shutil.copy(ROOT / "templates" / name / "document.yaml", folder)
        template(folder / "template.docx", "Corso")
    return tmp_path / "dati"


@pytest.fixture
def courses(tmp_path):
    """Three courses, two of one provider, each with its timetable."""
    folder = tmp_path / "corsi"
    for n, sample in enumerate(("completo", "completo", "minimo"), start=1):
        target = folder / f"corso-{n}"
        shutil.copytree(ROOT / "samples" / sample, target)
        for name in ("course.yaml", "timetable.yaml"):
            path = target / name
            text = path.read_text("utf-8")
            for code in ("ASC-2027-01", "ASC-MINIMO"):
                text = text.replace(code, f"CORSO-{n}")
            path.write_text(
                text.replace("provider: provider.yaml", "provider: ../ente.yaml"), "utf-8"
            )
        if sample == "completo":
            (target / "provider.yaml").replace(folder / "ente.yaml")
            (target / "logo.png").replace(folder / "logo.png")
    return folder


@pytest.fixture
def order(tmp_path, data):
    return Order(tmp_path / "out", resources(data), TODAY)


@pytest.fixture
def batch(courses, order):
    """Run a batch over the courses; return the kind and reasons of each by code."""

    def made(changes=None, **options):
        outcomes = run(course_files([courses]), changes or order, **options)
        return {each.code: each for each in outcomes}

    return made


@pytest.fixture
def standing(courses, order):
    """Return the state of each dossier, by code, with what is told of it in English."""

    def found(changes=None):
        return {
            each.code: (each.state.value, " ".join(text.en for text in each.why))
            for each in statuses(course_files([courses]), changes or order)
        }

    return found
