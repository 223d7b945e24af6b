"""Where the catalogue, the templates and the samples are.

A wheel carries them in ``toolkit/data``; a checkout has them beside the package. A folder
of the user's own (``--data DIR``) comes first and need hold only what it replaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Resources:
    """The folders to look in, the user's own before those that come with the product."""

    roots: tuple[Path, ...]

    def folders(self, kind: str) -> tuple[Path, ...]:
        """Return the existing folders of that *kind*, such as ``catalog``, in order."""
        found = (root / kind for root in self.roots)
        return tuple(folder for folder in found if folder.is_dir())

    def resolved(self) -> Resources:
        """Return the same folders, named so that another process finds them too."""
        return Resources(tuple(root.resolve() for root in self.roots))


def resources(own: Path | None = None) -> Resources:
    """Return the product's resources, after those in the user's *own* folder."""
    packed = _PACKAGE / "data"
    supplied = packed if packed.is_dir() else _PACKAGE.parent
    return Resources((own, supplied) if own else (supplied,))
