"""What a template may name of learners: credit, attendance and their sheets."""

from __future__ import annotations

from toolkit.context.subjects import Given
from toolkit.frozen import frozen


@frozen
class CreditContext:
    """Credit recognised to one learner."""

    learner: str
    kind: str
    unit: str
    """The unit's code, or «tirocinio»."""
    hours: float
    act: Given


@frozen
class LearnerHoursContext:
    """What credit leaves a learner to attend."""

    learner: str
    attendance_hours: float
    """Credit of attendance."""
    a_priori_hours: float
    internship_hours: float
    remaining_hours: float


@frozen
class CreditsContext:
    """Credits: the caps in hours and what was recognised."""

    is_admitted: bool
    attendance_max_percent: int
    attendance_base_hours: float
    """Classroom and laboratory hours."""
    attendance_max_hours: float
    internship_max_percent: int
    internship_max_hours: float
    without_credit: tuple[str, ...]
    """Codes of the units that admit no attendance credit."""
    a_priori: tuple[str, ...]
    """Codes of the units with a-priori credit."""
    recognised: tuple[CreditContext, ...]
    learners: tuple[LearnerHoursContext, ...]


@frozen
class AttendanceContext:
    """The attendance that admits to the exam."""

    min_percent: int
    total_hours: float
    """Hours of the whole path, internship included."""
    min_hours: float
    max_absence_hours: float


@frozen
class LearnerContext:
    """A row of the class overview: learners are numbers, never names."""

    number: int
    code: str
    """The code under which credit was recognised, else empty."""
    credited_units: tuple[str, ...]
    has_internship_credit: bool


@frozen
class LearnerSheetContext:
    """A learner's sheet: blank, or of a learner with recognised credit."""

    code: str
    """Empty on the blank sheet."""
    rows: tuple[LearnerSheetRowContext, ...]
    internship_credit: float
    internship_recognised: str
    """«riconosciuto (atto …)», «riconosciute 40 ore su 80 (atto …)» or empty."""
    internship_is_covered: bool
    """Whether credit leaves nothing of the internship to do."""


@frozen
class LearnerSheetRowContext:
    """One unit of a learner's sheet."""

    unit_code: str
    unit_title: str
    presence_hours: float
    distance_hours: float
    hours: float
    credit: str
    """«riconosciuto (atto …)», «riconosciute 10 ore su 20 (atto …)» or empty."""
    is_covered: bool
    """Whether credit leaves nothing of the unit to attend and to be tested on."""
