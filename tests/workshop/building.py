"""Word templates written out from data: the least of a good document, and what a case adds.

A case lists paragraphs under ``body``, ``header``, ``footer`` or ``footnotes``: a text is a
paragraph, ``{table: [[…]]}`` a table whose cells hold paragraphs, ``{style: …, text: …}`` a
paragraph in a style, ``{runs: […]}`` one in pieces (a text, or ``{text: …, format: <w:b/>}``),
``{xml: …}`` what Word writes. ``title`` is a property; ``parts`` replaces whole members.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CORE = "application/vnd.openxmlformats-package.core-properties+xml"

STYLES = f"""<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>
<w:lang w:val="it-IT"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titolo1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titolo2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titolo3"><w:name w:val="heading 3"/></w:style>
</w:styles>"""
HOLDERS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}


def template(case: dict) -> bytes:
    """Return the bytes of the ``.docx`` that *case* describes."""
    others = [name for name in HOLDERS if name in case]
    members = {
        "[Content_Types].xml": _content_types(others),
        "_rels/.rels": _relationships(
            [("officeDocument", "word/document.xml"), ("core", "docProps/core.xml")]
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{_blocks(case.get('body', []))}"
        f"{_section(others)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            [("styles", "styles.xml"), *((name, f"{name}.xml") for name in others)]
        ),
        "word/styles.xml": STYLES,
        "docProps/core.xml": _properties(case.get("title", "Prova")),
    }
    for name in others:
        members[f"word/{name}.xml"] = _part(name, case[name])
    return zipped(members | case.get("parts", {}))


def zipped(members: dict) -> bytes:
    """Return a package; a member that is None is left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)
    return buffer.getvalue()


def _content_types(others: list[str]) -> str:
    types = {
        "word/document": f"{WORD}document.main+xml",
        "word/styles": f"{WORD}styles+xml",
        "docProps/core": CORE,
        **{f"word/{name}": f"{WORD}{name}+xml" for name in others},
    }
    overrides = "".join(
        f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: list[tuple[str, str]]) -> str:
    kinds = {
        "core": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
        "core-properties"
    }
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kinds.get(kind, f"{OFFICE}/{kind}")}" '
        f'Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{lines}</Relationships>'


def _section(others: list[str]) -> str:
    references = "".join(
        f'<w:{name}Reference w:type="default" r:id="rId{number}"/>'
        for number, name in enumerate(others, 2)
        if name != "footnotes"
    )
    return f"<w:sectPr>{references}</w:sectPr>"


def _properties(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.'
        f'openxmlformats.org/package/2006/metadata/core-properties"><dc:title>{escape(title)}'
        "</dc:title></cp:coreProperties>"
    )


def _part(name: str, blocks: list) -> str:
    inside = _blocks(blocks)
    if name == "footnotes":
        inside = f'<w:footnote w:id="1">{inside}</w:footnote>'
    return f"<w:{HOLDERS[name]} {NAMESPACES}>{inside}</w:{HOLDERS[name]}>"


def _blocks(blocks: list) -> str:
    return "".join(_block(each) for each in blocks)


def _block(block: str | dict) -> str:
    if isinstance(block, str):
        return f"<w:p>{_run(block)}</w:p>"
    if "xml" in block:
        return block["xml"]
    if "table" in block:
        rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in block["table"])
        return f'<w:tbl><w:tblPr><w:tblLook w:firstRow="0"/></w:tblPr>{rows}</w:tbl>'
    style = f'<w:pPr><w:pStyle w:val="{block["style"]}"/></w:pPr>' if "style" in block else ""
    runs = "".join(_run(each) for each in block.get("runs", [block.get("text", "")]))
    return f"<w:p>{style}{runs}</w:p>"


def _cell(cell: str | dict | list) -> str:
    return f"<w:tc>{_blocks(cell if isinstance(cell, list) else [cell])}</w:tc>"


def _run(run: str | dict) -> str:
    if isinstance(run, str):
        return f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
    if "xml" in run:
        return run["xml"]
    text = f'<w:t xml:space="preserve">{escape(run["text"])}</w:t>'
    return f"<w:r><w:rPr>{run['format']}</w:rPr>{text}</w:r>"
