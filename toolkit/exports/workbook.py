"""An Excel workbook put together from parts that never change and sheets that do.

XlsxWriter makes, once a process, an empty workbook in our look: its styles, theme and
relationships are what every workbook has. Only sheets, texts and names are written for
each, in the form in which XlsxWriter writes them.
"""

from __future__ import annotations

import functools
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from toolkit.rendering.archive import Archive, archive, packed

FORMATS: Mapping[str, Mapping[str, Any]] = {
    "heading": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": "#1F3864",
        "border": 1,
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
    },
    "number": {"border": 1, "valign": "top", "align": "center"},
    "date": {"border": 1, "valign": "top", "align": "center", "num_format": "dd/mm/yyyy"},
    "text": {"border": 1, "text_wrap": True, "valign": "top"},
    "time": {"border": 1, "valign": "top", "align": "center", "num_format": "hh:mm"},
    "total": {"border": 1, "bold": True, "bg_color": "#D9E2F3", "valign": "top", "align": "center"},
}
STYLES = {name: number for number, name in enumerate(FORMATS, start=1)}
"""The number of each format in the styles of the workbook."""

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


A_TEXT = 't="s"><v>'
"""What marks a cell that holds the number of a text."""


class Texts:
    """The texts of a workbook, each kept once; cells name them by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        """Return the number of *text*."""
        return self._numbers.setdefault(text, len(self._numbers))

    def as_xml(self, sheets: Sequence[Sheet]) -> str:
        """Return the part that holds them; it says how often *sheets* use them."""
        uses = sum(each.xml.count(A_TEXT) for each in sheets)
        items = "".join(map(_item, self._numbers))
        return (
            f'{HEADER}<sst xmlns="{_MAIN}" count="{uses}" '
            f'uniqueCount="{len(self._numbers)}">{items}</sst>'
        )


# The words of a standard return in every course of it.
@functools.lru_cache(maxsize=4096)
def _item(text: str) -> str:
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f"<si><t{space}>{escape(text)}</t></si>"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finished sheet: its name, the reach of its filters, its part."""

    name: str
    filters: str
    xml: str

    @property
    def quoted(self) -> str:
        """The name as formulas have it."""
        return self.name if self.name.isalpha() else "'" + self.name.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    subject: str
    author: str
    created: datetime


def as_file(sheets: Sequence[Sheet], texts: Texts, properties: Properties) -> bytes:
    """Return the bytes of the workbook; same arguments, same bytes."""
    parts = {
        "xl/workbook.xml": _workbook(sheets),
        **{f"xl/worksheets/sheet{n}.xml": each.xml for n, each in enumerate(sheets, start=1)},
        "xl/sharedStrings.xml": texts.as_xml(sheets),
        "docProps/core.xml": _core(properties),
    }
    members = (packed(name, content.encode()) for name, content in parts.items())
    return _common(len(sheets)).completed(members)


@functools.lru_cache(maxsize=256)
def _common(sheets: int) -> Archive:
    """Return the parts that every workbook with so many sheets has alike."""
    # Imported once a process, by who makes a workbook.
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        formats = [workbook.add_format(properties) for properties in FORMATS.values()]
        for _ in range(sheets):
            sheet = workbook.add_worksheet()
            # A format is numbered, and a part for texts made, when they are first used.
            for column, each in enumerate(formats):
                sheet.write_string(0, column, "x", each)
    written = ("xl/workbook.xml", "xl/sharedStrings.xml", "docProps/core.xml", "xl/worksheets/")
    with zipfile.ZipFile(buffer) as made:
        names = [name for name in made.namelist() if not name.startswith(written)]
        return archive({name: made.read(name) for name in names})


def _workbook(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name="{_attribute(each.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, each in enumerate(sheets, start=1)
    )
    return (
        f'{HEADER}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        '<fileVersion appName="xl" lastEdited="4" lowestEdited="4" rupBuild="4505"/>'
        '<workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="240" '
        'yWindow="15" windowWidth="16095" windowHeight="9660"/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{_names(sheets)}</definedNames>"
        '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )


def _names(sheets: Sequence[Sheet]) -> str:
    """Return the reach of filters and the rows printed on each page, as Excel sorts them."""
    numbered = sorted(enumerate(sheets), key=lambda each: each[1].name.casefold())
    filters = (
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">'
        f"{escape(each.quoted)}!{each.filters}</definedName>"
        for n, each in numbered
    )
    titles = (
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">'
        f"{escape(each.quoted)}!$1:$1</definedName>"
        for n, each in numbered
    )
    return "".join((*filters, *titles))


def _core(properties: Properties) -> str:
    created = f"{properties.created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    author = escape(properties.author)
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})
