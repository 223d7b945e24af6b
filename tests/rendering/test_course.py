"""A whole document: what validators and LibreOffice make of it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile

import docx
import pytest

VALIDATOR = os.environ.get("PERCORSO_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
NAMES = re.compile(rb'wp:docPr [^>]*?id="(\d+)"|w:bookmarkStart [^>]*?w:id="(\d+)"')


@pytest.fixture(params=[False, True], ids=["final", "draft"])
def make(request, render, course_template, course_context, png):
    def build() -> bytes:
        media = {"logo": png(300, 100)}
        return render(course_template, media=media, draft=request.param, **course_context)

    return build


@pytest.fixture
def made(make) -> bytes:
    return make()


@pytest.mark.skipif(VALIDATOR is None, reason="needs the Open XML SDK validator")
def test_the_validator_finds_no_error(made, tmp_path):
    path = tmp_path / "corso.docx"
    path.write_bytes(made)
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    run = subprocess.run([VALIDATOR, path], capture_output=True, env=environment, check=False)

    assert json.loads(run.stdout)["errors"] == []


def test_no_mark_of_the_engine_is_left(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        content = b"".join(archive.read(name) for name in names)

    for mark in ("\ue000", "\ue001", "{{", "{%", "<w:rsids", "w:rsidR="):
        assert mark.encode() not in content


def test_same_arguments_make_same_bytes(make, made):
    assert make() == made


def test_the_package_has_fixed_dates_and_its_types_first(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        entries = archive.infolist()

    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert len(set(names)) == len(names)
    assert "docProps/thumbnail.jpeg" not in names


def test_properties_are_the_documents_own(made):
    properties = docx.Document(io.BytesIO(made)).core_properties

    assert properties.title == "Progetto: Addetto & “servizio” <clienti>"
    assert properties.author == "Ente d'Esempio"
    assert properties.created.isoformat() == "2027-01-11T09:30:00+00:00"
    assert properties.modified == properties.created
    assert (properties.revision, properties.last_modified_by) == (0, "")


def test_identifiers_are_unique(made):
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        content = archive.read("word/document.xml")

    drawings, bookmarks = zip(*NAMES.findall(content), strict=True)
    for numbers in (drawings, bookmarks):
        used = [number for number in numbers if number]
        assert len(used) == len(set(used)) > 0
