"""What would mend a course that has no timetable: changes that were tried, and do."""

from __future__ import annotations

from toolkit.model.course import Course
from toolkit.planning.remedies.clashing import clash_of
from toolkit.planning.remedies.trying import with_remedies
from toolkit.planning.shortages import ImpossibleError, ShortagesError, UnplacedError

__all__ = ["Reason", "explained"]

Reason = ShortagesError | ImpossibleError | UnplacedError


def explained(course: Course, error: Reason) -> Reason:
    """Return *error*, raised when planning *course*, with its reasons and what would mend them."""
    if isinstance(error, ShortagesError):
        return ShortagesError(with_remedies(course, error.shortages))
    if isinstance(error, ImpossibleError):
        return clash_of(course, error)
    return error
