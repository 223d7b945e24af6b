"""From a checked course with its timetable to the dossier on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.dossierfolder.placing import Edited
from toolkit.inputs import Input
from toolkit.model.dossier import Dossier, digest
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified
from toolkit.model.timetable import Timetable
from toolkit.pipeline.arranging import laid_out
from toolkit.pipeline.judging import check, judged, timetable_path, with_timetable
from toolkit.resources import Resources
from toolkit.results import (
    Built,
    NoDossierError,
    Report,
)
from toolkit.timetabling import write_timetable

if TYPE_CHECKING:
    from toolkit.dossier import Logo, Subject
    from toolkit.templates import ReadyTemplate


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
    document that somebody edited is treated as *edited* says. Raises `NoDossierError` for a
    course with errors, unless a *draft* is asked.
    """
    # Word, spreadsheet and calendar libraries are imported by who builds alone.
    from toolkit.dossier import make_documents
    from toolkit.dossierfolder import write_dossier
    from toolkit.origin import Making, facts_of, origin_of
    from toolkit.templates import ready_templates

    report = check(path, resources, today=today)
    if report.errors and not draft:
        raise NoDossierError(report)
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
    report = check(path, resources)
    if report.timetable is None:
        empty = Timetable(report.course.edition.code, (), (), None)
        report = judged(report, empty if report.errors else laid_out(report).timetables[0])
    return subject_of(report, logo_of(report), today, draft=bool(report.errors))


_LOGO = ("provider", "logo")


def _provider_file(report: Report) -> Path:
    paths = {each.role: each.path for each in report.inputs}
    return paths.get("provider", report.path)


def logo_of(report: Report) -> Logo | None:
    """Return the logo of the provider of a course, if it has one."""
    from toolkit.dossier import LogoError, read_logo

    try:
        return read_logo(report.course, _provider_file(report))
    except LogoError as error:
        raise error.standing_at(report.sources.where(_LOGO)) from None


def subject_of(report: Report, logo: Logo | None, today: date, *, draft: bool = False) -> Subject:
    """Return what the documents of a checked course with its timetable are about."""
    from toolkit.dossier import Subject

    assert report.scheduled is not None
    picture = logo.content if logo else None
    return Subject(report.scheduled, report.findings, picture, today, draft)


def _other_inputs(logo: Logo | None, templates: Iterable[ReadyTemplate]) -> Iterator[Input]:
    if logo:
        yield Input("logo", logo.path, digest(logo.content))
    for template in templates:
        yield from template.inputs


def _plan_on_the_way(report: Report, *, draft: bool) -> tuple[Report, Path | None]:
    if report.errors and draft:
        # A course that breaks its standard is not planned: its draft has no dates.
        empty = Timetable(report.course.edition.code, (), (), None)
        return replace(report, scheduled=ScheduledCourse(report.course, empty)), None
    target = timetable_path(report.path)
    write_timetable(target, report.course, identified(laid_out(report).timetables[0]))
    return with_timetable(report), target
