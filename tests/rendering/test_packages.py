"""Files that are no template, broken, or not what they say they are."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from toolkit.errors import TemplateError
from toolkit.rendering import compile_template, faults


def rezipped(source: bytes, change) -> bytes:
    """Return a package whose members *change* has changed."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def external(members: dict[str, bytes], kind: str) -> None:
    name = "word/_rels/document.xml.rels"
    relationship = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="http://example.org/x" TargetMode="External"/>'
    )
    members[name] = members[name].replace(
        b"</Relationships>", relationship.encode() + b"</Relationships>"
    )


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 600


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", faults.NotADocumentError),
        (b"Ciao", faults.NotADocumentError),
        (OLE, faults.OldDocumentError),
        (OLE + "EncryptedPackage".encode("utf-16-le"), faults.EncryptedDocumentError),
        (b"PK\x03\x04 troncato", faults.DamagedDocumentError),
    ],
)
def test_a_file_that_is_no_document_is_refused(data, kind):
    with pytest.raises(kind) as raised:
        compile_template(data, name="prova.docx")
    assert raised.value.say("it").startswith("prova.docx: ")


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda m: m.pop("[Content_Types].xml"), faults.NotADocumentError),
        (lambda m: m.pop("word/styles.xml"), faults.DamagedDocumentError),
        (lambda m: m.update({"../fuori": b"x"}), faults.DamagedDocumentError),
        (lambda m: m.update({"/fuori": b"x"}), faults.DamagedDocumentError),
        (lambda m: m.update({"WORD/document.xml": b"x"}), faults.DamagedDocumentError),
        (
            lambda m: m.update({"word/document.xml": m["word/document.xml"][:-20]}),
            faults.DamagedDocumentError,
        ),
        (
            lambda m: m.update(
                {"word/document.xml": DOCTYPE + m["word/document.xml"].split(b"?>", 1)[1]}
            ),
            faults.DamagedDocumentError,
        ),
        (
            lambda m: m.update(
                {
                    "[Content_Types].xml": m["[Content_Types].xml"].replace(
                        b"document.main+xml", b"template.main+xml"
                    )
                }
            ),
            faults.NotADocumentError,
        ),
        (lambda m: m.update({"word/document.xml": b" " * (17 << 20)}), faults.TooLargeError),
        (
            lambda m: m.update(
                {
                    "word/document.xml": m["word/document.xml"].replace(
                        b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 5000
                    )
                }
            ),
            faults.DamagedDocumentError,
        ),
        (
            lambda m: m.update({"word/document.xml": "\ufeff<!DOCTYPE a>".encode("utf-16-le")}),
            faults.DamagedDocumentError,
        ),
        (
            lambda m: m.update({"word/document.xml": b"<w:document xmlns:w='x'>\xff</w:document>"}),
            faults.DamagedDocumentError,
        ),
        (lambda m: external(m, "attachedTemplate"), faults.OutsideLinkError),
        (lambda m: external(m, "image"), faults.OutsideLinkError),
    ],
)
def test_a_package_that_is_broken_or_unsafe_is_refused(template, change, kind):
    source = rezipped(template("x"), change)

    with pytest.raises(kind):
        compile_template(source, name="prova.docx")


def test_a_hyperlink_to_the_web_is_fine(template):
    source = rezipped(template("x"), lambda members: external(members, "hyperlink"))

    assert compile_template(source, name="prova.docx").name == "prova.docx"


def test_a_truncated_file_is_refused(template):
    source = template("x")

    for length in range(4, len(source), len(source) // 40):
        with pytest.raises(faults.DamagedDocumentError):
            compile_template(source[:length], name="prova.docx")


def test_a_flipped_byte_is_never_a_crash(template):
    source = template("x {{ n }}")

    for position in range(0, len(source), len(source) // 150):
        broken = bytearray(source)
        broken[position] ^= 0xFF
        with suppress(TemplateError):
            compile_template(bytes(broken), name="prova.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(template):
    def bomb(members: dict[str, bytes]) -> None:
        members["word/media/x.png"] = b"\x00" * (8 << 20)

    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(rezipped(template("x"), bomb))) as archive,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in archive.namelist():
            out.writestr(name, archive.read(name))
        for number in range(40):
            out.writestr(f"word/media/{number}.bin", b"\x00" * (8 << 20))

    with pytest.raises(faults.TooLargeError):
        compile_template(buffer.getvalue(), name="prova.docx")


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(faults.MissingTemplateError):
        compile_template(tmp_path / "manca.docx", name="manca.docx")
