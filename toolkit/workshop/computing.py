"""What comes of an operation on two kinds of value, where it can be computed at all."""

from __future__ import annotations

from toolkit.workshop.kinds import INTEGER, NUMBER, TEXT, TRUTH, UNKNOWN, Kind

_NUMERIC = ("integer", "number", "truth")
_ORDERED = ("gt", "gteq", "lt", "lteq")


def of_constant(value: object) -> Kind:
    """Return the kind of a value written in a template."""
    match value:
        case bool():
            return TRUTH
        case int():
            return INTEGER
        case float():
            return NUMBER
        case str():
            return TEXT
        case _:
            return UNKNOWN


def computed(left: Kind, operator: str, right: Kind) -> Kind | None:
    """Return the kind of *left operator right*, or nothing where it cannot be computed."""
    if "unknown" in (left.name, right.name):
        return UNKNOWN
    if left.name in _NUMERIC and right.name in _NUMERIC:
        whole = left.name == right.name == "integer" and operator != "div"
        return INTEGER if whole else NUMBER
    if operator == "add" and left.name == right.name and left.name in ("text", "list"):
        return left
    if operator == "mul" and {left.name, right.name} == {"text", "integer"}:
        return TEXT
    if operator == "sub" and left.name == right.name == "date":
        return UNKNOWN
    return None


def can_compare(left: Kind, operator: str, right: Kind) -> bool:
    """Tell whether a comparison of two kinds says anything."""
    if "unknown" in (left.name, right.name) or operator in ("in", "notin"):
        return True
    if left.name in _NUMERIC and right.name in _NUMERIC:
        return True
    if operator in _ORDERED and left.name in ("record", "table"):
        return False
    return left.name == right.name
