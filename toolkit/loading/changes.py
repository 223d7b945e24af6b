"""Which characters of a YAML text change so that one value does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.loading import writtenform
from toolkit.loading.intent import CannotChangeError
from toolkit.loading.layout import Node, Slot, end_of_line, found, layout_of
from toolkit.mending import Content, Insert, Rename, SetValue


@dataclass(frozen=True, slots=True)
class Change:
    """The characters from *start* to before *end* become *text*."""

    start: int
    end: int
    text: str


def made(text: str, changes: Iterable[Change]) -> str:
    """Return *text* with *changes*, which do not overlap; of two at one place the first leads."""
    parts, reached = [], 0
    for each in sorted(changes, key=lambda change: change.start):
        parts += [text[reached : each.start], each.text]
        reached = each.end
    return "".join([*parts, text[reached:]])


def line_break(text: str) -> str:
    """Return the line break of *text*: that of its first line, a line feed if it has none."""
    end = end_of_line(text, 0)
    return "\r\n" if text[end : end + 2] == "\r\n" else text[end : end + 1] or "\n"


def next_line(text: str, position: int) -> int:
    """Return where the line after that of *position* begins; the end of *text* if none does."""
    end = end_of_line(text, position)
    return min(end + (2 if text[end : end + 2] == "\r\n" else 1), len(text))


def start_of_line(text: str, position: int) -> int:
    """Return where the line of *position* begins."""
    while position and end_of_line(text, position - 1) != position - 1:
        position -= 1
    return position


def setting(text: str, edit: SetValue) -> list[Change]:
    """Return the changes that give the value at a path; keys that are missing are added."""
    way, node, missing = found(layout_of(text), edit.at)
    value = edit.value
    if not missing:
        return _replaced(text, way, node, value)
    for key in reversed(missing[1:]):
        value = {key: value}
    if node.kind == "null":
        return _replaced(text, way, node, {missing[0]: value})
    if node.kind != "mapping":
        raise CannotChangeError
    if node.is_flow:
        return [_into_flow(text, node, len(node.slots), f"{_key(missing[0])}: {_flow(value)}")]
    end = line_break(text)
    written = writtenform.after_anchor(value, node.column, end)
    line = f"{writtenform.scalar(missing[0], in_flow=False)}:{written}"
    return [_below(text, node.slots[-1], line)]


def inserting(text: str, edit: Insert) -> list[Change]:
    """Return the changes that bring a value into a list."""
    _, node, missing = found(layout_of(text), edit.at[:-1])
    if missing or node.kind == "null":
        return setting(text, SetValue(edit.at[:-1], (edit.value,)))
    if node.kind != "list":
        raise CannotChangeError
    position = int(edit.at[-1])
    if node.is_flow:
        return [_into_flow(text, node, position, _flow(edit.value))]
    like_neighbours = all(slot.node.is_flow for slot in node.slots)
    end = line_break(text)
    written = (
        f" {_flow(edit.value)}"
        if like_neighbours
        else writtenform.after_dash(edit.value, node.column, end)
    )
    if position:
        return [_below(text, node.slots[position - 1], f"-{written}")]
    first = node.slots[0].start
    return [Change(first, first, f"-{written}{end}{' ' * node.column}")]


def renaming(text: str, edit: Rename) -> list[Change]:
    """Return the change that gives a key another name."""
    way, _, _ = found(layout_of(text), edit.at)
    node, position = way[-1]
    slot = node.slots[position]
    style = text[slot.start] if text[slot.start] in "'\"" else ""
    key = writtenform.scalar(edit.key, in_flow=node.is_flow, style=style)
    return [Change(slot.start, slot.key_end, key)]


def _below(text: str, slot: Slot, line: str) -> Change:
    """Return the change that puts *line* under *slot*, as far in as it is."""
    at, end = next_line(text, slot.end), line_break(text)
    line = f"{' ' * slot.column}{line}"
    if at == len(text) and not text.endswith(end):
        return Change(at, at, f"{end}{line}")
    return Change(at, at, f"{line}{end}")


def _into_flow(text: str, node: Node, position: int, written: str) -> Change:
    if text[node.start] not in "[{":
        # A key and its value that stand in a list without braces of their own.
        raise CannotChangeError
    if position < len(node.slots):
        start = node.slots[position].start
        return Change(start, start, f"{written}, ")
    if not node.slots:
        return Change(node.start + 1, node.start + 1, written)
    last = node.slots[-1].end
    # «a:,» would be a text.
    comma = " , " if text[last - 1] == ":" else ", "
    return Change(last, last, f"{comma}{written}")


def _replaced(text: str, way: list[tuple[Node, int]], node: Node, value: Content) -> list[Change]:
    if not way:
        return _whole(text, node, value)
    parent, position = way[-1]
    slot = parent.slots[position]
    if parent.is_flow:
        return [_in_flow(slot, value)]
    if node.kind in {"scalar", "null"} and not isinstance(value, Mapping | tuple):
        written = writtenform.scalar(value, in_flow=False, style=node.style)
        return [_beside(slot, written)]
    return _other_shape(text, parent, slot, value)


def _whole(text: str, node: Node, value: Content) -> list[Change]:
    if not isinstance(value, Mapping) or node.kind != "null" or node.start != node.end:
        raise CannotChangeError
    end = line_break(text)
    before = "" if not text or text.endswith(end) else end
    return [Change(len(text), len(text), f"{before}{writtenform.block(value, 0, end)}{end}")]


def _beside(slot: Slot, written: str) -> Change:
    space = " " if slot.node.start == slot.anchor else ""
    return Change(slot.node.start, slot.node.end, f"{space}{written}")


def _in_flow(slot: Slot, value: Content) -> Change:
    written = _flow(value, slot.node.style)
    if slot.key is not None and slot.anchor == slot.key_end:
        # A key alone, as in «{key}», has no colon yet.
        return Change(slot.key_end, slot.key_end, f": {written}")
    if slot.key is None:
        # An item of a list in brackets follows no colon or dash.
        return Change(slot.node.start, slot.node.end, written)
    return _beside(slot, written)


def _other_shape(text: str, parent: Node, slot: Slot, value: Content) -> list[Change]:
    """Return the changes where a list or keys come, or go, in a place of lines.

    What stands on the line of the key stays there: its comment is about the key.
    """
    write = writtenform.after_dash if parent.kind == "list" else writtenform.after_anchor
    end, node = line_break(text), slot.node
    head, _, rest = write(value, slot.column, end).partition(end)
    if end_of_line(text, slot.anchor) >= node.start:
        below = end_of_line(text, slot.end)
        lines = [Change(below, below, f"{end}{rest}")] if rest else []
        return [Change(slot.anchor, slot.end, head), *lines]
    first = start_of_line(text, node.start)
    last = end_of_line(text, node.end) if rest else next_line(text, node.end)
    return [Change(slot.anchor, slot.anchor, head), Change(first, last, rest)]


def _key(key: str) -> str:
    return writtenform.scalar(key, in_flow=True)


def _flow(value: Content, style: str = "") -> str:
    if isinstance(value, Mapping | tuple):
        return writtenform.flow(value)
    return writtenform.scalar(value, in_flow=True, style=style)
