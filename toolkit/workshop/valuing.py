"""The kind of value of each expression of a template, and the slips on the way to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from toolkit.workshop.computing import can_compare, computed, of_constant
from toolkit.workshop.expressions import environment
from toolkit.workshop.filtering import Filtering
from toolkit.workshop.hints import meant_name
from toolkit.workshop.kinds import INTEGER, TEXT, TRUTH, UNKNOWN, Kind
from toolkit.workshop.naming import hint_at
from toolkit.workshop.scope import key_of, sure_if

_OPERATIONS = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


class Valuer(Filtering):
    """Values the expressions of one part."""

    def kind(self, expression: nodes.Node) -> Kind:
        """Return the kind of *expression*, telling what is wrong in it."""
        name = type(expression).__name__.lower()
        value: Callable[[Any], Kind] | None = getattr(self, f"_{name}", None)
        if value is not None:
            return value(expression)
        if isinstance(expression, _OPERATIONS):
            return self._operation(expression, name)
        kinds = [self.kind(child) for child in expression.iter_child_nodes()]
        if isinstance(expression, nodes.List | nodes.Tuple):
            return Kind("list", item=kinds[0] if len(set(kinds)) == 1 else UNKNOWN)
        return UNKNOWN

    def _const(self, node: nodes.Const) -> Kind:
        return of_constant(node.value)

    def _name(self, node: nodes.Name) -> Kind:
        if self.scope.get(node.name) is None and node.name in environment().globals:
            return UNKNOWN
        return self.name(node)

    def _getattr(self, node: nodes.Getattr) -> Kind:
        root, parts = _chain(node)
        if isinstance(root, nodes.Name) and self.scope.get(root.name) is None:
            return UNKNOWN if root.name in environment().globals else self.name(root, parts)
        return self.part(node, self.kind(node.node), node.attr)

    def _getitem(self, node: nodes.Getitem) -> Kind:
        owner = self.kind(node.node)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.part(node, owner, node.arg.value)
        if isinstance(node.arg, nodes.Slice):
            return owner
        self.kind(node.arg)
        return owner.item or UNKNOWN

    def _filter(self, node: nodes.Filter) -> Kind:
        for each in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.kind(each)
        return self.filtered(node, self.kind(node.node) if node.node is not None else TEXT)

    def _test(self, node: nodes.Test) -> Kind:
        if node.name not in ("defined", "undefined"):
            self.kind(node.node)
        for each in node.args:
            self.kind(each)
        if node.name not in environment().tests:
            hint = hint_at(meant_name(node.name, environment().tests))
            self.slip("unknown-test", node, name=node.name, hint=hint)
        return TRUTH

    def _call(self, node: nodes.Call) -> Kind:
        called = self.kind(node.node)
        for each in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.kind(each)
        if called.name not in ("unknown", "macro"):
            self.slip("not-a-function", node, name=key_of(node.node) or called.words)
        return Kind("list", item=INTEGER) if key_of(node.node) == "range" else UNKNOWN

    def _condexpr(self, node: nodes.CondExpr) -> Kind:
        self.kind(node.test)
        with self.scope.given(sure_if(node.test, holds=True)):
            first = self.kind(node.expr1)
        if node.expr2 is None:
            return first
        with self.scope.given(sure_if(node.test, holds=False)):
            second = self.kind(node.expr2)
        return first if first == second else UNKNOWN

    def _and(self, node: nodes.And) -> Kind:
        left = self.kind(node.left)
        with self.scope.given(sure_if(node.left, holds=True)):
            right = self.kind(node.right)
        return left if left == right else UNKNOWN

    def _or(self, node: nodes.Or) -> Kind:
        left = self.kind(node.left).always()
        with self.scope.given(sure_if(node.left, holds=False)):
            right = self.kind(node.right).always()
        return left if left == right else UNKNOWN

    def _not(self, node: nodes.Not) -> Kind:
        self.kind(node.node)
        return TRUTH

    def _concat(self, node: nodes.Concat) -> Kind:
        for each in node.nodes:
            self.told_if_raw(each, self.kind(each))
        return TEXT

    def _compare(self, node: nodes.Compare) -> Kind:
        left = self.kind(node.expr)
        for operand in node.ops:
            right = self.kind(operand.expr)
            if not can_compare(left, operand.op, right):
                self.slip("cannot-compare", node, left=left.words, right=right.words)
        return TRUTH

    def _operation(self, node: nodes.BinExpr, operator: str) -> Kind:
        left, right = self.kind(node.left), self.kind(node.right)
        result = computed(left, operator, right)
        if result is None:
            return self.slip("cannot-compute", node, left=left.words, right=right.words)
        return result


def _chain(node: nodes.Getattr) -> tuple[nodes.Expr, tuple[str, ...]]:
    """Return what ``a.b.c`` begins with, and the parts asked of it."""
    parts: tuple[str, ...] = ()
    root: nodes.Expr = node
    while isinstance(root, nodes.Getattr):
        parts = (root.attr, *parts)
        root = root.node
    return root, parts
