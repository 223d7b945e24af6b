"""What a real course makes of a template: each tag tried with its values, one fault at a time.

The tags of a part run as Jinja, without the document around them. Every loop, condition
and printed value is noted at its tag; what fails is noted and the rest goes on, so that a
course's faults are told together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from jinja2 import ChainableUndefined, nodes
from jinja2.visitor import NodeTransformer

from toolkit.errors import TemplateError
from toolkit.placeholders import CLOSING, OPENING
from toolkit.rendering import budget, explaining
from toolkit.rendering.environment import TemplateEnvironment
from toolkit.rendering.faults import NOWHERE, TooLargeError
from toolkit.rendering.printing import is_placeholder
from toolkit.text import Text
from toolkit.workshop.reading import Reading
from toolkit.workshop.slips import Slip, slip
from toolkit.workshop.walking import template_of

_NOTE = "__note__"
_AT = "__at__"
_MOST_ROUNDS = 1_000_000
_THE_LOOPS = Text(it="il numero di giri dei cicli", en="the number of rounds of the loops")
_PLACEHOLDER = "\0"
_MARKS = re.compile(f"[{OPENING}{CLOSING}]")


@dataclass
class _Notes:
    """What came of the tags of one part, by their line."""

    line: int = 1
    rounds: int = 0
    printed: dict[int, list[str]] = field(default_factory=dict)
    looped: dict[int, list[int]] = field(default_factory=dict)
    failed: dict[int, Text] = field(default_factory=dict)

    def at(self, line: int) -> str:
        self.line = line
        return ""

    def note(self, _: str, what: str, value: Any) -> Any:
        if what == "loop":
            items = tuple(value)
            self.looped.setdefault(self.line, []).append(len(items))
            self.rounds += len(items)
            if self.rounds > _MOST_ROUNDS:
                raise TooLargeError(what=_THE_LOOPS, limit=f"{_MOST_ROUNDS}", near=NOWHERE)
            return items
        if what == "print":
            self.printed.setdefault(self.line, []).append(_shown(value))
        return value

    def fail(self, reason: Text) -> str:
        self.failed.setdefault(self.line, reason)
        return ""


def _shown(value: object) -> str:
    if is_placeholder(value) or OPENING in str(value):
        return _PLACEHOLDER + _MARKS.sub("", str(value))
    return str(value).strip()


def tried(template: Reading, contexts: Sequence[Mapping[str, object]]) -> Iterator[Slip]:
    """Yield what the values of a course make of a template, each *contexts* in its turn."""
    for items, pairing in zip(template.items, template.pairings, strict=True):
        tree = template_of(items, pairing)
        if tree is None:
            continue
        notes = _Notes()
        run = _runner(tree, notes)
        for context in contexts:
            try:
                run(context)
            except (TemplateError, *explaining.ForeignFault) as error:
                notes.fail(_reason(error))
        loops_with_else = _loops_with_else(tree)
        for line, item in enumerate(items, 1):
            yield from _slips(item.at(), line, notes, is_told=line in loops_with_else)


def _slips(at: tuple[str, ...], line: int, notes: _Notes, *, is_told: bool) -> Iterator[Slip]:
    if reason := notes.failed.get(line):
        yield slip("fails", at, reason=reason)
    elif printed := notes.printed.get(line, []):
        labels = [
            each.removeprefix(_PLACEHOLDER) for each in printed if each.startswith(_PLACEHOLDER)
        ]
        if labels:
            yield slip("prints-placeholder", at, label=labels[0])
        elif not any(printed):
            yield slip("prints-nothing", at, times=len(printed))
    elif (looped := notes.looped.get(line)) and not any(looped) and not is_told:
        yield slip("loops-never", at)


def _runner(tree: nodes.Template, notes: _Notes) -> Callable[[Mapping[str, object]], None]:
    environment = _trial_environment(notes)
    marked = _Marker().visit(tree)
    marked.set_environment(environment)
    code = environment.compile(marked)
    template = environment.template_class.from_code(
        environment, code, {**environment.globals, _NOTE: notes.note, _AT: notes.at}
    )

    def run(context: Mapping[str, object]) -> None:
        budget.begin()
        for _ in template.generate(context):
            pass

    return run


def _trial_environment(notes: _Notes) -> TemplateEnvironment:
    environment = TemplateEnvironment({})
    # What does not exist is told by the rules about names.
    environment.undefined = ChainableUndefined
    for name, write in environment.filters.items():
        environment.filters[name] = _forgiving(write, notes)
    return environment


def _forgiving(write: Callable[..., Any], notes: _Notes) -> Callable[..., Any]:
    @wraps(write)
    def attempt(*arguments: Any, **named: Any) -> Any:
        try:
            return write(*arguments, **named)
        except (TemplateError, *explaining.ForeignFault) as error:
            return notes.fail(_reason(error))

    return attempt


def _reason(error: Exception) -> Text:
    if isinstance(error, TemplateError):
        return error.message.filled(**error.values)
    if isinstance(error, ZeroDivisionError):
        return _BY_ZERO
    words = str(error) or type(error).__name__
    return Text(it=f"{words}.", en=f"{words}.")


_BY_ZERO = Text(it="si divide per zero.", en="it divides by zero.")


class _Marker(NodeTransformer):
    """Notes each printed value, loop and condition, after noting its line."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 — Jinja's name
        node.nodes = [
            each if isinstance(each, nodes.TemplateData) else _noted(each, _printing(each))
            for each in node.nodes
        ]
        return node

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 — Jinja's name
        self.generic_visit(node)
        node.iter = _noted(node.iter, "loop")
        return node

    def visit_If(self, node: nodes.If) -> nodes.If:  # noqa: N802 — Jinja's name
        self.generic_visit(node)
        node.test = _noted(node.test, "test")
        return node

    def visit_Assign(self, node: nodes.Assign) -> nodes.Assign:  # noqa: N802 — Jinja's name
        node.node = _noted(node.node, "set")
        return node


def _printing(expression: nodes.Expr) -> str:
    # Who writes «or» or «if» in a tag has said what to print instead.
    return "test" if isinstance(expression, nodes.Or | nodes.CondExpr) else "print"


def _noted(expression: nodes.Node, what: str) -> nodes.Call:
    # Arguments are worked out in order, so the line is noted before the value.
    line = expression.lineno
    at = nodes.Call(nodes.Name(_AT, "load"), [nodes.Const(line)], [], None, None)
    arguments: list[Any] = [at, nodes.Const(what), expression]
    return nodes.Call(nodes.Name(_NOTE, "load"), arguments, [], None, None, lineno=line)


def _loops_with_else(tree: nodes.Template) -> frozenset[int]:
    return frozenset(each.iter.lineno for each in tree.find_all(nodes.For) if each.else_)
