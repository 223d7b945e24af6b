"""From the slips of a reading to the hits of a rule."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit
from toolkit.workshop.reading import Reading


def told(template: Reading, kind: str) -> Iterator[Hit]:
    """Yield a hit for each slip of a *kind*."""
    for slip in template.slips:
        if slip.kind == kind:
            yield Hit(slip.at, slip.values)
