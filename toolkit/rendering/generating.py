"""The Python that a template becomes: Jinja's own generator, with what costs most made cheap.

All of Jinja's meaning is kept. What differs:

- a name on a plain ``dict`` is looked up as an item first, where Jinja first raises and catches
  an AttributeError (the names that dicts have themselves go Jinja's way);
- a value printed is escaped by looking it up among those escaped before (see `escaping`);
- the pieces that one `Output` prints are joined before they are yielded;
- loops and macros take steps from the budget, and what can grow pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame

from toolkit.rendering.escaping import REMEMBERED, Setting, printer

_NAMES = {setting: f"p_{setting.value}" for setting in Setting}
_RAW = re.compile(r"(\{[{%#][-+]?)\n")
_OF_DICTS = frozenset(dir(dict))
_LOOP_VARIABLES = "_loop_vars = {}"
_ADDED = 3
"""Few pieces are added faster than they are joined."""
_TOGETHER, _JOINED = ("(", " +", ")"), ("join((", ",", ",))")
KNOWN = "k_"
"""Before the name of an attribute: the classes that are known to have it."""


def printing_names() -> dict[str, object]:
    """Return what the generated code prints with, by the names it has there."""
    found: dict[str, object] = {"join": "".join}
    for setting, name in _NAMES.items():
        found[name] = printer(setting)
        found[f"{name}s"] = REMEMBERED[setting]
    return found


class Generator(CodeGenerator):
    """Writes the Python of one part."""

    def __init__(self, environment: Environment, name: str, filename: str) -> None:
        super().__init__(environment, name, filename, optimized=True)
        self.settings: Mapping[int, Setting] = {}
        self.attributes: set[str] = set()
        self._is_in_dicts = False

    def write_commons(self) -> None:
        """Open the part's function."""
        super().write_commons()
        self.writeline("step = context.step")

    def enter_frame(self, frame: Frame) -> None:
        """Begin the body of a block; a turn of a loop is a step."""
        if frame.loop_frame:
            self.writeline("step()")
        super().enter_frame(frame)

    def push_parameter_definitions(self, frame: Frame) -> None:
        """Begin the body of a macro; a call is a step."""
        self.writeline("step()")
        super().push_parameter_definitions(frame)

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Print text of the template and values as one piece."""
        items = self._merged(node)
        if frame.buffer is not None:
            self._write_items(items, frame, f"{frame.buffer}.extend((", ",", ",))")
            return
        opening, between, closing = _JOINED if len(items) > _ADDED else _TOGETHER
        dicts = self._plain_dicts(items, frame)
        if not dicts:
            self._write_items(items, frame, f"yield {opening}", between, closing)
            return
        # Most rows print items of one dict: what it is, is then asked once a row.
        self.writeline("piece = None")
        self.writeline(f"if {' and '.join(f'type({name}) is dict' for name in dicts)}:")
        self.indent()
        self.writeline("try:")
        self.indent()
        self._is_in_dicts = True
        self._write_items(items, frame, f"piece = {opening}", between, closing)
        self._is_in_dicts = False
        self.outdent()
        self.writeline("except KeyError: pass")
        self.outdent()
        self.writeline("if piece is None:")
        self.indent()
        self._write_items(items, frame, f"piece = {opening}", between, closing)
        self.outdent()
        self.writeline("yield piece")

    def _write_items(
        self,
        items: Sequence[str | nodes.Expr],
        frame: Frame,
        opening: str,
        between: str,
        closing: str,
    ) -> None:
        self.writeline(opening)
        self.indent()
        for number, item in enumerate(items):
            self.write(between if number else "")
            if isinstance(item, str):
                self.writeline(repr(item))
            else:
                self.newline(item)
                self._write_printed(item, frame)
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

    def python(self, tree: nodes.Template) -> str:
        """Return the Python of a part."""
        self.visit(tree)
        made: str = self.stream.getvalue()  # type: ignore[attr-defined]
        if made.count("_loop_vars") == made.count(_LOOP_VARIABLES):
            # Nothing is assigned in a loop: no turn needs a dict for it.
            made = made.replace(_LOOP_VARIABLES, "pass")
        return made

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
        return REMEMBERED[self.settings[id(node)]][node.value]

    def _write_printed(self, node: nodes.Expr, frame: Frame) -> None:
        name = _NAMES[self.settings[id(node)]]
        self.write(f"({name}s[v] if type(v := ")
        self.visit(node, frame)
        self.write(f") is str else {name}(v))")

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
        self.write(f"(o[{node.attr!r}] if type(o := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {node.attr!r} in o else o.{node.attr} if type(o) in {known}")
        self.write(f" else environment.part(o, {node.attr!r}, {known}))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Look an item up, or cut a piece out."""
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.counted(")
        super().visit_Getitem(node, frame)
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Join texts, as long as the result stays small."""
        self.write("environment.concatenated((")
        for item in node.nodes:
            self.visit(item, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:
        """Make a list that is not larger, with all it holds, than a document needs."""
        self._write_counted(super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:
        """Make a tuple, or name the targets of an assignment."""
        if node.ctx == "load":
            self._write_counted(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:
        """Make a dict, under the same condition."""
        self._write_counted(super().visit_Dict, node, frame)

    def _write_counted(self, write: Any, node: nodes.Expr, frame: Frame) -> None:
        try:
            node.as_const(frame.eval_ctx)
        except nodes.Impossible:
            self.write("environment.measured(")
            write(node, frame)
            self.write(")")
        else:
            write(node, frame)


def _is_item(attribute: str) -> bool:
    """Tell whether a name may be looked up on a dict as an item first, and is Python's too."""
    return (
        attribute.isascii()
        and attribute.isidentifier()
        and not attribute.startswith("_")
        and not iskeyword(attribute)
        and attribute not in _OF_DICTS
    )
