"""What becomes of one course under a newer version of its standard: values, nothing written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from toolkit.finding import Finding
from toolkit.loading.mendedfiles import UNCHANGED, Contents
from toolkit.model.standard import Standard
from toolkit.results import Report
from toolkit.text import Text


class Verdict(Enum):
    """What can be done about one course."""

    CURRENT = "current"
    """It follows the newer version already."""
    OTHER = "other"
    """It follows another standard, or a version that came later."""
    EARLIER = "earlier"
    """It begins before the newer version is in force, so it keeps its own."""
    MOVES = "moves"
    """Its files can be edited so that it keeps every rule of the newer version."""
    PERSON = "person"
    """Something about it only a person can decide."""


class Lessons(Enum):
    """What becomes of the timetable of a course that moves."""

    NONE = "none"
    """There is none."""
    KEPT = "kept"
    """It holds as it is, or with the codes of the newer version."""
    AGAIN = "again"
    """It must be planned again."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One course under the newer version."""

    report: Report
    """The course as it stands."""
    standard: Standard
    """The newer version."""
    verdict: Verdict
    moved: Report | None = None
    """The course once edited; none where it is not tried or cannot be read so."""
    broken: tuple[Finding, ...] = ()
    """Errors that the newer version makes of what the course says today."""
    mended: tuple[Finding, ...] = ()
    """Those among them whose only mend was made."""
    obstacles: tuple[tuple[str, Text], ...] = ()
    """What only a person can decide, each with its ``file:line:column``."""
    lessons: Lessons = Lessons.NONE
    contents: Contents = field(default_factory=lambda: UNCHANGED)
    """What each file that changes is to contain, by its path as given."""
    was: Contents = field(default_factory=lambda: UNCHANGED)
    """What each of them contained when it was read."""

    @property
    def hours(self) -> tuple[float, float] | None:
        """The hours of the whole course before and after; none where it is not tried."""
        moved = self.moved
        return (self.report.course.total_hours, moved.course.total_hours) if moved else None
