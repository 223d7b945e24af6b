"""The finished files of one course, before they are written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Document:
    """One file of a dossier."""

    name: str
    content: bytes

    @cached_property
    def sha256(self) -> str:
        return digest(self.content)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Every file of one course; *folder* is the name of the folder they go in."""

    folder: str
    documents: tuple[Document, ...]


def digest(content: bytes) -> str:
    """Return the SHA-256 of *content* in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
