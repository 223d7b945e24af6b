"""What compiling a template gives: plain values, which can be kept on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.rendering.archive import Archive
from toolkit.rendering.drawings import Drawings
from toolkit.rendering.outline import Outline
from toolkit.rendering.programs import Program


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A template after everything was done that does not depend on a context."""

    archive: Archive
    """The members that no value changes, compressed and in their place."""
    members: Mapping[str, bytes]
    """The same as they are, for the documents that need another of them."""
    programs: tuple[Program, ...]
    outline: Outline | None
    drawings: Drawings
    widths: Mapping[str, tuple[int, ...]]
    """For each part the widths between the margins around its tables."""
    styled: tuple[str, bytes] | None
    """The part of the styles with one for placeholders, when the template has none."""
