from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from toolkit.errors import TemplateError
from toolkit.rendering import compile_template, faults


@dataclass(frozen=True)
class Unit:
    title: str = "Accoglienza"
    hours: int = 10

    @property
    def citation(self) -> str:
        return "URA1"


CONTEXT = {"unit": Unit(), "units": (Unit(),), "names": {"first": "a"}, "empty": None, "n": 3}


def fault(texts, *lines: str) -> TemplateError:
    with pytest.raises(TemplateError) as raised:
        texts(*lines, **CONTEXT)
    assert raised.value.exit_code == 4
    assert raised.value.say("en") != raised.value.say("it")
    return raised.value


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ore: {{ unti.hours }}", "il nome «unti» non esiste (forse «unit»?)"),
        ("Ore: {{ unit.hour }}", "il nome «hour» non esiste in «Unit» (forse «hours»?)"),
        ("Ore: {{ unit.citatio }}", "«citatio» non esiste in «Unit» (forse «citation»?)"),
        ("Ore: {{ names.frist }}", "il nome «frist» non esiste in «dict» (forse «first»?)"),
        ("Ore: {{ empty.hours }}", "il nome «hours» non esiste, perché il valore"),
        ("Ore: {% for u in unit.topics %}x{% endfor %}", "il nome «topics» non esiste in «Unit»"),
        ("Ore: {{ zzz }}", "il nome «zzz» non esiste; correggilo"),
        ("Ore: {{ zzz|hours }}", "il nome «zzz» non esiste; correggilo"),
    ],
)
def test_a_misspelt_name_is_told_with_the_nearest_that_exists(texts, line, words):
    found = fault(texts, "Prima", line, "Dopo").say("it")

    assert words in found
    assert f"Vicino a: «{line}»" in found


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("{% if n %}aperto",), "il blocco «if» non è chiuso"),
        (("{%p for u in units %}", "x", "{{ u.title }}"), "il blocco «for» non è chiuso"),
        (("{%p endfor %}",), "«endfor» non è un tag, oppure chiude un blocco mai aperto"),
        (("{% if n %}a{% endfor %}",), "chiude un blocco diverso da «if»"),
        (("{% fro u in units %}",), "«fro» non è un tag"),
        (("{{ n",), "è fuori posto"),
        (("{{ n }",), "è fuori posto"),
        (("{{ }}",), "manca l'espressione"),
        (("{# nota",), "manca la fine di un tag"),
        (("{{ n|ores }}",), "il filtro «ores» non esiste"),
        (("{{ n is odds }}",), "la prova «odds» non esiste"),
        (("{{ unit.title|safe }}",), "il filtro «safe» non esiste"),
        (("testo {%p if n %}", "x", "{%p endif %}"), "«{%p» toglie tutto il paragrafo"),
        (("{%p if n %}{%p endif %}",), "«{%p» toglie tutto il paragrafo"),
        (("{%tr for u in units %}", "x", "{%tr endfor %}"), "«{%tr» sta solo in una tabella"),
        (("{{ 'a }}",), "è fuori posto"),
        (("{% include 'altro.docx' %}",), "«include» non si usa"),
        (("{% for a in n %}" * 25 + "{% endfor %}" * 25,), "troppi blocchi"),
    ],
)
def test_a_tag_that_is_not_well_written_is_told(texts, lines, words):
    found = fault(texts, *lines)

    assert isinstance(found, faults.TagError)
    assert words in found.say("it")


@pytest.mark.parametrize(
    "line",
    [
        "{{ unit.__class__ }}",
        "{{ unit.__class__.__mro__ }}",
        "{{ ''.__class__.__subclasses__() }}",
        "{{ unit|attr('__class__') }}",
        "{{ unit['__class__'] }}",
        "{% for i in range(10**9) %}{% endfor %}",
        "{% for i in range(1000000) %}{% endfor %}",
        "{{ 9**(9**9) }}",
        "{{ 'x' * 10**9 }}",
        "{{ (1,) * 10**8 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:999999999}'.format(1) }}",
        "{{ 'x'.ljust(10**8) }}",
    ],
)
def test_what_no_document_needs_is_refused(texts, line):
    assert isinstance(fault(texts, line), faults.ForbiddenError)


@pytest.mark.parametrize("line", ["{{ n / 0 }}", "{{ n + 'a' }}", "{% for i in n %}{% endfor %}"])
def test_an_expression_that_cannot_be_computed_is_told(texts, line):
    found = fault(texts, line)

    assert isinstance(found, faults.ExpressionError)
    assert f"Vicino a: «{line}»" in found.say("it")


def test_a_block_that_cuts_across_a_table_is_refused(saved, rendered):
    document = docx.Document()
    document.add_paragraph("Prima {% if not n %}")
    document.add_table(1, 1).cell(0, 0).text = "dentro {% endif %}"

    with pytest.raises(faults.BrokenMarkupError) as raised:
        rendered(saved(document), n=3)
    assert raised.value.where == "prova.docx:word/document.xml"
    assert "Prima" in raised.value.say("it")
    assert "{%p, {%tr o {%tc" in raised.value.say("it")


def test_the_output_of_a_template_is_bounded(texts, monkeypatch):
    monkeypatch.setattr("toolkit.rendering.programs.MAX_TEXT", 100_000)

    loop = "{% for i in range(1000) %}{% for j in range(1000) %}xxx{% endfor %}{% endfor %}"
    assert isinstance(fault(texts, loop), faults.TooLargeError)


def test_a_fault_in_a_header_names_its_part(saved, rendered):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Testa {{ titel }}"

    with pytest.raises(faults.UnknownNameError) as raised:
        rendered(saved(document), title="x")
    assert raised.value.where == "prova.docx:word/header1.xml"
    assert "forse «title»" in raised.value.say("it")


def test_a_fault_in_a_property_names_its_part(saved, rendered):
    document = docx.Document()
    document.core_properties.title = "{{ titel }}"

    with pytest.raises(faults.UnknownNameError) as raised:
        rendered(saved(document), title="x")
    assert raised.value.where == "prova.docx:docProps/core.xml"


def test_a_value_still_to_be_given_stands_for_its_parts(texts, missing):
    assert texts("{{ person.name.first }}", person=missing("direttore")) == [
        "[da completare: direttore]"
    ]


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
