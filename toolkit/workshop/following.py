"""A part of a template followed statement by statement, with the names that hold at each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import nodes

from toolkit.workshop.kinds import TEXT, UNKNOWN, Kind
from toolkit.workshop.naming import Tell
from toolkit.workshop.scope import Scope, key_of, sure_if
from toolkit.workshop.valuing import Valuer

_MACRO = Kind("macro")
_LOOP = Kind("loop")


def follow(tree: nodes.Template, names: Mapping[str, Kind], tell: Tell) -> None:
    """Tell every slip in the names and values of *tree*, whose lines are its tags."""
    _Follower(Scope(names), tell).all(tree.body)


class _Follower:
    def __init__(self, scope: Scope, tell: Tell) -> None:
        self._scope = scope
        self._tell = tell
        self._valuer = Valuer(scope, tell)

    def all(self, statements: Iterable[nodes.Node]) -> None:
        for each in statements:
            getattr(self, f"_{type(each).__name__.lower()}", self._other)(each)

    def _other(self, node: nodes.Node) -> None:
        self.all(node.iter_child_nodes())

    def _templatedata(self, node: nodes.TemplateData) -> None:
        """Text between tags says nothing."""

    def _output(self, node: nodes.Output) -> None:
        for each in node.nodes:
            if not isinstance(each, nodes.TemplateData):
                self._valuer.told_if_raw(each, self._valuer.kind(each))

    def _if(self, node: nodes.If) -> None:
        self._valuer.kind(node.test)
        with self._scope.given(sure_if(node.test, holds=True)):
            self.all(node.body)
        with self._scope.given(sure_if(node.test, holds=False)):
            self.all(node.elif_)
            self.all(node.else_)

    def _for(self, node: nodes.For) -> None:
        listed = self._valuer.kind(node.iter)
        name = key_of(node.iter) or listed.words
        if listed.name not in ("list", "table", "unknown"):
            self._tell("not-a-list", node.iter.lineno, {"name": name, "kind": listed.words})
            listed = UNKNOWN
        with self._scope.inside("for"):
            self._scope.put("loop", _LOOP)
            self._bind(node.target, TEXT if listed.name == "table" else listed.item or UNKNOWN)
            if node.test is not None:
                self._valuer.kind(node.test)
            self.all(node.body)
        self.all(node.else_)

    def _bind(self, target: Any, kind: Kind) -> None:
        if isinstance(target, nodes.Name):
            self._scope.put(target.name, kind)
        elif isinstance(target, nodes.Tuple):
            for each in target.items:
                self._bind(each, UNKNOWN)

    def _assign(self, node: nodes.Assign) -> None:
        self._bind(node.target, self._valuer.kind(node.node))

    def _assignblock(self, node: nodes.AssignBlock) -> None:
        self.all(node.body)
        self._bind(node.target, TEXT)

    def _with(self, node: nodes.With) -> None:
        kinds = [self._valuer.kind(each) for each in node.values]
        with self._scope.inside("with"):
            for target, kind in zip(node.targets, kinds, strict=True):
                self._bind(target, kind)
            self.all(node.body)

    def _macro(self, node: nodes.Macro) -> None:
        self._scope.put(node.name, _MACRO)
        with self._scope.inside("macro"):
            for name in ("caller", "varargs", "kwargs", *(each.name for each in node.args)):
                self._scope.put(name, UNKNOWN)
            self.all(node.body)

    def _callblock(self, node: nodes.CallBlock) -> None:
        self._valuer.kind(node.call)
        with self._scope.inside("call"):
            for each in node.args:
                self._scope.put(each.name, UNKNOWN)
            self.all(node.body)

    def _filterblock(self, node: nodes.FilterBlock) -> None:
        self._valuer.kind(node.filter)
        self.all(node.body)
