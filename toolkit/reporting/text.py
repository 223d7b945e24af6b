"""Findings for people: one line each, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.finding import Finding, Severity
from toolkit.loading import Sources
from toolkit.results import Report
from toolkit.text import Lang, Text
from toolkit.wording import SEVERITIES

_COUNTS = {
    Severity.ERROR: (Text(it="errore", en="error"), Text(it="errori", en="errors")),
    Severity.WARNING: (Text(it="avviso", en="warning"), Text(it="avvisi", en="warnings")),
    Severity.NOTE: (Text(it="nota", en="note"), Text(it="note", en="notes")),
}

_CLEAN = Text(it="nessuna osservazione", en="no findings")


def finding_line(finding: Finding, sources: Sources, lang: Lang) -> str:
    """Return ``file:line:column: severity rule: sentence (clause) [--fix: mend]``."""
    severity = SEVERITIES[finding.severity].say(lang)
    clause = f" ({finding.clause.citation})" if finding.clause else ""
    sentence = finding.message.say(lang)
    mend = f" [--fix: {finding.mend.text.say(lang)}]" if finding.mend else ""
    return f"{sources.where(finding.at)}: {severity} {finding.rule}: {sentence}{clause}{mend}"


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
    lines = [finding_line(finding, report.sources, lang) for finding in report.shown(notes=notes)]
    return "\n".join([*lines, f"{report.path}: {summary(report.findings, lang)}"])
