"""Findings for people and for machines: text, and JSON of a documented form."""

from __future__ import annotations

import json
from collections.abc import Iterable

from toolkit import __version__
from toolkit.finding import Finding, Severity
from toolkit.loading import Sources
from toolkit.results import Report
from toolkit.text import Lang, Text

FORMAT = 1

SEVERITIES = {
    Severity.ERROR: Text(it="errore", en="error"),
    Severity.WARNING: Text(it="avviso", en="warning"),
    Severity.NOTE: Text(it="nota", en="note"),
}

_COUNTS = {
    Severity.ERROR: (Text(it="errore", en="error"), Text(it="errori", en="errors")),
    Severity.WARNING: (Text(it="avviso", en="warning"), Text(it="avvisi", en="warnings")),
    Severity.NOTE: (Text(it="nota", en="note"), Text(it="note", en="notes")),
}

_CLEAN = Text(it="nessuna osservazione", en="no findings")


def finding_line(finding: Finding, sources: Sources, lang: Lang) -> str:
    """Return ``file:line:column: severity rule: sentence (clause)``."""
    severity = SEVERITIES[finding.severity].say(lang)
    clause = f" ({finding.clause.citation})" if finding.clause else ""
    sentence = finding.message.say(lang)
    return f"{sources.where(finding.at)}: {severity} {finding.rule}: {sentence}{clause}"


def summary(findings: Iterable[Finding], lang: Lang) -> str:
    """Return how many findings there are of each severity: ``2 errori, 1 nota``."""
    severities = [finding.severity for finding in findings]
    parts = [
        f"{count} {_COUNTS[severity][count != 1].say(lang)}"
        for severity in _COUNTS
        if (count := severities.count(severity))
    ]
    return ", ".join(parts) or _CLEAN.say(lang)


def as_text(report: Report, lang: Lang, *, notes: bool = True) -> str:
    """Return one line a finding, gravest first, then the summary; notes may be left out."""
    lines = [
        finding_line(finding, report.sources, lang)
        for finding in report.findings
        if notes or finding.severity is not Severity.NOTE
    ]
    return "\n".join([*lines, f"{report.path}: {summary(report.findings, lang)}"])


def as_json(reports: Iterable[Report]) -> str:
    """Return the findings of several courses; ``docs/findings-json.md`` describes the form."""
    content = {
        "format": FORMAT,
        "percorso": __version__,
        "courses": [
            {
                "file": str(report.path),
                "course": report.course.edition.code,
                "standard": report.course.standard.reference,
                "findings": [_as_dict(each, report.sources) for each in report.findings],
            }
            for report in reports
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _as_dict(finding: Finding, sources: Sources) -> dict[str, object]:
    file, line, column = sources.where(finding.at).rsplit(":", 2)
    clause = finding.clause
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "path": list(finding.at),
        "file": file,
        "line": int(line),
        "column": int(column),
        "message": {"it": finding.message.it, "en": finding.message.en},
        "clause": clause and {"key": clause.key, "section": clause.section, "words": clause.words},
    }
