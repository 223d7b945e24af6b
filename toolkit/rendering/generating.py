"""The Python that a template becomes: Jinja's own generator, with what costs most made cheap.

All of Jinja's meaning is kept. What differs:

- a name on a plain ``dict`` is looked up as an item first, where Jinja first raises and catches
  an AttributeError (the names that dicts have themselves go Jinja's way);
- a value printed is escaped by looking it up among those escaped before (see `escaping`), a date
  or number that filters of ours write by looking it up among those written before (`filtered`);
- of an object that several parts are printed of, the class is asked for once (`Having`);
- nothing is yielded: all that a part prints goes to one list, which is joined once;
- loops and macros take steps from the budget, and what can grow pays for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import Frame

from toolkit.rendering.outputs import KNOWN, OutputGenerator
from toolkit.rendering.stretches import (
    Stretch,
    is_constant_in,
    is_path,
    merged,
    names_assigned,
    names_in,
    stretches,
)

PRINTED = "printed"
"""The list, in the generated code, of all that a part prints."""
_LOOP_VARIABLES = "_loop_vars = {}"


class Generator(OutputGenerator):
    """Writes the Python of one part."""

    def __init__(
        self,
        environment: Environment,
        name: str,
        filename: str,
        constants: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(environment, name, filename, optimized=True)
        self.settings = {}
        self.attributes = set()
        self.tables = {}
        self.classes = {}
        self.constants = constants
        self._constants = constants
        self._turning: frozenset[str] = frozenset()
        self._regions = 0
        self._splices = 0

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Print a body; what is the same in many documents is printed once and spliced."""
        body = list(nodes)
        if frame.buffer != PRINTED or not self.constants:
            super().blockvisit(body, frame)
            return
        for stretch in stretches(body, self._constants, self._regions):
            if stretch.is_spliced:
                self._write_splice(stretch, frame)
                continue
            for node, regions in merged(stretch):
                # A block leaves as many regions open as it finds.
                self._regions = regions
                super().blockvisit([node], frame)

    def _write_splice(self, stretch: Stretch, frame: Frame) -> None:
        refs = sorted(frame.symbols.ref(name) for name in stretch.names & self._turning)
        self._splices += 1
        key = f"({self._splices}, {''.join(f'id({ref}), ' for ref in refs)})"
        self.writeline(f"token = kept.get({key})")
        self.writeline("if token is None:")
        self.indent()
        inner = frame.soft()
        inner.buffer = "stretch"
        self.writeline("stretch = []")
        super().blockvisit([node for node, _ in merged(stretch)], inner)
        self.writeline(f"token = splice({', '.join((key, 'stretch', *refs))})")
        self.outdent()
        self.writeline(f"{PRINTED}.append(token)")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        """Loop; what a value that stays is made of stays too."""
        outer = self._constants, self._turning, self.is_turning
        targets = names_in(node.target)
        stays = is_path(node.iter) and is_constant_in(node.iter, self._constants)
        self._constants = self._constants | targets if stays else self._constants - targets
        self._turning = self._turning | targets if stays else self._turning - targets
        self.is_turning = True
        super().visit_For(node, frame)
        self._constants, self._turning, self.is_turning = outer

    def write_commons(self) -> None:
        """Open the part's function."""
        super().write_commons()
        self.writeline("step = context.step")
        self.writeline(f"{PRINTED} = context.printed")

    def enter_frame(self, frame: Frame) -> None:
        """Begin the body of a block; a turn of a loop is a step."""
        if frame.rootlevel:
            frame.buffer = PRINTED
        if frame.loop_frame:
            self.writeline("step()")
        super().enter_frame(frame)

    def push_parameter_definitions(self, frame: Frame) -> None:
        """Begin the body of a macro; a call is a step."""
        self.writeline("step()")
        super().push_parameter_definitions(frame)

    def python(self, tree: nodes.Template) -> str:
        """Return the Python of a part."""
        self.constants -= names_assigned(tree)
        self._constants = self.constants
        self.visit(tree)
        made: str = self.stream.getvalue()  # type: ignore[attr-defined]
        if made.count("_loop_vars") == made.count(_LOOP_VARIABLES):
            # Nothing is assigned in a loop: no turn needs a dict for it.
            made = made.replace(_LOOP_VARIABLES, "pass")
        # Last, so that no line of the template moves.
        tables = (
            f"{table} = written{(setting.value, *filters)!r}"
            for (setting, filters), table in self.tables.items()
        )
        classes = (
            f"{name} = Having({', '.join(f'{KNOWN}{each}' for each in sorted(attributes))})"
            for attributes, name in self.classes.items()
        )
        return "\n".join((made, *tables, *classes))

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
