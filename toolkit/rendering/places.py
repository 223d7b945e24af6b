"""Where something stands in a Word document, told as the person who edits it sees it.

Nobody in Word can use a line of XML: a place is the part, the heading above, then the table
with its row and cell, or the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.rendering.headings import printed_text
from toolkit.rendering.parts import Parts
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w
from toolkit.text import Text

_NAMES: Mapping[str, Text] = {
    "document": Text(it="documento", en="document"),
    "header": Text(it="intestazione{number}", en="header{number}"),
    "footer": Text(it="piè di pagina{number}", en="footer{number}"),
    "footnotes": Text(it="note a piè di pagina", en="footnotes"),
    "endnotes": Text(it="note di chiusura", en="endnotes"),
    "core": Text(it="proprietà del documento", en="document properties"),
    "styles": Text(it="stili", en="styles"),
    "settings": Text(it="impostazioni", en="settings"),
    "comments": Text(it="commenti", en="comments"),
}
_FILE = re.compile(r"(?:.*/)?([a-zA-Z]+)(\d*)\.\w+")


def part_words(part: str) -> Text:
    """Return what a person calls a part: ``intestazione 2`` for ``word/header2.xml``."""
    found = _FILE.fullmatch(part)
    name = _NAMES.get(found[1].lower()) if found else None
    if name is None or found is None:
        return Text(it=part, en=part)
    return name.filled(number=f" {found[2]}" if found[2] else "")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a part; positions count from 1, and 0 means none."""

    part: str
    heading: str = ""
    """The text of the nearest heading above, tags included."""
    table: int = 0
    row: int = 0
    cell: int = 0
    paragraph: int = 0
    """Counted in its cell, text box or part."""
    in_text_box: bool = False

    def words(self) -> Text:
        """Return the place from the outside in, separated by commas."""
        pieces = [part_words(self.part)]
        if self.heading:
            pieces.append(_HEADING.filled(heading=shortened(self.heading, 60)))
        if self.in_text_box:
            pieces.append(_BOX)
        if self.table:
            pieces.append(_CELL.filled(table=self.table, row=self.row, cell=self.cell))
        elif self.paragraph:
            pieces.append(_PARAGRAPH.filled(paragraph=self.paragraph))
        return Text(
            it=", ".join(piece.it for piece in pieces), en=", ".join(piece.en for piece in pieces)
        )


_HEADING = Text(it="sotto «{heading}»", en="under “{heading}”")
_BOX = Text(it="casella di testo", en="text box")
_CELL = Text(
    it="tabella {table}, riga {row}, cella {cell}", en="table {table}, row {row}, cell {cell}"
)
_PARAGRAPH = Text(it="paragrafo {paragraph}", en="paragraph {paragraph}")


def shortened(text: str, longest: int) -> str:
    """Return *text* on one line, cut with an ellipsis where it is longer than *longest*."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def paragraphs_with_places(
    parts: Parts, part: str, styles: Styles
) -> Iterator[tuple[Element, Place]]:
    """Yield each paragraph of a part, in the order of the file, with its place."""
    counting = _Counting()
    heading = ""
    for paragraph in parts.tree(part).iter(w("p")):
        # A heading itself is found by the one before it.
        yield paragraph, counting.place(paragraph, part, heading)
        if styles.heading_level(paragraph) is not None:
            heading = printed_text(paragraph) or heading


class _Counting:
    """Numbers tables and paragraphs as they come."""

    def __init__(self) -> None:
        self._tables: dict[Element, int] = {}
        self._paragraphs: dict[Element, int] = {}

    def place(self, paragraph: Element, part: str, heading: str) -> Place:
        around = {item.tag: item for item in reversed(list(paragraph.iterancestors()))}
        table, row, cell = (around.get(w(name)) for name in ("tbl", "tr", "tc"))
        box = around.get(w("txbxContent"))
        holder = cell if cell is not None else box if box is not None else None
        number = self._paragraph(paragraph if holder is None else holder, holder is None)
        if table is None or row is None or cell is None:
            return Place(part, heading, paragraph=number, in_text_box=box is not None)
        return Place(
            part,
            heading,
            table=self._tables.setdefault(table, len(self._tables) + 1),
            row=_position(row),
            cell=_position(cell),
            paragraph=number,
            in_text_box=box is not None,
        )

    def _paragraph(self, holder: Element, is_loose: bool) -> int:
        # A loose paragraph is counted with all that stand in no table and no box.
        key = holder.getroottree().getroot() if is_loose else holder
        self._paragraphs[key] = self._paragraphs.get(key, 0) + 1
        return self._paragraphs[key]


def _position(item: Element) -> int:
    return 1 + sum(1 for _ in item.itersiblings(item.tag, preceding=True))
