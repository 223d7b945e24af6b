"""Lines and columns, from 1, of where a value of a file begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from toolkit.loading.layout import BREAKS, Node, found, layout_of
from toolkit.place import At


@dataclass(frozen=True, slots=True)
class Extent:
    """From a line and column to past the last character; one that is empty is a point."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a file, the offsets at which its lines begin and what it is made of."""

    text: str
    lines: tuple[int, ...]
    layout: Node

    def extent_of(self, at: At) -> Extent:
        """Return the extent of the value at *at*: of its key where it holds others.

        A value that is not in the file is where its nearest parent is.
        """
        way, node, _ = found(self.layout, at)
        return self.extent(*_marked(way, node))

    def extent(self, start: int, end: int) -> Extent:
        """Return the extent of the characters from *start* to before *end*."""
        return Extent(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1


def page_of(content: bytes) -> Page:
    """Return the page of a file's *content*, which is known to be readable."""
    text = content.decode("utf-8-sig")
    lines = [0]
    for n, character in enumerate(text):
        if character in BREAKS and text[n : n + 2] != "\r\n":
            lines.append(n + 1)
    return Page(text, tuple(lines), layout_of(text))


def _marked(way: list[tuple[Node, int]], node: Node) -> tuple[int, int]:
    if not way:
        return node.start, node.start
    parent, position = way[-1]
    slot = parent.slots[position]
    if node.kind not in {"list", "mapping"}:
        return node.start, node.end
    return (node.start, node.start) if slot.key is None else (slot.start, slot.key_end)
