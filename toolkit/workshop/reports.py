"""The reports of several templates, with or without a course to try them with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from toolkit import pipeline
from toolkit.resources import Resources
from toolkit.workshop.checking import TemplateReport, check_template
from toolkit.workshop.choosing import Chosen
from toolkit.workshop.withcourse import check_with


def reports_on(
    chosen: Sequence[Chosen], course: Path | None, resources: Resources, today: date
) -> tuple[TemplateReport, ...]:
    """Return what checking each template finds; a *course* shows what it makes of them too.

    A document of a variation is not tried: a course alone does not say what varies.
    """
    reports = tuple(
        check_template(
            each.path, name=each.name, label=each.label, per=each.per, occasion=each.occasion
        )
        for each in chosen
    )
    if course is None:
        return reports
    subject = pipeline.read_subject(course, resources, today)
    return tuple(
        check_with(report, subject, each.per) if each.is_of_dossier else report
        for report, each in zip(reports, chosen, strict=True)
    )
