"""``python -m toolkit`` is ``percorso``."""

from __future__ import annotations

from toolkit.cli import run

if __name__ == "__main__":
    run()
