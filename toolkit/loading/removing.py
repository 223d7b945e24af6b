"""Which characters go when a key or a list item does, with the comments about it alone."""

from __future__ import annotations

import re

from toolkit.loading.changes import Change, next_line, start_of_line
from toolkit.loading.layout import Node, Slot, end_of_line, found, layout_of
from toolkit.mending import Remove


def removing(text: str, edit: Remove) -> list[Change]:
    """Return the changes that take away the key or the item at a path."""
    way, _, _ = found(layout_of(text), edit.at)
    node, position = way[-1]
    if node.is_flow:
        return _out_of_flow(text, node, position)
    if len(node.slots) > 1:
        return [_out_of_lines(text, node, position)]
    empty = "[]" if node.kind == "list" else "{}"
    slot = node.slots[0]
    if len(way) > 1:
        anchor = way[-2][0].slots[way[-2][1]].anchor
        if end_of_line(text, anchor) < slot.start:
            return [Change(anchor, anchor, f" {empty}"), _lines_of(text, slot)]
    return [Change(slot.start, _past_comment(text, slot.end), empty)]


def _out_of_lines(text: str, node: Node, position: int) -> Change:
    slot = node.slots[position]
    if not text[start_of_line(text, slot.start) : slot.start].strip():
        return _lines_of(text, slot)
    # It stands after the dash of the item it begins, and so does what follows it now.
    following = node.slots[position + 1].start
    if not text[next_line(text, slot.end) : following].strip(" "):
        return Change(slot.start, following, "")
    blank = len(text[: slot.start]) - len(text[: slot.start].rstrip(" "))
    return Change(slot.start - blank, _past_comment(text, slot.end), "")


def _lines_of(text: str, slot: Slot) -> Change:
    start, end = start_of_line(text, slot.start), next_line(text, slot.end)
    if not _goes_on(text, end, slot.column):
        start = _above(text, start, slot.column)
    # Of the empty lines around it one is enough.
    if _is_blank_line(text, end) and (not start or _is_blank_line(text, _line_before(text, start))):
        end = next_line(text, end)
    return Change(start, end, "")


def _goes_on(text: str, position: int, column: int) -> bool:
    """Return whether the next line holds a neighbour: a comment above may be about both."""
    line = text[position : end_of_line(text, position)]
    return len(line) - len(line.lstrip(" ")) == column and bool(line.strip())


def _above(text: str, start: int, column: int) -> int:
    """Return where the comment directly above begins; one at the head of the file stays."""
    first = start
    while first:
        before = _line_before(text, first)
        line = text[before : end_of_line(text, before)]
        if not re.match(rf" {{{column}}}#", line):
            return first
        first = before
    return start


def _line_before(text: str, start: int) -> int:
    return start_of_line(text, start - (2 if text[start - 2 : start] == "\r\n" else 1))


def _is_blank_line(text: str, start: int) -> bool:
    return start < len(text) and not text[start : end_of_line(text, start)].strip()


def _past_comment(text: str, position: int) -> int:
    """Return where the comment that follows on the line ends, else *position*."""
    comment = re.compile(r"[ \t]+#[^\r\n\x85\u2028\u2029]*").match(text, position)
    return comment.end() if comment else position


def _out_of_flow(text: str, node: Node, position: int) -> list[Change]:
    slot = node.slots[position]
    comma = _comma_from(text, slot.end)
    if comma is not None:
        if text[slot.end : comma].strip(" "):
            return [Change(slot.start, slot.end, ""), Change(comma, comma + 1, "")]
        return [_with_its_line(text, slot.start, _past_blanks(text, comma + 1))]
    before = _comma_from(text, node.slots[position - 1].end) if position else None
    if before is None:
        return [_with_its_line(text, slot.start, slot.end)]
    if not text[before + 1 : slot.start].strip(" "):
        return [Change(before, slot.end, "")]
    return [Change(before, before + 1, ""), _with_its_line(text, slot.start, slot.end)]


def _comma_from(text: str, position: int) -> int | None:
    """Return where the comma after a value is, past white space and comments, if it has one."""
    comma = re.compile(r"(?:\s|#[^\r\n\x85\u2028\u2029]*)*,").match(text, position)
    return comma.end() - 1 if comma else None


def _past_blanks(text: str, position: int) -> int:
    while text[position : position + 1] in {" ", "\t"}:
        position += 1
    return position


def _with_its_line(text: str, start: int, end: int) -> Change:
    """Return the change that takes this away, and the whole line if nothing else is on it."""
    line = start_of_line(text, start)
    rest = text[end : end_of_line(text, end)].strip()
    if text[line:start].strip() or (rest and not rest.startswith("#")):
        return Change(start, end, "")
    return Change(line, next_line(text, end), "")
