"""A collection of invented courses: which there are, of whom, and which are spoiled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from toolkit.invention.editions import invented_edition
from toolkit.invention.faults import FAULTS
from toolkit.invention.providers import invented_provider
from toolkit.model.standard import Standard

_COURSES_OF_A_PROVIDER = (1, 2, 3, 5, 8, 13, 20)


@dataclass(frozen=True, slots=True)
class InventedCourse:
    """What one course's files say; courses of one *folder* share their provider."""

    code: str
    folder: str
    standard: str
    edition: dict[str, Any]
    provider: dict[str, Any]
    fault: str
    """The name of the error planted in it; empty for a valid course."""


def invented_courses(
    count: int, seed: int, standards: Sequence[Standard], *, errors: int = 0
) -> Iterator[InventedCourse]:
    """Yield *count* courses, *errors* of them spoiled, spread evenly among the others.

    Same arguments, same courses; the first hundred of a thousand are those of a hundred,
    but for the errors.
    """
    sizes = Random(f"{seed} sizes")  # noqa: S311 — samples, not secrets
    number, left = 0, 0
    provider: dict[str, Any] = {}
    for n in range(count):
        if not left:
            left, number = sizes.choice(_COURSES_OF_A_PROVIDER), number + 1
            provider = invented_provider(_draws(seed, "provider", number), number, standards)
        left -= 1
        standard = standards[n % len(standards)]
        code = f"INV-{seed}-{n + 1:05}"
        edition = invented_edition(_draws(seed, "course", n), code, standard)
        fault = ""
        # The place of the nth error: every count/errors courses.
        if n * errors // count != (n + 1) * errors // count:
            edition, fault = _spoiled(edition, standard, n * errors // count)
        yield InventedCourse(code, f"ente-{number:04}", standard.id, edition, provider, fault)


def _draws(seed: int, what: str, number: int) -> Random:
    return Random(f"{seed} {what} {number}")  # noqa: S311


def _spoiled(
    edition: dict[str, Any], standard: Standard, number: int
) -> tuple[dict[str, Any], str]:
    found = [
        (spoiled, fault.name)
        for fault in FAULTS
        if (spoiled := fault.spoiled(edition, standard)) is not None
    ]
    return found[number % len(found)]
