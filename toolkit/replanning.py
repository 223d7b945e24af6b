"""Puts together the steps of the day something happens: from what is said to what is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

from toolkit import pipeline
from toolkit.errors import NoTimetableError
from toolkit.exports.changelist import ChangeList
from toolkit.model.changes import changes_between
from toolkit.model.course import Course
from toolkit.model.dossier import Document
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import Timetable
from toolkit.resolve.happening import Happening, Said, understood
from toolkit.resolve.varying import varied
from toolkit.resources import Resources
from toolkit.results import RefusedError, Report
from toolkit.timetabling import replace_timetable
from toolkit.writing import write_atomically


@dataclass(frozen=True, slots=True)
class Varied:
    """What replanning changed, and what it wrote; nothing where it was only asked."""

    report: Report
    """What is wrong all the same: clashes with other courses that nothing here could mend."""
    changes: ChangeList
    timetable: Path
    kept: Path | None
    folder: Path | None
    files: tuple[Path, ...]


def replan(
    path: Path,
    out: Path,
    resources: Resources,
    said: Said,
    *,
    today: date,
    since: date,
    around: Iterable[Path] = (),
    dry: bool = False,
) -> Varied:
    """Change the timetable of a course for what is *said* to have happened, as little as may be.

    What is before *since*, or pinned, stays. Lessons keep clear of the courses *around*, whose
    timetables stay; those that clash with them already move too. Writes the notice and the calendar of the changes
    in a folder of their own under *out*, then the timetable, of which a copy is kept; a *dry*
    run writes nothing. Raises `RefusedError` for a course with errors, and a
    `NoTimetableError` that says why where no timetable follows.
    """
    report, before = pipeline.scheduled(path, resources)
    if report.errors:
        raise RefusedError(report)
    others = pipeline.standing_around([report], around, resources)
    before = identified(before)
    happening = understood(said, report.course, before, since, today)
    course = varied(report.course, (happening.variation,))
    after, is_least = _following(report, course, before, happening, since, others)
    report = pipeline.judged(_without_timetable(report, course), after)
    if report.errors:
        raise RefusedError(report)
    report = pipeline.beside(report, others)
    changes = ChangeList(course, after, changes_between(before, after), is_least)
    target = pipeline.timetable_path(path)
    if dry:
        return Varied(report, changes, target, None, None, ())
    documents = _documents(report, changes, before, resources, today)
    folder, files = _written(out, changes, documents)
    return Varied(report, changes, target, replace_timetable(target, course, after), folder, files)


def _following(
    report: Report,
    course: Course,
    before: Timetable,
    happening: Happening,
    since: date,
    others: Sequence[ScheduledCourse],
) -> tuple[Timetable, bool]:
    # Imported by who replans alone: the other commands must start at once.
    from toolkit.planning.replanning import NothingLostError
    from toolkit.planning.replanning import replan as replan_course

    try:
        taken = pipeline.taken_of(others)
        done = replan_course(course, before, since=since, barred=happening.barred, taken=taken)
    except (NoTimetableError, NothingLostError) as error:
        raise error.standing_at(report.sources.where(("timetable",))) from None
    return succeeding(before, done.timetable, (happening.variation,)), done.is_least


def _without_timetable(report: Report, course: Course) -> Report:
    """Return what is known of *course*, the old timetable and its findings left out."""
    own = tuple(each for each in report.findings if each.at[:1] != ("timetable",))
    return replace(report, course=course, scheduled=None, findings=own)


def _documents(
    report: Report,
    changes: ChangeList,
    before: Timetable,
    resources: Resources,
    today: date,
) -> tuple[Document, ...]:
    # Word and its templates are imported by who makes documents alone.
    from toolkit.context import variation_context
    from toolkit.dossier import variation_documents
    from toolkit.templates import ready_templates

    course, after = changes.course, changes.timetable
    return variation_documents(
        pipeline.subject_of(report, pipeline.logo_of(report), today),
        variation_context(course, before, after, changes.changes),
        ready_templates(resources, "variation"),
    )


def _written(
    out: Path, changes: ChangeList, documents: tuple[Document, ...]
) -> tuple[Path, tuple[Path, ...]]:
    """Write *documents* in a folder that was not there, so that nothing is overwritten."""
    name = f"{changes.timetable.course}-variazione-{changes.timetable.revision}"
    names = (name if n == 1 else f"{name} ({n})" for n in count(1))
    folder = next(out / each for each in names if not (out / each).exists())
    for document in documents:
        write_atomically(folder / document.name, document.content)
    return folder, tuple(folder / document.name for document in documents)
