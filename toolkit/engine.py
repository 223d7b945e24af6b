"""Which percorso this is: what it makes of the same files may differ from another's."""

from __future__ import annotations

import functools
from hashlib import sha256
from pathlib import Path

from toolkit import __version__

_PACKAGE = Path(__file__).parent


@functools.cache
def fingerprint() -> str:
    """Return the version and a digest of the code, which in a checkout changes without it."""
    found = sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        name = path.relative_to(_PACKAGE).as_posix()
        found.update(f"{name}\0".encode())
        # A checkout on Windows may have other line ends.
        found.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{__version__}+{found.hexdigest()[:16]}"
