from __future__ import annotations

import io
import shutil
from datetime import date

import docx
import pytest

from toolkit import pipeline
from toolkit.resources import resources


@pytest.fixture(scope="session")
def built(request, tmp_path_factory):
    """Build the full sample, with its words changed by the test; return the folder."""
    samples = request.config.rootpath / "samples"

    def build(name, *changes):
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(samples / "completo", folder / "corso")
        course = folder / "corso/course.yaml"
        text = course.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        course.write_text(text, encoding="utf-8")
        return pipeline.build(course, folder / "out", resources(), date(2026, 12, 21)).folder

    return build


@pytest.fixture(scope="session")
def generated(built):
    return (built("generato") / "progetto-formativo.docx").read_bytes()


@pytest.fixture(scope="session")
def renewed(built):
    """The same document after a change of the course: two learners less."""
    changes = (("learners: 18", "learners: 16"), ("      learners: 10", "      learners: 8"))
    return (built("nuovo", *changes) / "progetto-formativo.docx").read_bytes()


@pytest.fixture
def edited():
    """Return a document with what a person does to it in Word."""

    def edit(content, *edits):
        document = docx.Document(io.BytesIO(content))
        for each in edits:
            each(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return edit
