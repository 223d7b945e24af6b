"""Values that filters write: written and escaped once, then looked up.

A course has a few dates, times and numbers, and prints each of them hundreds of times; the same
few words stand around them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import Environment, nodes

from toolkit.rendering.escaping import OPEN, TAB, Setting, printer
from toolkit.rendering.filters import FILTERS

KINDS = frozenset({date, datetime, time, int, float, Decimal, str})
"""What is remembered. Truth is not: it equals a number, and is written otherwise."""

_REMEMBERED = 4096
_SHORT = 64


class Written(dict[Any, str]):
    """What some filters make of values, as it is printed in one setting."""

    __slots__ = ("_filters", "_printed")

    def __init__(self, setting: Setting, names: Iterable[str]) -> None:
        super().__init__()
        self._printed = printer(setting)
        self._filters: tuple[Callable[[Any], object], ...] = tuple(FILTERS[name] for name in names)

    def __missing__(self, value: Any) -> str:
        made: Any = value
        for apply in self._filters:
            made = apply(made)
        text = self._printed(made)
        if isinstance(value, str) and (len(value) > _SHORT or TAB in text or OPEN in text):
            # Too long, or for the finisher, who must be told of it each time.
            return text
        if len(self) >= _REMEMBERED:
            self.clear()
        self[value] = text
        return text


@lru_cache(maxsize=256)
def written(setting: str, *names: str) -> Written:
    """Return what filters of ours, in the order they are applied, make of values."""
    return Written(Setting(setting), names)


def filters_of(node: nodes.Expr, environment: Environment) -> tuple[tuple[str, ...], nodes.Expr]:
    """Return which filters of ours *node* applies, first to last, and the value it begins with."""
    names: list[str] = []
    while isinstance(node, nodes.Filter) and node.node is not None:
        is_plain = not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
        ours = FILTERS.get(node.name)
        if not is_plain or ours is None or environment.filters[node.name] is not ours:
            break
        names.insert(0, node.name)
        node = node.node
    return tuple(names), node
