"""Courses beside one another: what the others take, and where their timetables clash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.finding import run
from toolkit.model.neighbours import Neighbours
from toolkit.model.scheduled import ScheduledCourse
from toolkit.pipeline.judging import scheduled
from toolkit.resources import Resources
from toolkit.results import Report
from toolkit.rules.sharing import SHARING_RULES

if TYPE_CHECKING:
    from toolkit.planning.taken import Taken


def standing_around(
    own: Sequence[Report], around: Iterable[Path], resources: Resources
) -> tuple[ScheduledCourse, ...]:
    """Return the courses *around*, named by their file or their timetable's, as they stand.

    A course is not its own neighbour, though it is among those named, by file or by code.
    """
    codes = {report.course.edition.code for report in own}
    files = {report.path.resolve() for report in own}
    paths = [each for each in map(_course_of, around) if each.resolve() not in files]
    found = (scheduled(path, resources) for path in paths)
    return tuple(
        ScheduledCourse(report.course, timetable)
        for report, timetable in found
        if report.course.edition.code not in codes
    )


def taken_of(others: Iterable[ScheduledCourse]) -> Taken:
    """Return what *others* take of what they share with any course."""
    # Imported by who plans alone: checking must start at once.
    from toolkit.planning import taken_by

    return taken_by((each.course, each.timetable) for each in others)


def beside(report: Report, others: Sequence[ScheduledCourse]) -> Report:
    """Return *report* with the clashes of its timetable, if it has one, with those of *others*."""
    if report.scheduled is None or not others:
        return report
    clashes = run(SHARING_RULES, Neighbours(report.scheduled, tuple(others)), {})
    findings = sorted((*report.findings, *clashes), key=lambda each: -each.severity)
    return replace(report, findings=tuple(findings))


def _course_of(path: Path) -> Path:
    """Return the course of *path*, which may be its timetable."""
    if path.name == "timetable.yaml":
        return path.with_name("course.yaml")
    name, is_timetable, _ = path.name.partition(".timetable.yaml")
    return path.with_name(f"{name}.yaml") if is_timetable else path
