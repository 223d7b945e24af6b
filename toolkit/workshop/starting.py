"""A new document: a folder with a template in the house's styles and its ``document.yaml``."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import InTheWayError
from toolkit.filenames import plain
from toolkit.rendering import package, xml
from toolkit.rendering.archive import archive
from toolkit.rendering.parts import CORE_TYPE, HEADER_TYPE, Parts
from toolkit.rendering.xml import Element, w
from toolkit.resources import resources
from toolkit.text import Text
from toolkit.workshop.outlines import OUTLINES, Block, Column, Grid, Line, Sheet
from toolkit.writing import write_atomically

_MODEL = "progetto-formativo"
"""The document whose styles, header and footer a new one begins with."""
_ITS_TITLE = "Progetto formativo"
_TEXT_WIDTH = 9638
_SHEET_WIDTHS = (2948, _TEXT_WIDTH - 2948)
_SIMPLE = (
    '<w:sectPr xmlns:w="{w}" xmlns:r="{r}"><w:headerReference w:type="default" r:id="rIdH1"/>'
    '<w:footerReference w:type="default" r:id="rIdF1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1389" w:right="1134" w:bottom="1191" w:left="1134" w:header="595" '
    'w:footer="539" w:gutter="0"/></w:sectPr>'
)


class FolderThereError(InTheWayError):
    """There is a document of that name already."""

    message = Text(
        it="c'è già un documento con questo nome; scegline un altro.",
        en="there is a document of this name already; choose another.",
    )


def start(folder: Path, *, title: str, per: str) -> tuple[Path, Path]:
    """Write a new document into *folder*; return its template and its ``document.yaml``."""
    template, spec = folder / "template.docx", folder / "document.yaml"
    for path in (template, spec):
        if path.exists():
            raise FolderThereError(str(path))
    write_atomically(template, new_template(title, per))
    write_atomically(spec, new_spec(title, per, plain(folder.resolve().name)).encode())
    return template, spec


def new_spec(title: str, per: str, file: str) -> str:
    """Return the ``document.yaml`` of a new document."""
    quoted = title.replace("'", "''")
    return f"title: '{quoted}'\nfile: {file or 'documento'}.docx\nper: {per}\n"


def new_template(title: str, per: str) -> bytes:
    """Return a Word template for one document *per* course, unit, trainer or learner."""
    model = resources().folders("templates")[-1] / _MODEL / "template.docx"
    parts = Parts(package.read_members(model.read_bytes(), _MODEL), _MODEL)
    _write_body(parts, title, per)
    _drop_unused(parts)
    for name in (*parts.of_type(CORE_TYPE), *parts.of_type(HEADER_TYPE)):
        for item in parts.tree(name).iter():
            if item.text and _ITS_TITLE.lower() in item.text.lower():
                item.text = item.text.replace(_ITS_TITLE, title).replace(_ITS_TITLE.lower(), title)
    return archive(parts.members()).completed(())


def _write_body(parts: Parts, title: str, per: str) -> None:
    body = parts.main().find(w("body"))
    assert body is not None
    for item in list(body):
        body.remove(item)
    body.append(_paragraph("Title", title))
    for block in OUTLINES[per]:
        body.extend(_elements(block))
    body.append(xml.parse(_SIMPLE.format(w=xml.W, r=xml.R)))


def _drop_unused(parts: Parts) -> None:
    """Take out the model's other headers and footers, and its stand-in for a logo."""
    main = "word/document.xml"
    for relationship in parts.relationships(main):
        identifier = str(relationship.get("Id"))
        if identifier in ("rIdH2", "rIdH3", "rIdF2", "rIdF3", "rIdLogo"):
            parts.drop(parts.target(main, relationship))
            xml.remove(relationship)


def _elements(block: Block) -> tuple[Element, ...]:
    match block:
        case Line():
            return (_paragraph(block.style, block.text),)
        case Sheet():
            heading = _row(
                ("Voce", "Dati"), ("SchedaIntestazione",) * 2, _SHEET_WIDTHS, is_header=True
            )
            rows = [_row(row, ("SchedaVoce", "TabellaTesto"), _SHEET_WIDTHS) for row in block.rows]
            table = _table("Scheda", "06A0", block.caption, _SHEET_WIDTHS, [heading, *rows])
        case Grid():
            widths = tuple(column.width for column in block.columns)
            rows = _grid_rows(block.columns, block.loop, widths)
            table = _table("TabellaPercorso", "0420", block.caption, widths, rows)
    return _paragraph("Caption", block.caption), table


def _grid_rows(columns: tuple[Column, ...], loop: str, widths: tuple[int, ...]) -> list[Element]:
    headings = tuple(column.heading for column in columns)
    heading_styles = tuple(f"TabellaIntestazione{_kind(column)}" for column in columns)
    styles = tuple("TabellaNumero" if column.is_number else "TabellaTesto" for column in columns)
    return [
        _row(headings, heading_styles, widths, is_header=True),
        _instruction(f"{{%tr for {loop} %}}", len(columns)),
        _row(tuple(column.value for column in columns), styles, widths),
        _instruction("{%tr endfor %}", len(columns)),
    ]


def _kind(column: Column) -> str:
    return "Numero" if column.is_number else ""


def _paragraph(style: str, text: str) -> Element:
    paragraph = xml.element("p")
    xml.child(xml.child(paragraph, "pPr"), "pStyle", val=style)
    paragraph.append(xml.text_run(text))
    return paragraph


def _table(
    style: str, look: str, caption: str, widths: tuple[int, ...], rows: list[Element]
) -> Element:
    table = xml.element("tbl")
    properties = xml.child(table, "tblPr")
    xml.child(properties, "tblStyle", val=style)
    xml.child(properties, "tblW", w=str(sum(widths)), type="dxa")
    xml.child(properties, "tblLayout", type="fixed")
    first_column = "1" if style == "Scheda" else "0"
    xml.child(properties, "tblLook", val=look, firstRow="1", lastRow="0", firstColumn=first_column,
              lastColumn="0", noHBand=first_column, noVBand="1")  # fmt: skip
    xml.child(properties, "tblCaption", val=caption)
    grid = xml.child(table, "tblGrid")
    for width in widths:
        xml.child(grid, "gridCol", w=str(width))
    table.extend(rows)
    return table


def _row(
    texts: tuple[str, ...],
    styles: tuple[str, ...],
    widths: tuple[int, ...],
    *,
    is_header: bool = False,
) -> Element:
    row = xml.element("tr")
    properties = xml.child(row, "trPr")
    xml.child(properties, "cantSplit")
    if is_header:
        xml.child(properties, "tblHeader")
    for text, style, width in zip(texts, styles, widths, strict=True):
        cell = xml.child(row, "tc")
        xml.child(xml.child(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        cell.append(_paragraph(style, text))
    return row


def _instruction(tag: str, columns: int) -> Element:
    row = xml.element("tr")
    xml.child(xml.child(row, "trPr"), "cantSplit")
    cell = xml.child(row, "tc")
    properties = xml.child(cell, "tcPr")
    xml.child(properties, "tcW", w=str(_TEXT_WIDTH), type="dxa")
    xml.child(properties, "gridSpan", val=str(columns))
    cell.append(_paragraph("Istruzione", tag))
    return row
