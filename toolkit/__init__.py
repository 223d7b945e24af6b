"""Percorso: from a training standard to a finished dossier."""

__version__ = "0.1.0"
