"""Names of files made from data: safe on every system, and never the same twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import count

_LONGEST = 40
_OTHERS = re.compile(r"[^a-z0-9]+")


def numbered_names(file: str, labels: Sequence[str]) -> tuple[str, ...]:
    """Return *file* once for each label, with the label before its ending: ``scheda-ura01.docx``.

    A label may hold anything a configuration holds: only letters without accents, digits and
    hyphens of it are kept. An empty label adds nothing; equal names are numbered. *file* has
    an ending.
    """
    stem, dot, kind = file.rpartition(".")
    taken: set[str] = set()
    names = []
    for label in labels:
        word = plain(label) if label else ""
        wanted = f"{stem}-{word}" if word else stem
        name = next(
            each
            for number in count(1)
            if (each := wanted if number == 1 else f"{wanted}-{number}") not in taken
        )
        taken.add(name)
        names.append(f"{name}{dot}{kind}")
    return tuple(names)


def plain(label: str) -> str:
    """Return *label* in small letters without accents, digits and hyphens; maybe nothing."""
    split = unicodedata.normalize("NFKD", label.lower())
    ascii_only = split.encode("ascii", "ignore").decode()
    return _OTHERS.sub("-", ascii_only).strip("-")[:_LONGEST].rstrip("-")
