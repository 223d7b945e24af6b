"""The Jinja environment of templates: sandboxed, strict and escaping."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from toolkit.rendering.faults import NOWHERE, ForbiddenCharacterError, UnprintableValueError
from toolkit.rendering.filters import FILTERS
from toolkit.text import Text

# What XML 1.0 cannot hold: control characters, lone surrogates, two non-characters.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LARGEST_POWER = 4096
_LONGEST_REPETITION = 10_000
_STRETCHING = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs"})
_DROPPED_FILTERS = frozenset(
    # They let a value become markup, or a small template make text without end.
    [
        "safe",
        "center",
        "format",
        "indent",
        "wordwrap",
        "filesizeformat",
        "pprint",
        "tojson",
        "xmlattr",
        "urlize",
        "random",
    ]
)
_DROPPED_GLOBALS = frozenset({"lipsum", "dict", "cycler", "joiner"})


class MissingNameError(UndefinedError):
    """A template used *name*, which *owner* (the context when `missing`) does not have."""

    def __init__(self, owner: object, name: str, message: str | None = None) -> None:
        super().__init__(message)
        self.owner = owner
        self.name = name


class _Strict(StrictUndefined):
    """An undefined value that remembers whom it was asked of."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[Exception] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]
        if exc is UndefinedError and name is not None:
            self._undefined_exception = partial(MissingNameError, self._undefined_obj, str(name))  # type: ignore[assignment]


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """What templates may do: name values, loop, choose, filter."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, filters: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(
            autoescape=True, undefined=_Strict, finalize=printable, keep_trailing_newline=True
        )
        for name in _DROPPED_FILTERS:
            self.filters.pop(name, None)
        for name in _DROPPED_GLOBALS:
            self.globals.pop(name, None)
        self.filters.update(FILTERS)
        self.filters.update(filters)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse, besides what the sandbox refuses, methods that stretch text without end."""
        if isinstance(obj, str) and attr in _STRETCHING:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse ``str.format``: a width of nine digits makes a gigabyte."""
        if super().wrap_str_format(value) is not None:
            raise SecurityError("str.format")
        return None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute; a value still to be given stands for all its parts too."""
        if is_placeholder(obj):
            return obj
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item; a value still to be given stands for all its parts too."""
        if is_placeholder(obj):
            return obj
        return super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute an operator that can make a huge value, if the result stays small."""
        if not _stays_small(operator, left, right):
            raise SecurityError(f"{type(left).__name__} {operator} {type(right).__name__}")
        return super().call_binop(context, operator, left, right)


def is_placeholder(value: object) -> bool:
    """Tell whether *value* stands for one that nobody has given yet."""
    return getattr(value, "is_placeholder", False) is True


def printable(value: object) -> object:
    """Return *value* if it can stand in a document as it is.

    Only text, whole numbers, what knows its own markup and what is still to be given can:
    a date or ``10.5`` printed raw would be in no language, ``None`` is a hole, a list is a slip.
    """
    if isinstance(value, Undefined):
        return value
    if isinstance(value, str):
        _refuse_impossible(value)
        return value
    if is_placeholder(value) or hasattr(value, "__html__"):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    shown = repr(value)[:60]
    raise UnprintableValueError(
        kind=type(value).__name__, value=shown, remedy=_remedy(value), near=NOWHERE
    )


def _remedy(value: object) -> Text:
    names = _WRITERS.get(type(value).__name__)
    if names is None:
        return _NAME_A_PART
    return _USE_A_FILTER.filled(names=names)


_WRITERS = {
    "bool": "yes_no",
    "float": "hours, number, euro",
    "Decimal": "hours, number, euro",
    "date": "date, long_date, weekday, month",
    "datetime": "date, time",
    "time": "time",
    "tuple": "join_and, join",
    "list": "join_and, join",
}
_USE_A_FILTER = Text(it="usa uno dei filtri {names}", en="use one of the filters {names}")
_NAME_A_PART = Text(
    it="nomina una sua parte, o scegli con {{% if %}} che cosa stampare se manca",
    en="name one of its parts, or choose with {{% if %}} what to print when it is missing",
)


def _refuse_impossible(text: str) -> None:
    found = _IMPOSSIBLE.search(text)
    if found is None:
        return
    shown = _IMPOSSIBLE.sub("�", text[max(found.start() - 30, 0) : found.start() + 30])
    character = f"U+{ord(found.group()):04X}"
    raise ForbiddenCharacterError(value=shown, character=character, near=NOWHERE)


def _stays_small(operator: str, left: Any, right: Any) -> bool:
    if operator == "%":
        return not isinstance(left, str | bytes)
    if operator == "*":
        sized = [len(side) for side in (left, right) if isinstance(side, str | list | tuple)]
        times = [side for side in (left, right) if isinstance(side, int)]
        if sized and times:
            return sized[0] * times[0] <= _LONGEST_REPETITION
    if isinstance(left, int) and isinstance(right, int):
        return _bits(operator, left, right) <= _LARGEST_POWER
    return True


def _bits(operator: str, left: int, right: int) -> int:
    if operator == "**":
        return left.bit_length() * max(right, 1)
    return left.bit_length() + right.bit_length()
