"""The names that hold at one point of a template, and what is sure to be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from jinja2 import nodes

from toolkit.workshop.kinds import Kind


class Scope:
    """Names by kind, the inner before the outer; lives as long as one walk through a part."""

    def __init__(self, names: Mapping[str, Kind]) -> None:
        self._levels: list[dict[str, Kind]] = [dict(names)]
        self._present: list[frozenset[str]] = [frozenset()]
        self._left: dict[str, str] = {}

    def get(self, name: str) -> Kind | None:
        """Return the kind of a name, or nothing where there is no such name."""
        return next((level[name] for level in reversed(self._levels) if name in level), None)

    def put(self, name: str, kind: Kind) -> None:
        """Make a name hold from here to the end of what it is defined in."""
        self._levels[-1][name] = kind

    def names(self) -> tuple[str, ...]:
        """Return every name that holds here, the innermost first."""
        return tuple(dict.fromkeys(name for level in reversed(self._levels) for name in level))

    def left_in(self, name: str) -> str:
        """Return the block in which a name held that holds no longer; else nothing."""
        return self._left.get(name, "")

    @contextmanager
    def inside(self, block: str) -> Iterator[None]:
        """Open a level whose names end with the *block*."""
        self._levels.append({})
        yield
        for name in self._levels.pop():
            self._left[name] = block

    @contextmanager
    def given(self, present: frozenset[str]) -> Iterator[None]:
        """Hold, for a while, that the expressions *present* have a value."""
        self._present.append(self._present[-1] | present)
        yield
        self._present.pop()

    def is_present(self, expression: nodes.Expr) -> bool:
        """Tell whether a condition around has made sure of *expression*."""
        return key_of(expression) in self._present[-1]


def key_of(expression: nodes.Node) -> str:
    """Return a name with its parts as it is written: ``course.title``; else nothing."""
    match expression:
        case nodes.Name():
            return expression.name
        case nodes.Getattr():
            owner = key_of(expression.node)
            return f"{owner}.{expression.attr}" if owner else ""
        case _:
            return ""


def sure_if(test: nodes.Node, *, holds: bool) -> frozenset[str]:
    """Return what has a value where *test* holds, or where it does not."""
    match test:
        case nodes.Not():
            return sure_if(test.node, holds=not holds)
        case nodes.And() if holds:
            return sure_if(test.left, holds=True) | sure_if(test.right, holds=True)
        case nodes.Or() if not holds:
            return sure_if(test.left, holds=False) | sure_if(test.right, holds=False)
        case nodes.Test(name="none") if not holds:
            return frozenset({key_of(test.node)})
        case nodes.Test(name="defined") | nodes.Name() | nodes.Getattr() if holds:
            return frozenset({key_of(test.node if isinstance(test, nodes.Test) else test)})
        case nodes.Compare() if holds:
            return frozenset({key_of(test.expr)})
        case _:
            return frozenset()
