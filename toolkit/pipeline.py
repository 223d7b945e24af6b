"""Puts the steps together: the only module that knows the order in which they run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.catalogue import standard_for, superseding
from toolkit.dossierfolder.placing import Edited
from toolkit.finding import run
from toolkit.inputs import Input
from toolkit.loading import load_course, raise_problems
from toolkit.loading.problems import NotAFileError
from toolkit.loading.timetable import load_timetable
from toolkit.loading.yamlfile import Reader, read_yaml
from toolkit.model.course import Course
from toolkit.model.dossier import Dossier, digest
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import Timetable
from toolkit.origin import course_inputs, standard_inputs
from toolkit.problem import ProblemsError
from toolkit.resolve import resolve
from toolkit.resolve.varying import varied
from toolkit.resources import Resources
from toolkit.results import (
    Built,
    NoTimetableFileError,
    Planned,
    RefusedError,
    Report,
    TimetableExistsError,
)
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES
from toolkit.rules.waivers import WAIVER_IDS, Review, reviewed
from toolkit.timetabling import readable_timetable, replace_timetable, write_timetable

if TYPE_CHECKING:
    from toolkit.dossier import Logo, Subject
    from toolkit.planning import Going, Laid, Progress, Score
    from toolkit.templates import ReadyTemplate


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
    return _with_timetable(_checked_course(path, resources, read, today), read)


def scheduled(path: Path, resources: Resources) -> tuple[Report, Timetable]:
    """Check a course that has a timetable; return the findings and the timetable.

    Raises `NoTimetableFileError` for a course that has none yet.
    """
    report = check(path, resources)
    if report.timetable is None:
        raise NoTimetableFileError(str(timetable_path(path)), course=path)
    return report, report.timetable


def _with_timetable(report: Report, read: Reader = read_yaml) -> Report:
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


def _checked_course(
    path: Path, resources: Resources, read: Reader = read_yaml, today: date | None = None
) -> Report:
    loaded = load_course(path, read)
    edition = loaded.record
    where = loaded.sources.where(("standard",))
    standard = standard_for(edition.standard, edition.start, resources, where)
    try:
        newer = superseding(standard.record, edition.start, resources)
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
    found = run(TIMETABLE_RULES, ScheduledCourse(course, timetable), course.standard.clauses)
    # Judged again with the timetable: what waivers lacked may be there now.
    of_course = (each for each in report.findings if each.rule not in WAIVER_IDS)
    in_order = tuple(sorted((*of_course, *found), key=lambda each: -each.severity))
    findings = reviewed(Review(course, timetable, in_order, report.today))
    return replace(report, course=course, timetable=timetable, findings=findings)


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
    report = _checked_course(path, resources)
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
    return Planned(_with_timetable(report), target, kept, progress)


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


def build(
    path: Path,
    out: Path,
    resources: Resources,
    today: date,
    *,
    draft: bool = False,
    pdf: bool = False,
    edited: Edited = Edited.BESIDE,
) -> Built:
    """Write the dossier of a course under *out*, in a folder named by the course's code.

    A course without a timetable is planned first and the timetable written beside it. A
    document that somebody edited is treated as *edited* says. Raises `RefusedError` for a course with errors, unless
    a *draft* is asked.
    """
    # Word, spreadsheet and calendar libraries are imported by who builds alone.
    from toolkit.dossier import make_documents
    from toolkit.dossierfolder import write_dossier
    from toolkit.origin import Making, facts_of, origin_of
    from toolkit.templates import ready_templates

    report = check(path, resources, today=today)
    if report.errors and not draft:
        raise RefusedError(report)
    planned = None
    if report.timetable is None:
        report, planned = _plan_on_the_way(report, draft=draft)
    course, templates = report.course, ready_templates(resources)
    logo = logo_of(report)
    subject = subject_of(report, logo, today, draft=draft)
    documents = make_documents(subject, templates, pdf=pdf)
    inputs = (*report.inputs, *_other_inputs(logo, templates))
    making = Making(today, draft, pdf)
    written = write_dossier(
        Dossier(course.edition.code, documents),
        out,
        facts_of(course, making),
        inputs,
        today=today,
        edited=edited,
        origin=origin_of(path, out, course, inputs, making),
    )
    return Built(
        report,
        written.folder,
        written.files,
        planned,
        written.backups,
        written.beside,
        written.merged,
    )


def read_subject(path: Path, resources: Resources, today: date) -> Subject:
    """Return what the documents of a course are about, writing nothing.

    A course with errors is taken as a draft; one without a timetable is planned.
    """
    from toolkit.dossier import read_logo

    report = check(path, resources)
    if report.timetable is None:
        empty = Timetable(report.course.edition.code, (), (), None)
        report = judged(report, empty if report.errors else laid_out(report).timetables[0])
    logo = read_logo(report.course, _provider_file(report), report.sources.where(_LOGO))
    return subject_of(report, logo, today, draft=bool(report.errors))


_LOGO = ("provider", "logo")


def _provider_file(report: Report) -> Path:
    paths = {each.role: each.path for each in report.inputs}
    return paths.get("provider", report.path)


def logo_of(report: Report) -> Logo | None:
    """Return the logo of the provider of a course, if it has one."""
    from toolkit.dossier import read_logo

    return read_logo(report.course, _provider_file(report), report.sources.where(_LOGO))


def subject_of(report: Report, logo: Logo | None, today: date, *, draft: bool = False) -> Subject:
    """Return what the documents of a checked course with its timetable are about."""
    from toolkit.dossier import Subject

    assert report.timetable is not None
    picture = logo.content if logo else None
    return Subject(report.course, report.timetable, report.findings, picture, today, draft)


def _other_inputs(logo: Logo | None, templates: Iterable[ReadyTemplate]) -> Iterator[Input]:
    if logo:
        yield Input("logo", logo.path, digest(logo.content))
    for template in templates:
        yield from template.inputs


def _plan_on_the_way(report: Report, *, draft: bool) -> tuple[Report, Path | None]:
    if report.errors and draft:
        # A course that breaks its standard is not planned: its draft has no dates.
        empty = Timetable(report.course.edition.code, (), (), None)
        return replace(report, timetable=empty), None
    target = timetable_path(report.path)
    write_timetable(target, report.course, identified(laid_out(report).timetables[0]))
    return _with_timetable(report), target
