"""A timetable written in part, completed: what stands stays, the planner does the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import pipeline
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import ExamDay, Timetable
from toolkit.resources import Resources
from toolkit.results import Planned, RefusedError, Report
from toolkit.rules.timetable import UNFINISHED
from toolkit.timetabling import replace_timetable

if TYPE_CHECKING:
    from toolkit.planning.taken import Taken


def complete(
    path: Path, resources: Resources, *, seed: int | None = None, around: Iterable[Path] = ()
) -> Planned:
    """Plan what the timetable of a course still lacks; its lessons stay as they stand.

    What the courses *around* take of trainers and rooms is left to them. Raises `RefusedError` where what stands breaks a rule, with its place, and a
    `NoTimetableError` where the rest finds no place beside it.
    """
    found, before = pipeline.scheduled(path, resources)
    others = pipeline.standing_around([found], around, resources)
    found = pipeline.beside(found, others)
    faults = tuple(each for each in found.findings if each.is_error and each.rule not in UNFINISHED)
    if faults:
        raise RefusedError(replace(found, findings=faults))
    own = tuple(each for each in found.findings if each.at[:1] != ("timetable",))
    report = replace(found, scheduled=None, findings=own)
    planned = _planned(report, identified(before), seed, pipeline.taken_of(others))
    planned = replace(planned, exam=_exam(before, planned))
    # Lessons are added and none moves: calendars that have some of them need not change.
    whole = replace(succeeding(before, planned), revision=before.revision)
    done = pipeline.beside(pipeline.judged(report, whole), others)
    if done.errors:
        raise RefusedError(done)
    target = pipeline.timetable_path(path)
    return Planned(done, target, replace_timetable(target, report.course, whole))


def _planned(report: Report, stands: Timetable, seed: int | None, taken: Taken) -> Timetable:
    # Imported by who plans alone: the other commands must start at once.
    from toolkit.planning import Fixed, ImpossibleError, ShortagesError, UnplacedError, plan

    course = report.course
    fixed = Fixed(stands.lessons, stands.internship)
    chosen = course.edition.planning.seed if seed is None else seed
    try:
        return plan(course, seed=chosen, fixed=fixed, taken=taken)
    except (ImpossibleError, ShortagesError, UnplacedError) as error:
        raise error.placed(report.sources.where) from None


def _exam(before: Timetable, planned: Timetable) -> ExamDay | None:
    """Return the exam that stands, where it comes after what has been planned."""
    stands = before.exam
    return stands if stands and stands.day > planned.last_day else planned.exam
