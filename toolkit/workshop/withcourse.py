"""A template checked with a real course: what it would leave empty, or fail on."""

from __future__ import annotations

from dataclasses import replace

from toolkit.context import build_context
from toolkit.context.occasions import Occasion, occasions
from toolkit.dossier import Subject
from toolkit.errors import TemplateError
from toolkit.finding import run
from toolkit.rendering import compile_template
from toolkit.rules.collecting import rules_in
from toolkit.workshop.checking import TemplateReport
from toolkit.workshop.rules import courses
from toolkit.workshop.rules.courses import Trial
from toolkit.workshop.trying import tried

TRIAL_RULES = rules_in(courses)
"""The rules about a template and a course together."""


def made_for(subject: Subject, per: str) -> tuple[Occasion, ...]:
    """Return each making of a document about a course."""
    context = build_context(
        subject.course,
        subject.timetable,
        subject.findings,
        subject.today,
        is_draft=subject.is_draft,
    )
    return occasions(context, per)


def check_with(report: TemplateReport, subject: Subject, per: str) -> TemplateReport:
    """Add to a report what a course makes of the template; one that cannot be used stays as it is."""
    if report.template is None:
        return report
    made = made_for(subject, per)
    known = {finding.at for finding in report.findings}
    slips = tuple(
        each
        for each in tried(report.template, [each.names for each in made])
        if each.at not in known
    )
    is_told = report.exit_code or any(each.kind == "fails" for each in slips)
    refused = None if is_told else _refused(report, subject, made)
    found = run(TRIAL_RULES, Trial(slips, refused), {})
    findings = sorted((*report.findings, *found), key=lambda each: -each.severity)
    return replace(report, findings=tuple(findings))


def _refused(
    report: TemplateReport, subject: Subject, made: tuple[Occasion, ...]
) -> TemplateError | None:
    """Return what keeps the engine from making the documents, if something does."""
    try:
        compiled = compile_template(report.path, name=report.label)
        for each in made:
            compiled.render(each.names, draft=subject.is_draft, stamp=subject.stamp)
    except TemplateError as error:
        return error
    return None
