"""Which stretches of a template depend on nothing but values that stay.

A stretch is worth its token when it is long: short ones are printed faster than spliced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import nodes

from toolkit.rendering import marks

_SHORTEST = 1500
# What may give another value each time it is asked, or keeps something for later.
_CHANGING = (
    nodes.Call,
    nodes.CallBlock,
    nodes.Macro,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.FilterBlock,
    nodes.ContextReference,
    nodes.DerivedContextReference,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some nodes of a body, in a row."""

    nodes: tuple[nodes.Node, ...]
    is_spliced: bool
    regions: tuple[int, ...]
    """How many regions of the finisher are open after each."""

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for node in self.nodes for name in _read(node))


def stretches(
    body: Sequence[nodes.Node], constants: frozenset[str], regions: int
) -> Iterator[Stretch]:
    """Divide *body* into what can be spliced and what cannot; *regions* are open before it.

    What stands in a region is looked at by the finisher, so it must be there in full.
    """
    found: list[tuple[nodes.Node, bool, int]] = []
    for piece in (piece for node in body for piece in _pieces(node)):
        opened = _opened(piece) if isinstance(piece, nodes.Output) else 0
        is_loose = not (regions or opened or _has_marks(piece))
        regions += opened
        found.append((piece, is_loose and is_constant_in(piece, constants), regions))
    for can_be, run in groupby(found, key=lambda each: each[1]):
        several = tuple(run)
        pieces = tuple(piece for piece, _, _ in several)
        is_long = sum(map(_length, pieces)) >= _SHORTEST
        yield Stretch(pieces, can_be and is_long, tuple(after for _, _, after in several))


def merged(stretch: Stretch) -> list[tuple[nodes.Node, int]]:
    """Return the nodes of a stretch, what is printed in a row in one node again."""
    together: list[tuple[nodes.Node, int]] = []
    for node, regions in zip(stretch.nodes, stretch.regions, strict=True):
        last = together[-1][0] if together else None
        if isinstance(node, nodes.Output) and isinstance(last, nodes.Output):
            joined = nodes.Output([*last.nodes, *node.nodes], lineno=last.lineno)
            together[-1] = (joined, regions)
        else:
            together.append((node, regions))
    return together


def is_constant_in(node: nodes.Node, constants: frozenset[str]) -> bool:
    """Tell whether *node* prints the same whenever *constants* are the same."""
    if (
        isinstance(node, _CHANGING)
        or "loop" in _read(node)
        or next(node.find_all(_CHANGING), None) is not None
    ):
        return False
    return _read(node) <= constants


def is_path(node: nodes.Node) -> bool:
    """Tell whether an expression names a part of a value: ``a.b.c``."""
    return isinstance(node, nodes.Name) or (isinstance(node, nodes.Getattr) and is_path(node.node))


def names_assigned(tree: nodes.Template) -> frozenset[str]:
    """Return the names that the template itself gives values to, loops apart."""
    targets = [node.target for node in tree.find_all(nodes.Assign)]
    targets += [node.target for node in tree.find_all(nodes.AssignBlock)]
    targets += [target for node in tree.find_all(nodes.With) for target in node.targets]
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    return frozenset(macros.union(*map(names_in, targets)))


def names_in(node: nodes.Node) -> frozenset[str]:
    """Return every name in *node*."""
    return frozenset(name.name for name in _names(node))


def _opened(node: nodes.Output) -> int:
    """Return how many regions more are open after *node* than before."""
    data = "".join(each.data for each in node.nodes if isinstance(each, nodes.TemplateData))
    letters = [piece[0] for piece in data.split(marks.START)[1:]]
    return sum(-1 if each == "/" else each not in marks.SPOTS for each in letters)


def _has_marks(node: nodes.Node) -> bool:
    return any(marks.START in each.data for each in node.find_all(nodes.TemplateData))


def _pieces(node: nodes.Node) -> Iterator[nodes.Node]:
    if isinstance(node, nodes.Output):
        yield from (nodes.Output([child], lineno=child.lineno) for child in node.nodes)
    else:
        yield node


def _read(node: nodes.Node) -> frozenset[str]:
    loads = [name for name in _names(node) if name.ctx == "load"]
    own = {name.name for name in _names(node) if name.ctx != "load"}
    return frozenset(name.name for name in loads if name.name not in own)


def _names(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


def _length(node: nodes.Node) -> int:
    data = sum(len(each.data) for each in node.find_all(nodes.TemplateData))
    loops = sum(1 for _ in node.find_all(nodes.For)) + isinstance(node, nodes.For)
    return data + loops * _SHORTEST
