"""The command ``percorso``: parse, call one function, print, exit."""

from __future__ import annotations

from toolkit.cli.main import main, run

__all__ = ["main", "run"]
