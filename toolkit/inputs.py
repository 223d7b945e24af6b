"""A file that was read, with the digest of the very bytes that were used."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Input:
    """One file a dossier is made from, and what it is for.

    *sha256* is that of the bytes that were read: reading the file again could find others.
    """

    role: str
    path: Path
    sha256: str
