"""Percorso: from a training standard to a finished dossier."""

from __future__ import annotations

__version__ = "0.1.0"
