from __future__ import annotations

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toolkit.rendering.pdf import (
    ConversionError,
    LibreOfficeMissingError,
    find_libreoffice,
    to_pdf,
)
from toolkit.rendering.pdf_dates import date_pdf

needs_office = pytest.mark.skipif(find_libreoffice() is None, reason="needs LibreOffice")
STAMP = datetime(2027, 1, 11, 9, 30, tzinfo=UTC)
NOWHERE = Path("/manca/soffice")


@needs_office
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_contents_have_their_page_numbers(render, course_template, course_context, tmp_path):
    document = render(course_template, **course_context)

    made = to_pdf({"uno": document, "due.docx": document})

    assert list(made) == ["uno", "due.docx"]
    path = tmp_path / "uno.pdf"
    path.write_bytes(made["uno"])
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = re.findall(r"(Unità \d|Articolazione).*\.{5,} ?(\d)", text.stdout.decode())
    assert pages == [("Articolazione", "1"), ("Unità 1", "1"), ("Unità 2", "2"), ("Unità 3", "3")]


@needs_office
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs pdfinfo")
def test_with_a_stamp_the_same_document_makes_the_same_bytes(render, template, tmp_path):
    document = render(template("x"))

    first, second = (to_pdf({"uno": document}, stamp=STAMP)["uno"] for _ in range(2))

    assert first == second
    path = tmp_path / "uno.pdf"
    path.write_bytes(first)
    command = ["pdfinfo", "-isodates", path]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "2027-01-11T09:30:00Z" in told.stdout
    assert told.stderr == ""


def test_a_pdf_is_dated_without_moving_a_byte():
    pdf = (
        b"%PDF /CreationDate(D:20200102030405+01'00') <xmp:CreateDate>2020-01-02T03:04:05+01:00<"
        b"/xmp:CreateDate> /ID [ <"
        + b"0" * 32
        + b">\n<"
        + b"0" * 32
        + b"> ] /DocChecksum /"
        + b"A" * 32
    )

    dated = date_pdf(pdf, STAMP)
    assert len(dated) == len(pdf)
    assert b"(D:20270111093000+00'00')" in dated
    assert b"<xmp:CreateDate>2027-01-11T09:30:00+00:00</xmp" in dated
    assert date_pdf(pdf.replace(b"2020", b"2019").replace(b"0" * 32, b"1" * 32), STAMP) == dated


@needs_office
def test_a_document_that_cannot_be_opened_is_told(render, template):
    with pytest.raises(ConversionError) as raised:
        to_pdf({"buono": render(template("x")), "rotto": b"PK\x03\x04 rotto"})

    assert raised.value.where == "rotto"
    assert raised.value.exit_code == 3


def test_without_libreoffice_what_to_do_is_told(monkeypatch):
    monkeypatch.setattr("toolkit.rendering.pdf.find_libreoffice", lambda: None)

    with pytest.raises(LibreOfficeMissingError) as raised:
        to_pdf({"uno": b""})
    assert raised.value.exit_code == 3
    assert raised.value.say("it").startswith("LibreOffice non è installato")


def test_a_program_that_does_not_start_counts_as_missing():
    with pytest.raises(LibreOfficeMissingError):
        to_pdf({"uno": b""}, office=NOWHERE)


def test_a_program_that_hangs_is_stopped(tmp_path):
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 & sleep 60\n")
    program.chmod(0o755)

    with pytest.raises(ConversionError):
        to_pdf({"uno": b""}, office=program, seconds=0.2)


def test_no_documents_make_no_pdf():
    assert to_pdf({}, office=NOWHERE) == {}
