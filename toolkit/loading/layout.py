"""Where every value of a YAML text begins and ends, so that one can be changed alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from toolkit.loading.parsing import FASTEST, events
from toolkit.place import At


@dataclass(frozen=True, slots=True)
class Node:
    """A value from its first character to past its last; *slots* are what it contains.

    *style* is ``block`` or ``flow`` for lists and mappings, else the scalar's quotation
    mark, ``|``, ``>`` or nothing. Comments and line breaks after a value are not part of it.
    """

    start: int
    end: int
    column: int
    style: str
    kind: str
    """``scalar``, ``null``, ``list`` or ``mapping``."""
    slots: tuple[Slot, ...] = ()

    @property
    def is_flow(self) -> bool:
        return self.style == "flow"

    def index(self, step: str) -> int | None:
        """Return which slot *step* names: a key, or a position as digits."""
        for n, slot in enumerate(self.slots):
            if step == (slot.key if self.kind == "mapping" else str(n)):
                return n
        return None


@dataclass(frozen=True, slots=True)
class Slot:
    """An entry of a mapping or an item of a list, from its key or dash to past its value.

    *anchor* is past the colon or the dash: a value on the same line follows it there.
    """

    start: int
    anchor: int
    end: int
    column: int
    key: str | None
    key_end: int
    node: Node


def layout_of(text: str) -> Node:
    """Return the value of the whole of *text*, which is known to be readable."""
    return _Surveyor(text).root()


def found(root: Node, at: At) -> tuple[list[tuple[Node, int]], Node, At]:
    """Follow *at* from *root* as far as it goes.

    Return the nodes on the way, each with the position of the slot taken, the node
    reached and the steps that lead to nothing.
    """
    way: list[tuple[Node, int]] = []
    node = root
    for n, step in enumerate(at):
        position = node.index(step)
        if position is None:
            return way, node, at[n:]
        way.append((node, position))
        node = node.slots[position].node
    return way, node, ()


class _Surveyor:
    def __init__(self, text: str) -> None:
        self.text = text
        self.events = events(text, "", FASTEST)

    def root(self) -> Node:
        for event in self.events:
            if isinstance(event, NodeEvent):
                return self._node(event)
        return Node(len(self.text), len(self.text), 0, "", "null")

    def _node(self, event: Any) -> Node:
        if isinstance(event, SequenceStartEvent):
            return self._collection(event, "list", self._items(event))
        if isinstance(event, MappingStartEvent):
            return self._collection(event, "mapping", self._entries())
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if style in {"|", ">"}:
            end = self._end_of_block(start, end)
        kind = "null" if not style and event.value in {"", "~", "null"} else "scalar"
        return Node(start, end, event.start_mark.column, style, kind)

    def _end_of_block(self, start: int, end: int) -> int:
        """Leave out the line breaks after a block of text, unless it is told to keep them."""
        block = self.text[start:end]
        header = block[: end_of_line(block, 0)].partition("#")[0]
        if "+" not in header:
            return start + len(block.rstrip())
        return end - 2 if block.endswith("\r\n") else end - (block[-1] in BREAKS)

    def _collection(self, event: Any, kind: str, slots: tuple[Slot, ...]) -> Node:
        start, column = event.start_mark.index, event.start_mark.column
        if event.flow_style:
            return Node(start, self.closed_at, column, "flow", kind, slots)
        return Node(start, slots[-1].end, column, "block", kind, slots)

    def _items(self, opening: Any) -> tuple[Slot, ...]:
        slots: list[Slot] = []
        reached = opening.start_mark.index
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                self.closed_at = _end(event)
                break
            node_start = event.start_mark.index
            if opening.flow_style:
                start = anchor = node_start
            else:
                start = self._dash_from(reached)
                anchor = start + 1
            node = self._node(event)
            reached = max(node.end, anchor)
            column = event.start_mark.column if opening.flow_style else opening.start_mark.column
            slots.append(Slot(start, anchor, reached, column, None, start, node))
        return tuple(slots)

    def _dash_from(self, position: int) -> int:
        """Return where the next dash is, past white space and comments."""
        while self.text[position] != "-":
            if self.text[position] == "#":
                position = end_of_line(self.text, position)
            else:
                position += 1
        return position

    def _entries(self) -> tuple[Slot, ...]:
        slots: list[Slot] = []
        for key in self.events:
            if isinstance(key, MappingEndEvent):
                self.closed_at = _end(key)
                break
            node = self._node(next(self.events))
            anchor = self._past_colon(key.end_mark.index)
            slots.append(
                Slot(
                    key.start_mark.index,
                    anchor,
                    max(node.end, anchor),
                    key.start_mark.column,
                    key.value,
                    key.end_mark.index,
                    node,
                )
            )
        return tuple(slots)

    def _past_colon(self, position: int) -> int:
        """Return where the colon after a key ends; the key's own end if it has none."""
        colon = _COLON.match(self.text, position)
        return colon.end() if colon else position


def _end(event: Any) -> int:
    """Return where *event* ends; told of any event, for its type is lost on the way."""
    return int(event.end_mark.index)


_COLON = re.compile(r"[ \t]*:")

BREAKS = "\r\n\x85\u2028\u2029"


def end_of_line(text: str, position: int) -> int:
    """Return where the line of *position* ends, before its break."""
    while position < len(text) and text[position] not in BREAKS:
        position += 1
    return position
