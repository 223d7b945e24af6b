"""The Python for what a template prints: values looked up, escaped and joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from keyword import iskeyword
from types import MappingProxyType

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from toolkit.rendering.escaping import OPEN, REMEMBERED, TAB, Setting, printer
from toolkit.rendering.filtered import KINDS, filters_of, written

_NAMES = {setting: f"p_{setting.value}" for setting in Setting}
_RAW = re.compile(r"(\{[{%#][-+]?)\n")
_OF_DICTS = frozenset(dir(dict))
# A text that is remembered, escaped; what is longer is paid for one by one.
_LONGEST_VALUE = 2048
KNOWN = "k_"
"""Before the name of an attribute: the classes that are known to have it."""


def printing_names() -> dict[str, object]:
    """Return what the generated code prints with, by the names it has there."""
    found: dict[str, object] = {"written": written, "kinds": KINDS, "Having": Having}
    for setting, name in _NAMES.items():
        found[name] = printer(setting)
        found[f"{name}s"] = REMEMBERED[setting]
    return found


class Having(set[type]):
    """The classes seen so far whose objects surely have all of several attributes."""

    __slots__ = ("_each",)

    def __init__(self, *each: set[type]) -> None:
        """Take, for *each* attribute, the classes that are known to have it."""
        super().__init__()
        self._each = each

    def learn(self, kind: type) -> None:
        """Note that objects of *kind* were read, each attribute by itself."""
        if all(kind in known for known in self._each):
            self.add(kind)


class OutputGenerator(CodeGenerator):
    """Writes the outputs of one part."""

    settings: Mapping[int, Setting]
    """Where each expression prints, by the identity of its node."""
    attributes: set[str]
    """The attributes that were read so far."""
    tables: dict[tuple[Setting, tuple[str, ...]], str]
    """The names of what filters have written, by where they print and which they are."""
    once = 0
    """Characters of the template's own text so far."""
    largest = _LONGEST_VALUE
    """The most characters that a loop prints at a time."""
    is_turning = False
    """Whether what is being written stands in a loop."""
    classes: dict[frozenset[str], str]
    """The names of the classes that have several attributes, by which these are."""
    _sure: Mapping[str, str] = MappingProxyType({})
    """How the parts are written of variables that surely have them."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Put text of the template and values, as they are, behind what was printed before."""
        items = self._merged(node)
        self._measure([len(item) for item in items if isinstance(item, str)])
        objects = self._objects(items, frame)
        if not objects:
            self._write_any(items, frame)
            return
        # Most rows print several parts of one object: its class is then asked for once a row.
        self.writeline(f"if {' and '.join(f'type({ref}) in {all_}' for ref, all_ in objects)}:")
        self.indent()
        self._sure = {ref: ".{}" for ref, _ in objects}
        self._write_items(items, frame, f"{frame.buffer}.extend((", "))")
        self._sure = {}
        self.outdent()
        self.writeline("else:")
        self.indent()
        self._write_any(items, frame)
        for ref, all_ in objects:
            self.writeline(f"if type({ref}) is not dict: {all_}.learn(type({ref}))")
        self.outdent()

    def _write_any(self, items: Sequence[str | nodes.Expr], frame: Frame) -> None:
        """Print *items*, whatever they are read from."""
        dicts = self._plain_dicts(items, frame)
        if not dicts:
            self._write_items(items, frame, f"{frame.buffer}.extend((", "))")
            return
        # And of the rows of dicts most print nothing else.
        self.writeline("pieces = None")
        self.writeline(f"if {' and '.join(f'type({name}) is dict' for name in dicts)}:")
        self.indent()
        self.writeline("try:")
        self.indent()
        self._sure = dict.fromkeys(dicts, "[{!r}]")
        self._write_items(items, frame, "pieces = (", ")")
        self._sure = {}
        self.outdent()
        self.writeline("except KeyError: pass")
        self.outdent()
        self.writeline("if pieces is None:")
        self.indent()
        self._write_items(items, frame, "pieces = (", ")")
        self.outdent()
        self.writeline(f"{frame.buffer}.extend(pieces)")

    def _measure(self, texts: Sequence[int]) -> None:
        self.once += sum(texts)
        if self.is_turning:
            self.largest = max(self.largest, *texts, 0)

    def _write_items(
        self,
        items: Sequence[str | nodes.Expr],
        frame: Frame,
        opening: str,
        closing: str,
    ) -> None:
        self.writeline(opening)
        self.indent()
        for item in items:
            if isinstance(item, str):
                self.writeline(repr(item))
            else:
                self.newline(item)
                self._write_printed(item, frame)
            self.write(",")
        self.outdent()
        self.writeline(closing)

    def _objects(self, items: Sequence[str | nodes.Expr], frame: Frame) -> list[tuple[str, str]]:
        """Return the variables that *items* read several parts of, and who has all of these."""
        read: dict[str, list[str]] = {}
        for part in (part for item in items if not isinstance(item, str) for part in _parts(item)):
            if isinstance(part.node, nodes.Name) and _is_item(part.attr):
                read.setdefault(frame.symbols.ref(part.node.name), []).append(part.attr)
        return [
            (ref, self._having(frozenset(parts)))
            for ref, parts in sorted(read.items())
            if len(parts) > 1
        ]

    def _having(self, attributes: frozenset[str]) -> str:
        self.attributes |= attributes
        return self.classes.setdefault(attributes, f"h_{len(self.classes)}")

    def _plain_dicts(self, items: Sequence[str | nodes.Expr], frame: Frame) -> list[str]:
        """Return the variables that *items* print items of, if they print nothing else."""
        found = set()
        for item in items:
            if isinstance(item, str):
                continue
            if not (
                isinstance(item, nodes.Getattr)
                and isinstance(item.node, nodes.Name)
                and _is_item(item.attr)
            ):
                return []
            found.add(frame.symbols.ref(item.node.name))
        return sorted(found)

    def _merged(self, node: nodes.Output) -> list[str | nodes.Expr]:
        items: list[str | nodes.Expr] = []
        for child in node.nodes:
            text = self._constant(child)
            if text is None:
                items.append(child)
            elif items and isinstance(items[-1], str):
                items[-1] += text
            else:
                items.append(text)
        return items

    def _constant(self, node: nodes.Expr) -> str | None:
        if isinstance(node, nodes.TemplateData):
            # What looks like a tag here stands in a raw block: its line was not its own.
            data = _RAW.sub(r"\1", node.data)
            return data.encode("ascii", "xmlcharrefreplace").decode()
        if not isinstance(node, nodes.Const) or not isinstance(node.value, str):
            return None
        text = REMEMBERED[self.settings[id(node)]][node.value]
        # What the finisher must see is printed as a value is, so that it is asked to look.
        return None if TAB in text or OPEN in text else text

    def _write_printed(self, node: nodes.Expr, frame: Frame) -> None:
        setting = self.settings[id(node)]
        name = _NAMES[setting]
        filters, value = filters_of(node, self.environment)
        if not filters:
            self.write(f"({name}s[v] if type(v := ")
            self.visit(node, frame)
            self.write(f") is str or type(v) is int else {name}(v))")
            return
        table = self.tables.setdefault((setting, filters), f"w_{len(self.tables)}")
        applied = "".join(f"{self.filters[each]}(" for each in reversed(filters))
        self.write(f"({table}[v] if type(v := ")
        self.visit(value, frame)
        self.write(f") in kinds else {name}({applied}v{')' * len(filters)}))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Look a name up on a value."""
        if not _is_item(node.attr):
            super().visit_Getattr(node, frame)
            return
        ref = frame.symbols.ref(node.node.name) if isinstance(node.node, nodes.Name) else ""
        if ref in self._sure:
            self.write(f"{ref}{self._sure[ref].format(node.attr)}")
            return
        known = f"{KNOWN}{node.attr}"
        self.attributes.add(node.attr)
        self.write(f"(o.{node.attr} if type(o := ")
        self.visit(node.node, frame)
        self.write(f") in {known} else o[{node.attr!r}] if type(o) is dict and {node.attr!r} in o")
        self.write(f" else environment.part(o, {node.attr!r}, {known}))")


def _parts(node: nodes.Expr) -> Iterator[nodes.Getattr]:
    """Yield each part of a value that an expression reads."""
    if isinstance(node, nodes.Getattr):
        yield node
    yield from node.find_all(nodes.Getattr)


def _is_item(attribute: str) -> bool:
    """Tell whether a name may be looked up on a dict as an item first, and is Python's too."""
    return (
        attribute.isascii()
        and attribute.isidentifier()
        and not attribute.startswith("_")
        and not iskeyword(attribute)
        and attribute not in _OF_DICTS
    )
