"""The Python for what a template prints: values looked up, escaped and joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from keyword import iskeyword

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
    found: dict[str, object] = {"written": written, "kinds": KINDS}
    for setting, name in _NAMES.items():
        found[name] = printer(setting)
        found[f"{name}s"] = REMEMBERED[setting]
    return found


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
    _is_in_dicts = False

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Put text of the template and values, as they are, behind what was printed before."""
        items = self._merged(node)
        self._measure([len(item) for item in items if isinstance(item, str)])
        dicts = self._plain_dicts(items, frame)
        if not dicts:
            self._write_items(items, frame, f"{frame.buffer}.extend((", "))")
            return
        # Most rows print items of one dict: what it is, is then asked once a row.
        self.writeline("pieces = None")
        self.writeline(f"if {' and '.join(f'type({name}) is dict' for name in dicts)}:")
        self.indent()
        self.writeline("try:")
        self.indent()
        self._is_in_dicts = True
        self._write_items(items, frame, "pieces = (", ")")
        self._is_in_dicts = False
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
        if self._is_in_dicts and isinstance(node.node, nodes.Name):
            self.write(f"{frame.symbols.ref(node.node.name)}[{node.attr!r}]")
            return
        known = f"{KNOWN}{node.attr}"
        self.attributes.add(node.attr)
        self.write(f"(o.{node.attr} if type(o := ")
        self.visit(node.node, frame)
        self.write(f") in {known} else o[{node.attr!r}] if type(o) is dict and {node.attr!r} in o")
        self.write(f" else environment.part(o, {node.attr!r}, {known}))")


def _is_item(attribute: str) -> bool:
    """Tell whether a name may be looked up on a dict as an item first, and is Python's too."""
    return (
        attribute.isascii()
        and attribute.isidentifier()
        and not attribute.startswith("_")
        and not iskeyword(attribute)
        and attribute not in _OF_DICTS
    )
