"""What a rendered part still lacks: done where the marks of the compiler are, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from toolkit.rendering import marks
from toolkit.rendering.contents import Contents, Heading
from toolkit.rendering.drawings import Drawings, with_picture
from toolkit.rendering.escaping import OPEN, TAB
from toolkit.rendering.grids import fitted, fitted_simple
from toolkit.rendering.listings import resolve_listings
from toolkit.rendering.outline import Outline
from toolkit.rendering.pictures import Picture
from toolkit.rendering.placeholders import print_placeholders

_ID = re.compile(r'\bw:id="([^"]*)"')
_NAME = re.compile(r'\bw:name="([^"]*)"')
_VALUE = re.compile(r'\bw:val="([^"]*)"')
_CLOSING = re.compile(r"</([^<>]+)>\s*\Z")
_PROPERTIES = ("</w:tcPr>", "<w:tcPr/>")
# All other marks are gone when this is looked for.
_CONTENTS_HERE = marks.START


def _divided(markup: str) -> list[str]:
    """Return the text before the first mark, then each mark and the text that follows it."""
    # Marks are few and far between: Python finds the next one many times as fast as it splits.
    begins = markup.find(marks.START)
    pieces = [markup[:begins]]
    while begins >= 0:
        ends = markup.find(marks.STOP, begins)
        pieces.append(markup[begins + 1 : ends])
        begins = markup.find(marks.START, ends)
        pieces.append(markup[ends + 1 : begins if begins >= 0 else None])
    return pieces


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the data and the relationship by which each part shows it."""

    picture: Picture
    relationship: str


@dataclass(slots=True)
class Finishing:
    """One document while its parts are finished, the main one first."""

    drawings: Drawings
    outline: Outline | None
    shown: Mapping[str, Shown]
    stamp: str
    widths: Mapping[str, tuple[int, ...]]
    seen: set[int] = field(default_factory=set)
    replaced: set[int] = field(default_factory=set)
    has_placeholders: bool = False
    _drawing_numbers: count[int] = field(default_factory=lambda: count(1))
    _bookmark_numbers: count[int] = field(default_factory=lambda: count(1))
    _names: set[str] = field(default_factory=set)

    def finish(self, part: str, markup: str, where: str, *, has_unresolved: bool) -> str:
        """Return the XML of a part, in which values left something if it *has_unresolved*."""
        if marks.START in markup:
            markup = _Part(self, part, has_unresolved=has_unresolved).finished(markup)
        # A part is long, and read in vain where no value is such.
        return self._resolved(markup, where) if has_unresolved else markup

    def _resolved(self, markup: str, where: str) -> str:
        if OPEN in markup:
            markup, printed = print_placeholders(markup, where)
            self.has_placeholders |= printed
        if TAB in markup or "\a" in markup or "\f" in markup:
            markup = resolve_listings(markup)
        return markup

    def drawing_number(self) -> str:
        """Return the number of the next drawing."""
        return str(next(self._drawing_numbers))

    def bookmark_number(self) -> int:
        """Return the number of the next bookmark."""
        return next(self._bookmark_numbers)

    def claim(self, name: str) -> bool:
        """Tell whether a bookmark may have this name; of several the first has, as in Word."""
        low = name.lower()
        if low in self._names or low == "_goback":
            return False
        self._names.add(low)
        return True


class _Part:
    """One part while its marks are followed."""

    def __init__(self, document: Finishing, part: str, *, has_unresolved: bool) -> None:
        self._document = document
        self._part = part
        self._has_unresolved = has_unresolved
        self._contents = Contents(document.outline) if document.outline else None
        self._controls: set[str] = set()
        self._open: dict[str, list[tuple[str, int]]] = {}
        self._before = ""
        self._places = 0

    def finished(self, markup: str) -> str:
        """Return the XML of the part without its marks."""
        first, *rest = _divided(markup)
        around: list[tuple[str, list[str]]] = []
        begun, pieces = "", [first]
        for code, text in zip(rest[::2], rest[1::2], strict=True):
            if code == marks.CLOSING:
                closed = _REGIONS[begun[0]](self, int(begun[1:]), "".join(pieces))
                begun, pieces = around.pop()
                pieces.append(closed)
            elif code in marks.SPOTS:
                pieces.append(self._spot(code))
            else:
                around.append((begun, pieces))
                begun, pieces = code, []
            pieces.append(text)
        return self._without_orphans("".join(self._with_contents(pieces)))

    def _with_contents(self, pieces: list[str]) -> list[str]:
        """Return *pieces* with the table of contents, which is known now, in its place."""
        if self._contents is None:
            return pieces
        filled = self._contents.filled(self._before)
        # Pieces are long: they are searched only where something stands around a table.
        if pieces.count(_CONTENTS_HERE) == self._places:
            return [filled if piece == _CONTENTS_HERE else piece for piece in pieces]
        return [piece.replace(_CONTENTS_HERE, filled) for piece in pieces]

    def _spot(self, letter: str) -> str:
        return self._document.stamp if letter == marks.STAMP else self._document.drawing_number()

    def _table(self, number: int, content: str) -> str:
        if "<w:tr" not in content:
            return ""
        if not number:
            return content
        return fitted(content, self._width(number))

    def _simple_table(self, number: int, content: str) -> str:
        # Who prints markup may print anything that a table can hold.
        fit = fitted if self._has_unresolved else fitted_simple
        return fit(content, self._width(number)) if "<w:tr" in content else ""

    def _width(self, number: int) -> int:
        """Return the width between the margins around a table."""
        return self._document.widths[self._part][number - 1]

    def _row(self, _number: int, content: str) -> str:
        return content if "<w:tc" in content else ""

    def _holder(self, _number: int, content: str) -> str:
        """Close a cell, header or note that holds no paragraph, or a table last, with one."""
        end = _CLOSING.search(content)
        if end is None:
            return content
        inner = content[: end.start()].rstrip()
        is_empty = inner.rfind("<") == 0 or inner.endswith(_PROPERTIES)
        if is_empty or (end[1] == "w:tc" and inner.endswith("</w:tbl>")):
            return f"{inner}<w:p/>{end.group()}"
        return content

    def _bookmark(self, _number: int, content: str) -> str:
        old, name = _ID.search(content), _NAME.search(content)
        is_kept = name is not None and self._document.claim(name[1])
        new = self._document.bookmark_number() if is_kept else 0
        written = _ID.sub(f'w:id="{new}"', content) if is_kept else ""
        self._open.setdefault(old[1] if old else "", []).append((written, new))
        return written

    def _bookmark_end(self, _number: int, content: str) -> str:
        old = _ID.search(content)
        starts = self._open.get(old[1] if old else "")
        written, new = starts.pop() if starts else ("", 0)
        return _ID.sub(f'w:id="{new}"', content) if written else ""

    def _without_orphans(self, markup: str) -> str:
        for starts in self._open.values():
            for written, _ in starts:
                markup = markup.replace(written, "", 1) if written else markup
        return markup

    def _control(self, _number: int, content: str) -> str:
        """Keep the identifier of a content control once: a copy without one is given its own."""
        value = _VALUE.search(content)
        if value is None or value[1] in self._controls:
            return ""
        self._controls.add(value[1])
        return content

    def _heading(self, number: int, content: str) -> str:
        heading: Heading | None = None
        if self._contents is not None:
            heading = self._contents.heading(number, content)
        if heading is None:
            return content
        self._document.claim(heading.bookmark)
        new = self._document.bookmark_number()
        start = f'<w:bookmarkStart w:id="{new}" w:name="{heading.bookmark}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{new}"/>'

    def _table_of_contents(self, _number: int, content: str) -> str:
        self._before = content
        self._places += 1
        return _CONTENTS_HERE

    def _drawing(self, number: int, content: str) -> str:
        self._document.seen.add(number)
        shown = self._document.shown.get(self._document.drawings.drawings[number].name)
        if shown is None:
            return content
        self._document.replaced.add(number)
        return with_picture(content, shown.relationship, shown.picture)


_REGIONS: Mapping[str, Callable[[_Part, int, str], str]] = {
    marks.TABLE: _Part._table,  # noqa: SLF001 - the table of what each mark asks for
    marks.SIMPLE_TABLE: _Part._simple_table,  # noqa: SLF001
    marks.ROW: _Part._row,  # noqa: SLF001
    marks.HOLDER: _Part._holder,  # noqa: SLF001
    marks.BOOKMARK: _Part._bookmark,  # noqa: SLF001
    marks.BOOKMARK_END: _Part._bookmark_end,  # noqa: SLF001
    marks.CONTROL: _Part._control,  # noqa: SLF001
    marks.HEADING: _Part._heading,  # noqa: SLF001
    marks.CONTENTS: _Part._table_of_contents,  # noqa: SLF001
    marks.PICTURE: _Part._drawing,  # noqa: SLF001
}
