"""The exact model: what CP-SAT proves of one course.

It is asked only where counting and drafting do not settle a question, and where the fewest
changes to a timetable are wanted. OR-Tools is imported when something is solved, not before.
"""

from __future__ import annotations

from toolkit.planning.exact.blocks import Answer, Block, Request, Start, Weights
from toolkit.planning.exact.deciding import decide
from toolkit.planning.exact.drafts import draft_of
from toolkit.planning.exact.placing import place_exactly
from toolkit.planning.exact.solving import Verdict

__all__ = [
    "Answer",
    "Block",
    "Request",
    "Start",
    "Verdict",
    "Weights",
    "decide",
    "draft_of",
    "place_exactly",
]
