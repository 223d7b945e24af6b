"""Replanning: a timetable that people live by, and the day something happens to it.

What is past or pinned stays. What is lost finds another place with the fewest changes and,
of those, the smallest moves; the search (`repair`) is complete within a number of changes and
says whether its answer is proved the least.
"""

from __future__ import annotations

from toolkit.planning.replanning.replanner import (
    NothingLostError,
    PinnedLostError,
    Replanned,
    UnrepairedError,
    replan,
)

__all__ = ["NothingLostError", "PinnedLostError", "Replanned", "UnrepairedError", "replan"]
