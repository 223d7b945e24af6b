"""Small Word documents made on the spot, rendered and read back."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsmap, qn
from docx.shared import Cm

from toolkit.rendering import compile_template

sys.path.insert(0, str(Path(__file__).parent))

STAMP = datetime(2027, 1, 11, 9, 30, tzinfo=UTC)


class Missing:
    """A value still to be given, as the engine recognises it."""

    is_placeholder = True

    def __init__(self, label: str) -> None:
        self.label = label

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return f"\ue000da completare: {self.label}\ue001"


@pytest.fixture
def missing() -> Callable[[str], Missing]:
    return Missing


@pytest.fixture
def saved() -> Callable[[Document], bytes]:
    def save(document: Document) -> bytes:
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return save


@pytest.fixture
def template(saved) -> Callable[..., bytes]:
    """A document of one paragraph for each text."""

    def make(*texts: str) -> bytes:
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        return saved(document)

    return make


@pytest.fixture
def render() -> Callable[..., bytes]:
    """Compile and render in one go; keywords are the context."""

    def compile_and_render(source: bytes, *, media=None, draft=False, **context: object) -> bytes:
        compiled = compile_template(source, name="prova.docx")
        return compiled.render(context, media=media, draft=draft, stamp=STAMP)

    return compile_and_render


@pytest.fixture
def rendered(render) -> Callable[..., Document]:
    """The same, opened again."""

    def open_rendered(source: bytes, **arguments: object) -> Document:
        return docx.Document(io.BytesIO(render(source, **arguments)))

    return open_rendered


@pytest.fixture
def texts(template, rendered) -> Callable[..., list[str]]:
    """The paragraphs that paragraphs with tags become."""

    def read(*lines: str, **context: object) -> list[str]:
        return [paragraph.text for paragraph in rendered(template(*lines), **context).paragraphs]

    return read


@pytest.fixture
def add_field() -> Callable[..., None]:
    """Append a complex field with its result to a paragraph."""

    def add(paragraph, instruction: str, result: str) -> None:
        for kind in ("begin", "instruction", "separate", "result", "end"):
            run = OxmlElement("w:r")
            if kind == "instruction":
                item = OxmlElement("w:instrText")
                item.text = f" {instruction} "
            elif kind == "result":
                item = OxmlElement("w:t")
                item.text = result
            else:
                item = OxmlElement("w:fldChar")
                item.set(qn("w:fldCharType"), kind)
            run.append(item)
            paragraph._p.append(run)

    return add


@pytest.fixture
def png() -> Callable[[int, int], bytes]:
    """A grey PNG of a size."""

    def make(width: int, height: int) -> bytes:
        def chunk(kind: bytes, data: bytes) -> bytes:
            return (
                struct.pack(">I", len(data))
                + kind
                + data
                + struct.pack(">I", zlib.crc32(kind + data))
            )

        header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
        rows = zlib.compress((b"\x00" + b"\x80" * width) * height)
        return (
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", header)
            + chunk(b"IDAT", rows)
            + chunk(b"IEND", b"")
        )

    return make


NUMBERING = """
<w:abstractNum xmlns:w="{w}" w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/>
<w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
"""


def number_headings(document: Document) -> None:
    """Link Heading 1 and 2 to a list with two levels."""
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(NUMBERING.format(w=nsmap["w"])))
    instance = root.add_num(90)
    for level, name in enumerate(("Heading 1", "Heading 2")):
        properties = document.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = instance.numId


def add_contents_styles(document: Document) -> None:
    for level, indent in ((1, 0), (2, 0.5)):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.right_indent = Cm(1)
        stops = style.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(1.5))
        stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


@pytest.fixture
def course_template(saved, add_field, png) -> bytes:
    """A template with all that templates have: contents, loops, tables, pictures, sections."""
    document = docx.Document()
    number_headings(document)
    add_contents_styles(document)
    document.core_properties.title = "Progetto: {{ course.title }}"
    document.core_properties.author = "{{ provider.name }}"
    document.core_properties.comments = ""
    document.add_paragraph("{{ course.title }}", style="Title")
    document.add_picture(io.BytesIO(png(40, 40)), width=Cm(6), height=Cm(3))
    drawing = document.inline_shapes[0]._inline.docPr
    drawing.set("name", "logo")
    drawing.set("descr", "Logo di {{ provider.name }}")
    add_field(document.add_paragraph(), r'TOC \o "1-2" \h \z \u', "Sommario")
    document.add_heading("Soggetto proponente {{ provider.name }}", 1)
    document.add_paragraph("Legale rappresentante: {{ provider.representative }}.")
    document.add_heading("Articolazione", 1)
    document.add_paragraph("{%p for unit in course.units %}")
    document.add_heading("{{ unit.title }}", 2)
    document.add_paragraph("{{ unit.hours|hours }} ore dal {{ unit.start|long_date }}")
    document.add_page_break()
    document.add_paragraph("{%p endfor %}")
    document.add_section(WD_SECTION.NEW_PAGE)
    table = document.add_table(4, 2, style="Table Grid")
    rows = (("Unità", "Ore"), ("{%tr for unit in course.units %}", ""),
            ("{{ unit.title }}", "{{ unit.hours|hours }}"), ("{%tr endfor %}", ""))  # fmt: skip
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].header.paragraphs[0].text = "{{ provider.representative }}"
    return saved(document)


@pytest.fixture
def course_context() -> dict[str, object]:
    units = tuple(
        {"title": f"Unità {n} & <altro>", "hours": n + 0.5, "start": date(2027, n, 1)}
        for n in (1, 2, 3)
    )
    return {
        "course": {"title": "Addetto & “servizio” <clienti>", "units": units},
        "provider": {"name": "Ente d'Esempio", "representative": Missing("legale rappresentante")},
    }
