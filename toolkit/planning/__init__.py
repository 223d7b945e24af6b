"""Planning: a course in, a timetable out that keeps every constraint, or the reason why not.

A count first names what is short (`shortages`); then a chronological pass (`drafting`) is
tried again and again with other preferences (`search`). What neither settles is put to the
exact model (`exact`). No answer is trusted: the rules of timetables, which share no code with
the planner, judge it as they do one edited by hand.
"""

from __future__ import annotations

from toolkit.planning.planner import plan
from toolkit.planning.remedies import explained
from toolkit.planning.shortages import ImpossibleError, Shortage, ShortagesError, UnplacedError

__all__ = ["ImpossibleError", "Shortage", "ShortagesError", "UnplacedError", "explained", "plan"]
