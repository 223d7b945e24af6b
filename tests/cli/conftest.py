"""Makes the builder of templates importable: pages describe the templates they check."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "workshop"))
