"""The names of a template looked up in the tree: what each is, or what it was meant to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from types import MappingProxyType

from jinja2 import nodes

from toolkit.text import Text
from toolkit.workshop.hints import meant_name
from toolkit.workshop.kinds import CLAUSES, INTEGER, TRUTH, UNKNOWN, Kind, parts_of
from toolkit.workshop.scope import Scope, key_of

Tell = Callable[[str, int, Mapping[str, object]], None]
"""Takes a slip's kind, the line of its tag and its values."""

_LOOP: Mapping[str, Kind] = MappingProxyType(
    {
        "index": INTEGER, "index0": INTEGER, "revindex": INTEGER, "revindex0": INTEGER,
        "first": TRUTH, "last": TRUTH, "length": INTEGER, "depth": INTEGER, "depth0": INTEGER,
        "previtem": UNKNOWN, "nextitem": UNKNOWN, "cycle": UNKNOWN, "changed": UNKNOWN,
    }
)  # fmt: skip
_METHODS: Mapping[str, type] = MappingProxyType(
    {"text": str, "integer": int, "number": float, "date": date, "time": time}
)
_TABLE_METHODS = frozenset({"items", "keys", "values", "get"})
PERHAPS = Text(it="; forse intendevi «{name}»?", en="; did you mean “{name}”?")
_HAS = Text(it="; ha: {parts}.", en="; it has: {parts}.")
_STOP = Text(it=".", en=".")
_SEE_FIELDS = Text(
    it="; «percorso template fields» elenca quelli che ci sono.",
    en="; “percorso template fields” lists those there are.",
)
_FEW = 12


class Naming:
    """Looks names up; a slip is told once a tag."""

    def __init__(self, scope: Scope, tell: Tell) -> None:
        self.scope = scope
        self.tell = tell

    def slip(self, kind: str, node: nodes.Node, /, **values: object) -> Kind:
        """Tell a slip at the tag of *node*; what comes of it is unknown."""
        self.tell(kind, node.lineno, values)
        return UNKNOWN

    def name(self, node: nodes.Name, parts: tuple[str, ...] = ()) -> Kind:
        """Return the kind of a name; *parts* are what the template asks of it."""
        kind = self.scope.get(node.name)
        if kind is None:
            return self._unknown(node, parts)
        return kind.always() if self.scope.is_present(node) else kind

    def _unknown(self, node: nodes.Name, attributes: tuple[str, ...]) -> Kind:
        whole = ".".join((node.name, *attributes))
        if block := self.scope.left_in(node.name):
            return self.slip("out-of-scope", node, name=node.name, block=block)
        meant = self._meant(node.name, attributes)
        hint = PERHAPS.filled(name=meant) if meant else _SEE_FIELDS
        return self.slip("unknown-name", node, name=whole, hint=hint)

    def _meant(self, name: str, attributes: tuple[str, ...]) -> str:
        """Return the path that was meant, told with its loop where the name is of a list."""
        found = meant_name(name, self.scope.names())
        kind = self.scope.get(found)
        if kind is None:
            found, kind = self._inside(name)
        path, loop = found, ""
        for attribute in attributes:
            if kind.name == "list" and kind.item and not loop:
                one = found.rpartition(".")[2].removeprefix("all_").removesuffix("s")
                path, loop, kind = one, f"{{% for {one} in {path} %}}", kind.item
            part = meant_name(attribute, parts_in(kind))
            kind = parts_in(kind).get(part, UNKNOWN)
            path = f"{path}.{part}" if part else path
        return f"{loop} … {path}" if loop else path

    def _inside(self, name: str) -> tuple[str, Kind]:
        """Return the first part that *name* may stand for, with its kind: ``course.title``."""
        for owner in ("course", *self.scope.names()):
            parts = parts_in(self.scope.get(owner) or UNKNOWN)
            if part := meant_name(name, parts):
                return f"{owner}.{part}", parts[part]
        return "", UNKNOWN

    def part(
        self, node: nodes.Getattr | nodes.Getitem | nodes.Filter, owner: Kind, part: str
    ) -> Kind:
        """Return the kind of a part of a value."""
        written = (key_of(node.node) if node.node is not None else "") or owner.words
        if part.startswith("_"):
            return self.slip("refused-part", node, part=part)
        if owner.may_lack:
            self.slip("may-lack", node, name=written)
        if (kind := self._known_part(owner, part)) is not None:
            return kind.always() if self.scope.is_present(node) else kind
        if owner.name == "list":
            return self.slip("part-of-list", node, part=part, name=written)
        meant = meant_name(part, parts_in(owner))
        hint = PERHAPS.filled(name=f"{written}.{meant}") if meant else _has(owner)
        return self.slip("unknown-part", node, part=part, name=written, hint=hint)

    def _known_part(self, owner: Kind, part: str) -> Kind | None:
        if owner.name == "unknown":
            return UNKNOWN
        if owner.name in ("record", "loop", "table"):
            method = UNKNOWN if owner.name == "table" and part in _TABLE_METHODS else None
            return parts_in(owner).get(part, method)
        python = _METHODS.get(owner.name)
        return UNKNOWN if python is not None and hasattr(python, part) else None


def hint_at(meant: str) -> Text:
    """Return the end of a sentence that proposes a name, or ends it where there is none."""
    return PERHAPS.filled(name=meant) if meant else _STOP


def parts_in(kind: Kind) -> Mapping[str, Kind]:
    """Return the parts that a value of a kind has, by name."""
    if kind.name == "record" and kind.record is not None:
        return parts_of(kind.record)
    if kind.name == "loop":
        return _LOOP
    if kind.name == "table" and kind.item is not None:
        return dict.fromkeys(CLAUSES, kind.item)
    return {}


def _has(owner: Kind) -> Text:
    parts = tuple(parts_in(owner))
    return _HAS.filled(parts=parts) if 0 < len(parts) <= _FEW else _SEE_FIELDS if parts else _STOP
