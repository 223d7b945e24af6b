"""What a template gets for a name that does not exist."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from jinja2 import ChainableUndefined, StrictUndefined, Undefined, UndefinedError
from jinja2.utils import missing

Leniency = Literal["strict", "empty", "chainable"]
"""A name that does not exist: a fault; nothing; nothing, and all its parts nothing too."""


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


KINDS: Mapping[str, type[Undefined]] = MappingProxyType(
    {"strict": _Strict, "empty": Undefined, "chainable": ChainableUndefined}
)
