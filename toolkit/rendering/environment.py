"""The Jinja environment of templates: sandboxed, immutable, strict, escaping and bounded."""

from __future__ import annotations

import types
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
)
from operator import attrgetter
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from toolkit.rendering import budget
from toolkit.rendering.bounded import BOUNDED, DROPPED, bounded, joined, refuse_large, replaced
from toolkit.rendering.filters import FILTERS
from toolkit.rendering.printing import is_placeholder
from toolkit.rendering.undefined import KINDS, Leniency

_LARGEST_POWER = 4096
_LONGEST_REPETITION = 10_000
_DROPPED_GLOBALS = frozenset({"lipsum", "dict", "cycler", "joiner"})
# Methods of text that cannot make it longer than it was, or tell something of it.
_OF_TEXT = frozenset(
    [
        "upper", "lower", "title", "capitalize", "casefold", "swapcase", "strip", "lstrip",
        "rstrip", "startswith", "endswith", "find", "rfind", "index", "rindex", "count", "split",
        "rsplit", "splitlines", "partition", "rpartition", "removeprefix", "removesuffix",
        "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric",
        "isspace", "istitle", "isupper", "join", "replace",
    ]
)  # fmt: skip
_BY_METHOD: Mapping[str, Callable[..., str]] = {"join": joined, "replace": replaced}


class TemplateContext(Context):
    """The names of one rendering, the steps it takes and what it has printed so far."""

    step: Callable[[], object]
    printed: list[str]


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """What templates may do: name values, loop, choose, filter."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})
    context_class = TemplateContext

    def __init__(
        self,
        filters: Mapping[str, Callable[..., object]] | None = None,
        undefined: Leniency = "strict",
    ) -> None:
        super().__init__(autoescape=True, undefined=KINDS[undefined], keep_trailing_newline=True)
        kept = {name: bounded(each) for name, each in self.filters.items() if name not in DROPPED}
        self.filters = {**kept, **BOUNDED, **FILTERS, **(filters or {})}
        for name in _DROPPED_GLOBALS:
            self.globals.pop(name, None)
        self._plain: dict[type, bool] = {}
        self._known: dict[str, set[type]] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse, besides what the sandbox refuses, methods that stretch text without end."""
        if isinstance(obj, str) and attr not in _OF_TEXT:
            return False
        if isinstance(obj, int | float | bytes | bytearray) and callable(value):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse ``str.format``: a width of nine digits makes a gigabyte."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError("str.format")
        return None

    def part(self, obj: Any, name: str, known: set[type]) -> Any:
        """Return a part, of a harmless name, of what is no plain dict.

        A class whose objects surely have it is added to *known*: of these the generated code
        reads the attribute itself.
        """
        kind = type(obj)
        if self._is_plain(obj):
            if hasattr(kind, name):
                known.add(kind)
            try:
                return getattr(obj, name)
            except AttributeError:
                pass
        return self.getattr(obj, name)

    def _is_plain(self, obj: Any) -> bool:
        is_plain = self._plain.get(type(obj))
        if is_plain is None:
            is_plain = self._plain[type(obj)] = _is_plain(obj)
        return is_plain

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; a value still to be given stands for all its parts too."""
        if is_placeholder(obj):
            return obj
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item; a value still to be given stands for all its parts too."""
        if isinstance(argument, str) and type(obj) in self._known.get(argument, ()):
            return getattr(obj, argument)
        if is_placeholder(obj):
            return obj
        # What is no container has attributes only: to ask for an item first is in vain.
        has_items = hasattr(type(obj), "__getitem__") or not isinstance(argument, str)
        if not has_items and argument[:1] != "_" and self._is_plain(obj):
            known: set[type] = set()
            found = self.part(obj, argument, known)
            if known:
                self._known.setdefault(argument, set()).update(known)
            return found
        return super().getitem(obj, argument)

    def parts(self, items: Iterable[Any], name: Any) -> Iterator[Any]:
        """Return the part *name* of each of *items*; a dotted one is a part of a part."""
        if type(items) is tuple and isinstance(name, str):
            known = self._known.get(name)
            if known is not None and known.issuperset(map(type, items)):
                return map(attrgetter(name), items)
        return map(make_attrgetter(self, name), items)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063
        """Call what a template may call; methods of text pay for what they make."""
        owner = getattr(__obj, "__self__", None)
        if isinstance(owner, str) and isinstance(__obj, types.BuiltinMethodType):
            within = _BY_METHOD.get(__obj.__name__)
            if within is not None:
                return within(owner, *args, **kwargs)
        return __self.counted(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute an operator that can make a huge value, if the result stays small."""
        if not _stays_small(operator, left, right):
            raise SecurityError(f"{type(left).__name__} {operator} {type(right).__name__}")
        return self.counted(super().call_binop(context, operator, left, right))

    def concatenated(self, items: Iterable[Any]) -> str:
        """Return ``a ~ b``."""
        return joined("", items)

    def counted(self, value: Any) -> Any:
        """Return *value* once it is paid for."""
        if isinstance(value, str | list | tuple):
            refuse_large(value)
        return value

    def measured(self, value: Any) -> Any:
        """Return a list, tuple or dict that a template makes, with all it holds paid for."""
        budget.weigh(value)
        return value


def _is_plain(obj: Any) -> bool:
    """Tell whether every public attribute of *obj* may be read at once, unchecked."""
    kind = type(obj)
    return (
        not isinstance(obj, _CHECKED)
        and "is_placeholder" not in dir(kind)
        and bool(kind.__flags__ & _MADE_BY_CLASS)
    )


# Classes and modules reach the interpreter, containers have methods that change them; functions,
# code and frames are not made by a class of Python's.
_CHECKED: tuple[type, ...] = (
    str,
    int,
    float,
    bytes,
    type,
    types.ModuleType,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Undefined,
)
_MADE_BY_CLASS = 1 << 9  # Py_TPFLAGS_HEAPTYPE


def _stays_small(operator: str, left: Any, right: Any) -> bool:
    sized = [len(side) for side in (left, right) if isinstance(side, str | bytes | list | tuple)]
    if operator == "+":
        return sum(sized) <= budget.LONGEST_RESULT
    if operator == "%":
        return not isinstance(left, str | bytes)
    if operator == "*" and sized:
        times = [side for side in (left, right) if isinstance(side, int)]
        return not times or sized[0] * times[0] <= _LONGEST_REPETITION
    if isinstance(left, int) and isinstance(right, int):
        return _bits(operator, left, right) <= _LARGEST_POWER
    return operator != "**" or all(isinstance(side, int | float) for side in (left, right))


def _bits(operator: str, left: int, right: int) -> int:
    if operator == "**":
        return left.bit_length() * max(right, 1)
    return left.bit_length() + right.bit_length()
