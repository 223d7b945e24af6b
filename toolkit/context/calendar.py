"""The dated part of what a template may name: lessons, summaries and the chart."""

from __future__ import annotations

from datetime import date, time

from toolkit.frozen import frozen
from toolkit.placeholders import Missing


@frozen
class LessonContext:
    """One lesson."""

    number: int
    date: date
    start: time
    end: time
    break_minutes: int
    hours: float
    unit_code: str
    unit_title: str
    topic: str
    """The topics given, else empty."""
    codes: tuple[str, ...]
    """Codes of the knowledge and skills treated."""
    mode: str
    """aula, laboratorio, FAD sincrona or FAD asincrona."""
    is_distance: bool
    place: str | Missing
    """The room, or the platform of a distance lesson."""
    trainer: str
    unit_hours_so_far: float
    unit_hours: float
    course_hours_so_far: float
    notes: str
    """The test at the end of the unit, or empty."""


@frozen
class MonthDayContext:
    """One cell of the printable month view; *day* is 0 outside the month."""

    day: int
    entries: tuple[str, ...]
    """Why it is a day off, if it is; «9:00–13:00 URA01 Aula 1, verifica»; internship, exam."""
    is_off: bool


@frozen
class MonthContext:
    """The lessons of one month and its weeks for the month view."""

    first_day: date
    lessons: tuple[LessonContext, ...]
    hours: float
    weeks: tuple[tuple[MonthDayContext, ...], ...]
    """Weeks of seven days, Monday first."""


@frozen
class InternshipWeekContext:
    """One week of internship."""

    first_day: date
    last_day: date
    days: int
    hours: float


@frozen
class AssessmentDateContext:
    """The date of a unit's test."""

    unit_code: str
    unit_title: str
    kind: str
    date: date
    start: time
    end: time
    place: str | Missing


@frozen
class UnitHoursContext:
    """The hours of one unit, minimum and planned."""

    code: str
    title: str
    min_hours: float
    hours: float
    classroom_hours: float
    laboratory_hours: float
    synchronous_hours: float
    asynchronous_hours: float
    lessons: int
    first_day: date | Missing
    last_day: date | Missing


@frozen
class TrainerHoursContext:
    """What one trainer teaches."""

    name: str
    is_expert: bool
    units: tuple[str, ...]
    lessons: int
    hours: float


@frozen
class RoomHoursContext:
    """How much one room, or the platform, is used."""

    name: str | Missing
    lessons: int
    hours: float


@frozen
class WeekHoursContext:
    """The hours of one week."""

    number: int
    first_day: date
    last_day: date
    presence_hours: float
    distance_hours: float
    internship_hours: float
    hours: float


@frozen
class DayOffContext:
    """A day within the course without lessons, and why."""

    date: date
    reason: str


@frozen
class ConstraintContext:
    """A constraint the timetable keeps, and who sets it."""

    words: str
    source: str
    """§4 of the standard, or «soggetto attuatore»."""


@frozen
class TimetableContext:
    """The dated activities of the course."""

    lessons: tuple[LessonContext, ...]
    months: tuple[MonthContext, ...]
    internship_weeks: tuple[InternshipWeekContext, ...]
    assessments: tuple[AssessmentDateContext, ...]
    exam_date: date | Missing
    exam_is_proposed: bool
    exam_place: str
    by_unit: tuple[UnitHoursContext, ...]
    by_trainer: tuple[TrainerHoursContext, ...]
    by_room: tuple[RoomHoursContext, ...]
    by_week: tuple[WeekHoursContext, ...]
    days_off: tuple[DayOffContext, ...]
    constraints: tuple[ConstraintContext, ...]
    weekly_pattern: tuple[str, ...]
    """«lunedì 9:00-13:00», one a window."""


@frozen
class ChartWeekContext:
    """A column of the chart."""

    number: int
    first_day: date


@frozen
class ChartCellContext:
    """The hours of one row in one week."""

    hours: float
    color: str
    """Background as RRGGBB: white where there are no hours."""


@frozen
class ChartRowContext:
    """A row of the chart: a unit, the internship or the exam."""

    code: str
    title: str
    cells: tuple[ChartCellContext, ...]


@frozen
class ChartContext:
    """The chart of weeks by units; a long course has several, one after another."""

    weeks: tuple[ChartWeekContext, ...]
    rows: tuple[ChartRowContext, ...]
    first_day: date
    last_day: date


@frozen
class ChartLegendContext:
    """What a colour of the chart stands for."""

    label: str
    color: str
    """Background as RRGGBB."""
