"""Many dossiers: which are stale, made again in parallel, at any moment safe to stop."""

from __future__ import annotations
