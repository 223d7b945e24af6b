"""From the files of a course to what the rules find in it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.catalogue import NotInForceError, UnknownStandardError, standard_for, superseding
from toolkit.finding import run
from toolkit.inputs import Input
from toolkit.loading import load_course, raise_problems
from toolkit.loading.timetable import load_timetable
from toolkit.loading.yamlfile import Reader, read_yaml
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Timetable
from toolkit.origin import course_inputs, standard_inputs
from toolkit.problem import ProblemsError
from toolkit.resolve import resolve
from toolkit.resolve.varying import varied
from toolkit.resources import Resources
from toolkit.results import (
    NoTimetableFileError,
    Report,
)
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES
from toolkit.rules.waivers import WAIVER_IDS, Review, reviewed


def timetable_path(course_path: Path) -> Path:
    """Return where the timetable of a course stands: beside it, under its name if it has one."""
    if course_path.stem == "course":
        return course_path.with_name("timetable.yaml")
    return course_path.with_name(f"{course_path.stem}.timetable.yaml")


def check(
    path: Path, resources: Resources, read: Reader = read_yaml, *, today: date | None = None
) -> Report:
    """Check a course, and its timetable where there is one, against every rule.

    Waivers are judged by *today*; without it none is out of date.
    """
    return with_timetable(checked_course(path, resources, read, today), read)


def scheduled(path: Path, resources: Resources) -> tuple[Report, Timetable]:
    """Check a course that has a timetable; return the findings and the timetable.

    Raises `NoTimetableFileError` for a course that has none yet.
    """
    report = check(path, resources)
    if report.timetable is None:
        raise NoTimetableFileError(str(timetable_path(path)), course=path)
    return report, report.timetable


def with_timetable(report: Report, read: Reader = read_yaml) -> Report:
    """Add the timetable on disk, where there is one, and what its rules find."""
    timetable_file = timetable_path(report.path)
    # A folder or a link to nowhere is not «no timetable»: it is told.
    if not os.path.lexists(timetable_file):
        return report
    timetable, file = load_timetable(timetable_file, read)
    return judged(
        replace(
            report,
            sources=report.sources.with_file(("timetable",), file),
            inputs=(*report.inputs, Input("timetable", timetable_file, file.sha256)),
        ),
        timetable,
    )


def checked_course(
    path: Path, resources: Resources, read: Reader = read_yaml, today: date | None = None
) -> Report:
    """Check a course, and not its timetable, against every rule."""
    loaded = load_course(path, read)
    edition = loaded.record
    # A course that pins no version has the newest there is.
    is_pinned = "@" in edition.standard
    try:
        standard = standard_for(edition.standard, edition.start, resources)
    except (UnknownStandardError, NotInForceError) as error:
        raise error.standing_at(loaded.sources.where(("standard",))) from None
    try:
        newer = superseding(standard.record, edition.start, resources) if is_pinned else None
        course = resolve(standard.record, edition.provider, edition, superseded_by=newer)
    except ProblemsError as error:
        raise_problems(error.problems, loaded.sources)
        raise
    inputs = (*course_inputs(loaded), *standard_inputs(standard))
    found = run(COURSE_RULES, course, course.standard.clauses)
    findings = reviewed(Review(course, None, found, today))
    return Report(path, course, loaded.sources, inputs, None, findings, today)


def judged(report: Report, timetable: Timetable) -> Report:
    """Add *timetable* to what is known of its course, and what its rules find."""
    course = varied(report.course, timetable.variations)
    scheduled = ScheduledCourse(course, timetable)
    found = run(TIMETABLE_RULES, scheduled, course.standard.clauses)
    # Judged again with the timetable: what waivers lacked may be there now.
    of_course = (each for each in report.findings if each.rule not in WAIVER_IDS)
    in_order = tuple(sorted((*of_course, *found), key=lambda each: -each.severity))
    findings = reviewed(Review(course, timetable, in_order, report.today))
    return replace(report, course=course, scheduled=scheduled, findings=findings)
