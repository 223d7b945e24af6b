"""Where something stands in what a person wrote, before anybody knows its line."""

from __future__ import annotations

At = tuple[str, ...]
"""A path: the keys from the top, list positions as digits."""
