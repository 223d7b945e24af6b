"""Values that do not change, of which thousands are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Kind = TypeVar("_Kind")


@dataclass_transform(frozen_default=True)
def frozen(kind: type[_Kind]) -> type[_Kind]:
    """Make *kind* a dataclass with slots; the type checker refuses to set a field again.

    A frozen dataclass of Python's sets each field by a call, which takes ten times as long as
    setting it. That is well spent on a course or a unit, and a fifth of the time of a context,
    which is hundreds of rows and cells with a dozen fields each.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)
