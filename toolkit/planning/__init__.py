"""Planning: a course in, a timetable out that keeps every constraint, or the reason why not.

A count first names what is short (`shortages`); then a chronological pass (`drafting`) is
tried again and again with other preferences (`search`). What neither settles is put to the
exact model (`exact`). No answer is trusted: the rules of timetables, which share no code with
the planner, judge it as they do one edited by hand.
"""

from __future__ import annotations

from toolkit.planning.asking import demand_of
from toolkit.planning.fixed import Fixed
from toolkit.planning.goals import GOALS, Score
from toolkit.planning.planner import plan, plan_together, plan_well, refuse_shortages, scores_of
from toolkit.planning.portfolio import Going, Laid, NoPlaceError, Progress, a_few_rounds
from toolkit.planning.remedies import explained
from toolkit.planning.shortages import ImpossibleError, Shortage, ShortagesError, UnplacedError
from toolkit.planning.taken import taken_by

__all__ = [
    "GOALS",
    "Fixed",
    "Going",
    "ImpossibleError",
    "Laid",
    "NoPlaceError",
    "Progress",
    "Score",
    "Shortage",
    "ShortagesError",
    "UnplacedError",
    "a_few_rounds",
    "demand_of",
    "explained",
    "plan",
    "plan_together",
    "plan_well",
    "refuse_shortages",
    "scores_of",
    "taken_by",
]
