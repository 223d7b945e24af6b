"""The table of contents: filled with the headings that a document really has.

Page numbers are known only to who lays the pages out. Word computes them when it updates
the field, so the field is marked as out of date and ``w:updateFields`` makes Word offer to
refresh all fields when the document opens; LibreOffice refreshes them when it makes the
PDF (see ``pdf``). Until then each entry shows an en dash: a guess that may be wrong by a
page would be worse in a document that is handed in. Titles and links are right at once.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import escape

from toolkit.frozen import frozen
from toolkit.rendering.escaping import CLOSE, OPEN
from toolkit.rendering.outline import Counting, Outline

PAGE_UNKNOWN = "&#8211;"
_PRINTED = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|br|noBreakHyphen)\b[^>]*>", re.DOTALL)
_TAB = "<w:r><w:tab/></w:r>"


@frozen
class Heading:
    """A heading of the document made: its number as printed, its text (as XML), its bookmark."""

    level: int
    number: str
    text: str
    bookmark: str


class Contents:
    """The headings of one document, as they come."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._counting = Counting()
        self._headings: list[Heading] = []

    def heading(self, number: int, content: str) -> Heading | None:
        """Count a paragraph with what it prints; return the heading it is, if it is one."""
        rank = self._outline.ranks[number]
        counted = self._counting.number(rank) if rank else ""
        level = self._outline.paragraphs[number].level
        text = printed_text(content) if level else ""
        if not text:
            return None
        bookmark = f"_Toc9{len(self._headings) + 1:08d}"
        heading = Heading(level, _escaped(counted), text, bookmark)
        self._headings.append(heading)
        return heading

    def filled(self, before: str) -> str:
        """Return the paragraphs of the table; those it had *before* when nothing is listed."""
        if not self._headings:
            return before
        last = len(self._headings) - 1
        return "".join(
            self._entry(
                heading,
                self._opening() if position == 0 else "",
                _END if position == last else "",
                self._outline.section if position == last else "",
            )
            for position, heading in enumerate(self._headings)
        )

    def _opening(self) -> str:
        instruction = _instruction(_escaped(self._outline.instruction))
        return (
            f'<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>{instruction}{_SEPARATE}'
        )

    def _entry(self, heading: Heading, opening: str, closing: str, section: str) -> str:
        look = self._outline.entries[heading.level - 1]
        style = f'<w:pStyle w:val="{_escaped(look.style)}"/>' if look.style else ""
        number = ""
        if heading.number:
            gap = _TAB if look.has_tab else _run(" ")
            number = f"{_run(heading.number)}{gap}"
        asked = _instruction(f"PAGEREF {heading.bookmark} \\h")
        return (
            f"<w:p><w:pPr>{style}{section}</w:pPr>{opening}"
            f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">'
            f"{number}{_run(heading.text)}{_TAB}{_BEGIN}{asked}{_PAGE}</w:hyperlink>{closing}</w:p>"
        )


def printed_text(content: str) -> str:
    """Return what a paragraph prints, as XML; tabs and line breaks count as spaces."""
    return _remembered(content) if len(content) <= _SHORT else _read(content)


def _read(content: str) -> str:
    pieces = []
    for found in _PRINTED.finditer(content):
        text, name = found.groups()
        pieces.append((" ", "-")[name == "noBreakHyphen"] if text is None else text)
    joined = "".join(pieces).replace(OPEN, "[").replace(CLOSE, "]")
    return " ".join(joined.split())


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


# All documents have most of their headings alike, and number them alike.
_SHORT = 1024
_remembered = lru_cache(maxsize=1024)(_read)


@lru_cache(maxsize=1024)
def _escaped(text: str) -> str:
    return str(escape(text))


def _instruction(written: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {written} </w:instrText></w:r>'


_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
_PAGE = f"{_SEPARATE}{_run(PAGE_UNKNOWN)}{_END}"
"""What a reader sees in place of a page number, and the end of its field."""
