"""From a checked course to the timetable beside it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.loading.problems import NotAFileError
from toolkit.model.course import Course
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import Timetable
from toolkit.pipeline.judging import checked_course, timetable_path, with_timetable
from toolkit.resolve.varying import varied
from toolkit.resources import Resources
from toolkit.results import (
    Planned,
    RefusedError,
    Report,
    TimetableExistsError,
)
from toolkit.timetabling import readable_timetable, replace_timetable

if TYPE_CHECKING:
    from toolkit.planning import Going, Laid, Progress, Score


def plan(
    path: Path,
    resources: Resources,
    *,
    seed: int | None = None,
    again: bool = False,
    going: Going | None = None,
) -> Planned:
    """Plan the lessons of a course and write its timetable beside it.

    It is improved as long as *going* says. Raises `RefusedError` for a course with errors,
    `TimetableExistsError` for one that has a timetable unless *again* is asked, and a
    `NoTimetableError` that says what is short.
    """
    report, before = ready_to_plan(path, resources, again=again)
    laid = laid_out(report, seed=seed, going=going)
    return write_planned(report, before, laid.timetables[0], laid.progress)


def scores(report: Report) -> tuple[Score, ...]:
    """Return how far the timetable of a course is from each of its goals, and why."""
    from toolkit.planning import scores_of

    assert report.timetable is not None
    return scores_of(report.course, report.timetable)


def ready_to_plan(
    path: Path, resources: Resources, *, again: bool
) -> tuple[Report, Timetable | None]:
    """Return what checking found of a course that may be planned, with the timetable it has.

    Raises what `plan` does for one that may not.
    """
    report = checked_course(path, resources)
    target = timetable_path(path)
    is_there = os.path.lexists(target)
    if is_there and not target.is_file():
        # Neither a folder nor a pipe can be replaced, and a copy kept of it.
        raise NotAFileError(str(target))
    if is_there and not again:
        raise TimetableExistsError(str(target))
    if report.errors:
        raise RefusedError(report)
    before = readable_timetable(target)
    if before:
        report = replace(report, course=varied(report.course, before.variations))
    return report, before


def write_planned(
    report: Report, before: Timetable | None, planned: Timetable, progress: Progress
) -> Planned:
    """Write what was *planned* beside its course, and keep what was there *before*."""
    target = timetable_path(report.path)
    timetable = succeeding(before, planned) if before else identified(planned)
    kept = replace_timetable(target, report.course, timetable)
    return Planned(with_timetable(report), target, kept, progress)


def laid_out(report: Report, *, seed: int | None = None, going: Going | None = None) -> Laid:
    """Return the timetable of a course, improved as long as *going* says.

    Raises a `NoTimetableError` with the places of what is short.
    """
    # Imported by who plans alone: checking must start at once.
    from toolkit.planning import (
        ImpossibleError,
        ShortagesError,
        UnplacedError,
        a_few_rounds,
        explained,
        plan_well,
    )

    course = report.course
    try:
        return plan_well(course, seed=seed_of(course, seed), going=going or a_few_rounds)
    except (ImpossibleError, ShortagesError, UnplacedError) as error:
        raise explained(course, error).placed(report.sources.where) from None


def seed_of(course: Course, seed: int | None) -> int:
    """Return the seed asked for, or else that of the course."""
    return course.edition.planning.seed if seed is None else seed
