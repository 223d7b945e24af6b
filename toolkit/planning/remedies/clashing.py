"""The smallest set of constraints that leave no timetable together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from toolkit.model.course import Course
from toolkit.planning.exact import Verdict, decide
from toolkit.planning.remedies.loosening import Constraint, constraints_of
from toolkit.planning.remedies.mending import ENOUGH
from toolkit.planning.remedies.thinking import ideas_for_clash
from toolkit.planning.remedies.trial import Trial
from toolkit.planning.shortages import ImpossibleError
from toolkit.text import Text

FEW_PASSES = 6

EFFORT = 2.0
"""How long the exact model may think about one set of constraints."""

_CLASH = Text(
    it="Nessun calendario è possibile: contate una per una le ore bastano, ma questi vincoli "
    "insieme non lasciano posto per tutte: {constraints}.",
    en="No timetable is possible: counted one by one the hours suffice, but together these "
    "constraints leave no place for all of them: {constraints}.",
)


def clash_of(course: Course, error: ImpossibleError, trial: Trial) -> ImpossibleError:
    """Return why *course*, proved to have no timetable, has none, and what would mend it."""
    demand = trial.ask(course)
    clashing = _smallest_clash(course, constraints_of(demand), trial)
    if not clashing:
        return error
    sentence = _CLASH.filled(
        constraints=Text(
            it="; ".join(each.words.it for each in clashing),
            en="; ".join(each.words.en for each in clashing),
        )
    )
    ideas = ideas_for_clash(demand, clashing)
    remedies = tuple(islice(trial.working(course, ideas), ENOUGH))
    return ImpossibleError(why=sentence, at=clashing[0].at, remedies=remedies)


def _smallest_clash(
    course: Course, constraints: Sequence[Constraint], trial: Trial
) -> list[Constraint]:
    """Give up, the least telling first, what the clash does not need; return what is left."""
    return _needed(course, tuple(reversed(constraints)), trial)[1][::-1]


def _needed(
    course: Course, constraints: Sequence[Constraint], trial: Trial
) -> tuple[Course, list[Constraint]]:
    """Return *course* without those of *constraints* that the clash does not need, and the others.

    Whole halves are given up where that leaves the course impossible: most are not needed.
    """
    looser = course
    for each in constraints:
        looser = each.loosened(looser)
    if not constraints or _is_impossible(looser, trial):
        return looser, []
    if len(constraints) == 1:
        return course, list(constraints)
    half = len(constraints) // 2
    course, some = _needed(course, constraints[:half], trial)
    course, others = _needed(course, constraints[half:], trial)
    return course, [*some, *others]


def _is_impossible(course: Course, trial: Trial) -> bool:
    if trial.short_of(course):
        return True
    if trial.has_draft(course, passes=FEW_PASSES):
        return False
    return decide(trial.ask(course), effort=EFFORT).verdict is Verdict.IMPOSSIBLE
