"""Findings about templates, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable

from toolkit import __version__
from toolkit.finding import Finding, Severity
from toolkit.reporting import SEVERITIES, summary
from toolkit.text import Lang, Text
from toolkit.workshop.checking import TemplateReport

FORMAT = 1
_NEAR = Text(it=" Vicino a: «{near}».", en=" Near: “{near}”.")


def finding_line(finding: Finding, report: TemplateReport, lang: Lang) -> str:
    """Return ``file: place: severity rule: sentence``, then the text around the place."""
    where = report.words_of(finding.at).say(lang)
    near = report.near(finding.at)
    around = _NEAR.say(lang, near=near) if near else ""
    severity = SEVERITIES[finding.severity].say(lang)
    head = ": ".join(each for each in (report.label, where, severity) if each)
    return f"{head} {finding.rule}: {finding.message.say(lang)}{around}"


def as_text(report: TemplateReport, lang: Lang, *, notes: bool = True) -> str:
    """Return one line a finding, gravest first, then the summary; notes may be left out."""
    lines = [
        finding_line(finding, report, lang)
        for finding in report.findings
        if notes or finding.severity is not Severity.NOTE
    ]
    return "\n".join([*lines, f"{report.label}: {summary(report.findings, lang)}"])


def as_json(reports: Iterable[TemplateReport]) -> str:
    """Return the findings of several templates; ``docs/findings-json.md`` describes the form."""
    content = {
        "format": FORMAT,
        "percorso": __version__,
        "templates": [
            {
                "file": report.label,
                "findings": [_as_dict(each, report) for each in report.findings],
            }
            for report in reports
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _as_dict(finding: Finding, report: TemplateReport) -> dict[str, object]:
    words = report.words_of(finding.at)
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "path": list(finding.at),
        "place": {"it": words.it, "en": words.en},
        "near": report.near(finding.at),
        "message": {"it": finding.message.it, "en": finding.message.en},
    }
