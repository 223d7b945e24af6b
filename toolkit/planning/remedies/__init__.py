"""What would mend a course that has no timetable: changes that were tried, and do."""

from __future__ import annotations

from functools import partial

from toolkit.model.course import Course
from toolkit.planning.asking import demand_of
from toolkit.planning.fixed import NOTHING, Fixed
from toolkit.planning.remedies.clashing import clash_of
from toolkit.planning.remedies.mending import with_remedies
from toolkit.planning.remedies.trial import Trial
from toolkit.planning.shortages import ImpossibleError, ShortagesError, UnplacedError
from toolkit.planning.taken import NOTHING_TAKEN, Taken

__all__ = ["Reason", "explained"]

Reason = ShortagesError | ImpossibleError | UnplacedError


def explained(
    course: Course, error: Reason, *, fixed: Fixed = NOTHING, taken: Taken = NOTHING_TAKEN
) -> Reason:
    """Return *error*, raised when planning *course*, with its reasons and what would mend them."""
    trial = Trial(partial(demand_of, fixed=fixed, taken=taken))
    if isinstance(error, ShortagesError):
        return ShortagesError(with_remedies(course, error.shortages, trial))
    if isinstance(error, ImpossibleError):
        return clash_of(course, error, trial)
    return error
