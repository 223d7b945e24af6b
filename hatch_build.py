"""Puts the templates, catalogue and samples into the wheel.

An editable install has no need of it: `toolkit.resources` finds them in the checkout.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = ("templates", "catalog", "samples")


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Copies each data folder under ``toolkit/data`` when a real wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders to *build_data* unless the install is editable."""
        if version != "editable":
            root = Path(self.root)
            build_data["force_include"] |= {
                str(root / folder): f"toolkit/data/{folder}" for folder in DATA
            }
