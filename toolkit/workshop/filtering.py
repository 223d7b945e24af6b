"""What a template's filters are given, and what is printed without one."""

from __future__ import annotations

from jinja2 import nodes

from toolkit.text import Text
from toolkit.workshop.expressions import environment
from toolkit.workshop.hints import meant_name
from toolkit.workshop.kinds import NAMES, UNKNOWN, Kind
from toolkit.workshop.naming import Naming, hint_at
from toolkit.workshop.scope import key_of
from toolkit.workshop.writers import BY_ATTRIBUTE, USES, WRITERS, Use

_PRINTED = ("text", "integer", "unknown", "macro")


class Filtering(Naming):
    """Follows values through filters and into the document."""

    def told_if_raw(self, node: nodes.Node, kind: Kind) -> None:
        """Tell a value that has no written form of its own, or may not be there."""
        name = key_of(node)
        if kind.may_lack:
            self.slip("may-lack", node, name=name or kind.words)
        elif kind.name not in _PRINTED:
            self.slip("raw-value", node, name=name, kind=kind.words, remedy=_remedy(kind))

    def filtered(self, node: nodes.Filter, given: Kind) -> Kind:
        """Return the kind of what a filter makes of *given*."""
        if node.name not in environment().filters:
            hint = hint_at(meant_name(node.name, environment().filters))
            return self.slip("unknown-filter", node, name=node.name, hint=hint)
        use = USES.get(node.name, Use(frozenset(), UNKNOWN))
        if given.name == "unknown":
            return use.result(UNKNOWN)
        if use.takes and given.name not in use.takes:
            wanted = _listed(tuple(NAMES[each] for each in NAMES if each in use.takes))
            self.slip("filter-wants", node, name=node.name, kind=given.words, wanted=wanted)
            return use.result(UNKNOWN)
        if given.may_lack and use.takes:
            name = key_of(node.node) if node.node is not None else ""
            self.slip("may-lack", node, name=name or given.words)
        return self._by_attribute(node, given, use.result(given))

    def _by_attribute(self, node: nodes.Filter, given: Kind, result: Kind) -> Kind:
        attribute = _attribute(node)
        item = given.item or UNKNOWN
        if node.name.startswith("join") and not attribute and item.name not in _PRINTED:
            self.slip("raw-items", node, name=node.name, kind=item.words)
        if not attribute:
            return result
        part = self.part(node, item, attribute)
        if node.name == "sum":
            return part
        return Kind("list", item=part) if node.name == "map" else result


def _attribute(node: nodes.Filter) -> str:
    """Return the part of each item that a filter names, such as ``map(attribute="code")``."""
    if node.name not in BY_ATTRIBUTE:
        return ""
    named = next((each.value for each in node.kwargs if each.key == "attribute"), None)
    position = BY_ATTRIBUTE[node.name]
    if named is None and node.name != "map" and 0 <= position < len(node.args):
        named = node.args[position]
    found = named.value if isinstance(named, nodes.Const) else ""
    return found if isinstance(found, str) and found.isidentifier() else ""


def _remedy(kind: Kind) -> Text:
    if kind.name == "list" and kind.item is not None and kind.item.name not in _PRINTED:
        return _LOOP
    if names := WRITERS.get(kind.name):
        return (_USE if "," in names else _USE_THE).filled(names=names)
    return _NAME_A_PART


_USE = Text(it="usa uno dei filtri {names}", en="use one of the filters {names}")
_USE_THE = Text(it="usa il filtro {names}", en="use the filter {names}")
_LOOP = Text(
    it="stampa le sue voci una alla volta, con un ciclo", en="print its items one by one, in a loop"
)
_NAME_A_PART = Text(it="nomina una sua parte", en="name one of its parts")


def _listed(words: tuple[Text, ...]) -> Text:
    return Text(it=" o ".join(each.it for each in words), en=" or ".join(each.en for each in words))
