from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.loading import load_course, load_record
from toolkit.loading.timetable import load_timetable
from toolkit.model.course import Course
from toolkit.model.standard import Standard
from toolkit.model.timetable import Timetable
from toolkit.resolve import resolve

BASE = Path(__file__).parents[1] / "rules/timetable/base"


@pytest.fixture(scope="session")
def course() -> Course:
    standard = load_record(Standard, BASE / "standard.yaml").record
    edition = load_course(BASE / "course.yaml").record
    return resolve(standard, edition.provider, edition)


@pytest.fixture(scope="session")
def timetable() -> Timetable:
    return load_timetable(BASE / "timetable.yaml")[0]
