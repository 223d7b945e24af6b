"""Where in the data a fault lies: ``units[2].title``, whatever the loop calls it.

The generated code knows variables; who filled the data in knows paths. When something fails,
the variables of the frame say in which turn of each loop it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from types import TracebackType
from typing import Any

from jinja2 import nodes

from toolkit.rendering.printing import shown
from toolkit.text import Text

_VARIABLE = re.compile(r"l_(\d+)_(\w+)")
_UNKNOWN = object()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a tag reads, as its author wrote it, and the loops around it, outermost first."""

    path: tuple[str, ...]
    loops: tuple[tuple[str, tuple[str, ...]], ...]
    """The variable of each loop and what it goes through."""


def readings(tree: nodes.Template) -> dict[int, Reading]:
    """Return what each tag reads, by its line; of several things the first."""
    found: dict[int, Reading] = {}
    _walk(tree.body, (), found)
    return found


def _walk(
    body: Sequence[nodes.Node],
    loops: tuple[tuple[str, tuple[str, ...]], ...],
    found: dict[int, Reading],
) -> None:
    for node in body:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                path = next(_paths(child), None)
                if path is not None:
                    found.setdefault(child.lineno, Reading(path, loops))
        inner = loops
        if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
            inner = (*loops, (node.target.name, next(_paths(node.iter), ())))
        statements = [each for each in node.iter_child_nodes() if isinstance(each, nodes.Stmt)]
        _walk(statements, inner, found)


def _paths(node: nodes.Node) -> Iterator[tuple[str, ...]]:
    """Yield the dotted names in an expression, the longest first, in the order of reading."""
    path = _path(node)
    if path is not None:
        yield path
        return
    for child in node.iter_child_nodes():
        yield from _paths(child)


def _path(node: nodes.Node) -> tuple[str, ...] | None:
    if isinstance(node, nodes.Name):
        return (node.name,) if node.ctx == "load" else None
    if isinstance(node, nodes.Getattr):
        before = _path(node.node)
        return None if before is None else (*before, node.attr)
    return None


def told(
    reading: Reading, trace: TracebackType | None, where: str, names: Mapping[str, Any]
) -> Text:
    """Return what a message says of the data that a tag reads; nothing if that is not known."""
    variables = _variables(trace, where)
    values = dict(names)
    written: dict[str, str] = {}
    for target, through in reading.loops:
        value = variables.get(target, _UNKNOWN)
        holder = _value(through, values)
        position = next((n for n, each in enumerate(_items(holder)) if each is value), None)
        if value is _UNKNOWN or position is None:
            # A filter or a call made what the loop goes through: its variable has to do.
            written.pop(target, None)
        else:
            written[target] = f"{_written(through, written)}[{position}]"
        values[target] = value
    value = _value(reading.path, values)
    data = _written(reading.path, written)
    if not isinstance(value, _PLAIN):
        return _DATA.filled(data=data)
    return _DATA_AND_VALUE.filled(data=data, value=shown(value))


# What is made of other values says nothing to a reader.
_PLAIN = (str, int, float, Decimal, date, time, type(None))
_DATA = Text(it=" Dato: {data}.", en=" Data: {data}.")
_DATA_AND_VALUE = Text(it=" Dato: {data} = {value}.", en=" Data: {data} = {value}.")


def _variables(trace: TracebackType | None, where: str) -> dict[str, Any]:
    """Return the variables of the part *where* at the fault, by the names the author gave them."""
    found: dict[str, Any] = {}
    levels: dict[str, int] = {}
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_code.co_filename == where:
            for variable, value in frame.f_locals.items():
                named = _VARIABLE.fullmatch(variable)
                if named and int(named[1]) >= levels.get(named[2], 0):
                    levels[named[2]], found[named[2]] = int(named[1]), value
        trace = trace.tb_next
    return found


def _value(path: tuple[str, ...], values: Mapping[str, Any]) -> Any:
    value: Any = values
    for step in path:
        try:
            value = value[step] if isinstance(value, Mapping) else getattr(value, step)
        except Exception:  # noqa: BLE001 - a property of a program may raise anything
            return _UNKNOWN
    return value


def _items(holder: Any) -> Sequence[Any]:
    return holder if isinstance(holder, list | tuple) else ()


def _written(path: tuple[str, ...], written: Mapping[str, str]) -> str:
    first, *rest = path or ("",)
    return ".".join((written.get(first, first), *rest))
