"""docxtpl beside this engine: the same template and context, part by part, as canonical XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from docxtpl import DocxTemplate
from lxml import etree

from toolkit.rendering import compile_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROPERTIES = ("title", "subject", "creator", "description", "keywords", "language")
# Numbers that only have to be unique, dates, and the grid of tables (see `test_tables`).
_FREE = re.compile(r'(?<=<wp:docPr)( [^>]*?)\bid="\d+"')


def by_docxtpl(template: bytes, context: Mapping[str, object]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(context), autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def by_percorso(template: bytes, context: Mapping[str, object]) -> bytes:
    return compile_template(template).render(context)


def texts(document: bytes) -> dict[str, str]:
    """Return each part that templates may change, in one form for all that means the same."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {
            name: _canonical(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core.xml",
                            name)
        }  # fmt: skip


def _canonical(part: bytes) -> str:
    root = etree.fromstring(part)
    if root.tag.endswith("coreProperties"):
        said = {str(item.tag).rpartition("}")[2]: item.text or "" for item in root}
        return str(sorted((name, said[name]) for name in said if name in PROPERTIES and said[name]))
    for name in ("tblGrid", "tcW", "tblW"):
        for item in list(root.iter(W + name)):
            item.getparent().remove(item)
    for item in root.iter():
        for name in [name for name in item.attrib if name.startswith(W + "rsid")]:
            # Of which sitting of its author each piece of the template is.
            del item.attrib[name]
    for item in list(root.iter(W + "tcPr")):
        # docxtpl writes a span or a colour before what the schema wants first.
        item[:] = sorted(item, key=lambda child: child.tag)
        if not len(item):
            item.getparent().remove(item)
    etree.cleanup_namespaces(root)
    return _FREE.sub("", etree.tostring(root, method="c14n2").decode())
