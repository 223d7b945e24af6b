"""A zoo of templates: every kind of tag, in every kind of place, made by python-docx."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxtpl import Listing, RichText, RichTextParagraph

SPECIAL = "R&S <b>\"dentro\"</b> 'è' € “x” {{ y }} ]]> &amp; 𝔘 \N{NO-BREAK SPACE}."
CONTEXT: dict[str, Any] = {
    "name": "Anna",
    "special": SPECIAL,
    "lines": "uno\ndue\n\ntre",
    "tabs": "a\tb\t\tc",
    "empty": "",
    "none_at_all": [],
    "yes": True,
    "no": False,
    "n": 3,
    "letters": ["a", "b", "c"],
    "people": [
        {"name": "Anna & C.", "town": "L'Aquila", "skills": ["x<y", "z"]},
        {"name": "Bruno", "town": "Chieti", "skills": []},
    ],
    "colour": "FF0000",
    "rich": RichText("forte & <chiaro>", bold=True, color="00FF00"),
    "rich_paragraph": RichTextParagraph("paragrafo", parastyle="Heading1"),
    "listing": Listing("uno & <due>\ntre\tquattro\acinque\fsei"),
}
Build = Callable[[Document], None]


@dataclass(frozen=True)
class Animal:
    """A template, by what is special about it."""

    name: str
    build: Build

    def template(self) -> bytes:
        document = docx.Document()
        self.build(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def lines(*texts: str) -> Build:
    def build(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return build


def table(*rows: Sequence[str]) -> Build:
    def build(document: Document) -> None:
        document.add_paragraph("prima")
        made = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, texts in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph("dopo")

    return build


def split(*pieces: str) -> Build:
    """A paragraph whose tags Word has torn into runs, every other one bold."""

    def build(document: Document) -> None:
        paragraph = document.add_paragraph()
        for number, piece in enumerate(pieces):
            paragraph.add_run(piece).bold = bool(number % 2)

    return build


def header_and_footer(document: Document) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "Testa {{ special }} {% if yes %}sì{% endif %}"
    section.header.add_paragraph("{%p for x in letters %}")
    section.header.add_paragraph("{{ x }}")
    section.header.add_paragraph("{%p endfor %}")
    section.footer.paragraphs[0].text = "Piede {{ lines }}"
    section.first_page_header.paragraphs[0].text = "{{ name }}"
    section.different_first_page_header_footer = True
    document.add_paragraph("{{ name }}")


def properties(document: Document) -> None:
    document.core_properties.title = "Corso di {{ name }}"
    document.core_properties.subject = "{% for x in letters %}{{ x }} {% endfor %}"
    document.core_properties.author = "{{ name|upper }}"
    document.add_paragraph("x")


def text_box(document: Document) -> None:
    document.add_paragraph("fuori {{ name }}")._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape>"
            "<v:textbox><w:txbxContent><w:p><w:r><w:t>dentro {{ special }}</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>{%p if no %}</w:t></w:r></w:p><w:p><w:r><w:t>mai</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
            "</w:pict></w:r>"
        )
    )


def footnotes(document: Document) -> None:
    document.add_paragraph("con nota")._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>')
    )
    content = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:id="1"><w:p><w:r><w:t>nota di {{ special }}</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, content.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def merged(document: Document) -> None:
    made = document.add_table(3, 3, style="Table Grid")
    made.cell(0, 0).merge(made.cell(0, 1)).text = "{{ name }}"
    made.cell(1, 0).merge(made.cell(2, 0)).text = "{{ special }}"
    made.cell(1, 1).text = "{% for x in letters %}{{ x }}{% endfor %}"


def nested_table(document: Document) -> None:
    outer = document.add_table(3, 1, style="Table Grid")
    outer.cell(0, 0).text = "{%tr for p in people %}"
    outer.cell(1, 0).text = "{{ p.name }}"
    inner = outer.cell(1, 0).add_table(4, 1)
    for row, text in zip(
        inner.rows, ("Doti", "{%tr for s in p.skills %}", "{{ s }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text
    outer.cell(1, 0).add_paragraph("fine {{ p.town }}")
    outer.cell(2, 0).text = "{%tr endfor %}"


def formatted(document: Document) -> None:
    paragraph = document.add_paragraph("inizio ")
    run = paragraph.add_run("{{ lines }} {{ tabs }}")
    run.italic, run.bold = True, True
    paragraph.add_run(" fine")
    copied = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(copied)


ZOO = (
    Animal("values", lines("a {{ name }} b", "{{ special }}", "{{ n }} {{ empty }}.")),
    Animal("lines", lines("a {{ lines }} b")),
    Animal("tabs", lines("a {{ tabs }} b")),
    Animal("formatted", formatted),
    Animal("conditions", lines("{% if yes %}sì{% else %}no{% endif %}",
        "{% if no %}a{% elif n == 3 %}b{% else %}c{% endif %} {{ 'x' if yes else 'y' }}")),
    Animal("loops", lines("{% for x in letters %}{{ loop.index }}{{ x }}{% if not loop.last %}, "
        "{% endif %}{% endfor %}", "{% for x in none_at_all %}x{% else %}niente{% endfor %}")),
    Animal("paragraphs", lines("prima", "{%p for p in people %}", "{{ p.name }}",
        "{%p if p.skills %}", "{{ p.skills|join(', ') }}", "{%p endif %}", "{%p endfor %}",
        "dopo")),
    Animal("no paragraphs", lines("prima", "{%p if no %}", "mai", "{%p endif %}", "dopo")),
    Animal("runs", split("a ", "{%r if yes %}", "b", "{%r endif %}", " c")),
    Animal("run printed", lines("a {{r rich }} b")),
    Animal("paragraph printed", lines("a", "{{p rich_paragraph }}", "b")),
    Animal("listing", lines("a {{ listing }} b")),
    Animal("torn", split("{", "{ na", "me }", "} e {% i", "f yes %}s", "ì{% endif %", "}")),
    Animal("notes", lines("a {# nascosto #} b", "{#p tolto #}", "c {{ name }}")),
    Animal("trimmed", lines("a {%- if yes -%} b {%- endif -%} c")),
    Animal("sets", lines("{% set x = name ~ '!' %}{{ x }}", "{% set y %}<{{ x }}>{% endset %}"
        "{{ y }}", "{% with z = 1 %}{{ z + 1 }}{% endwith %}")),
    Animal("macros", lines("{% macro m(x, y=2) %}[{{ x }}/{{ y }}]{% endmacro %}"
        "{{ m(special) }} {{ m('a', 3) }}")),
    Animal("filters", lines("{{ name|upper }} {{ letters|join('-') }} {{ name|replace('n', 'r') }}"
        " {{ special|length }} {{ letters|first }} {{ name|center(10) }}|")),
    Animal("filter blocks", lines("{% filter upper %}ciao {{ name }}{% endfilter %}")),
    Animal("raw", lines("{% raw %}{{ non }} {% toccare %}{% endraw %}")),
    Animal("literals", lines("{_{ name }_} {_% if %_}")),
    Animal("quotes", lines("{{ “dritte” }} {{ ‘x’ }} {% if 1 < 2 %}sì{% endif %}")),
    Animal("namespaces", lines("{% set ns = namespace(x=0) %}{% for l in letters %}"
        "{% set ns.x = ns.x + 1 %}{% endfor %}{{ ns.x }}")),
    Animal("rows", table(("Nome", "Città"), ("{%tr for p in people %}", ""),
        ("{{ p.name }}", "{{ p.town }}"), ("{%tr endfor %}", ""))),
    Animal("rows in rows", table(("{%tr for p in people %}", ""), ("{{ p.name }}", "-"),
        ("{%tr for s in p.skills %}", ""), ("{{ s }}", "{{ loop.index }}"), ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""))),
    Animal("row chosen", table(("a", "b"), ("{%tr if yes %}", ""), ("sì", "{{ n }}"),
        ("{%tr else %}", ""), ("no", "x"), ("{%tr endif %}", ""))),
    Animal("cells", table(("{%tc for x in letters %}", "{{ x }}", "{%tc endfor %}"),
        ("{%tc for x in letters %}", "{{ x|upper }}", "{%tc endfor %}"))),
    Animal("spans", table(("{% colspan 2 %}{{ name }}", "x"))),
    Animal("colours", table(("{% cellbg colour %}{{ name }}", "x"))),
    Animal("merged down", table(("{%tr for x in letters %}", ""), ("{% vm %}{{ name }}", "{{ x }}"),
        ("{%tr endfor %}", ""))),
    Animal("merged across", table(("{%tc for x in letters %}", "{% hm %}{{ name }}",
        "{%tc endfor %}"), ("{%tc for x in letters %}", "{{ x }}", "{%tc endfor %}"))),
    Animal("blocks in cells", table(("{% for x in letters %}{{ x }} {% endfor %}",
        "{% if yes %}{{ special }}{% endif %}"))),
    Animal("merged cells", merged),
    Animal("nested tables", nested_table),
    Animal("header and footer", header_and_footer),
    Animal("properties", properties),
    Animal("text box", text_box),
    Animal("footnotes", footnotes),
)  # fmt: skip
