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

_ACCEPTED = Text(it="; avvisi accettati: {count}", en="; accepted warnings: {count}")
_REASON = Text(
    it=" [accettato fino al {until}: {reason}]", en=" [accepted until {until}: {reason}]"
)
_CLEAN = Text(it="nessuna osservazione", en="no findings")


def finding_line(finding: Finding, sources: Sources, lang: Lang) -> str:
    """Return ``file:line:column: severity rule: sentence (clause) [--fix: mend]``."""
    severity = SEVERITIES[finding.severity].say(lang)
    clause = f" ({finding.clause.citation})" if finding.clause else ""
    sentence = finding.message.say(lang)
    mend = f" [--fix: {finding.mend.text.say(lang)}]" if finding.mend else ""
    if finding.accepted:
        reason = " ".join(finding.accepted.reason.split())
        mend = _REASON.say(lang, reason=reason, until=finding.accepted.until)
    return f"{sources.where(finding.at)}: {severity} {finding.rule}: {sentence}{clause}{mend}"


def summary(findings: Iterable[Finding], lang: Lang) -> str:
    """Return how many findings there are of each severity: ``2 errori, 1 nota``.

    Warnings that the course accepts are counted apart.
    """
    told = tuple(findings)
    severities = [finding.severity for finding in told if not finding.accepted]
    parts = [
        f"{count} {_COUNTS[severity][count != 1].say(lang)}"
        for severity in _COUNTS
        if (count := severities.count(severity))
    ]
    accepted = sum(bool(finding.accepted) for finding in told)
    apart = _ACCEPTED.say(lang, count=accepted) if accepted else ""
    return f"{', '.join(parts) or _CLEAN.say(lang)}{apart}"


def as_text(report: Report, lang: Lang, *, notes: bool = True, accepted: bool = False) -> str:
    """Return one line a finding, gravest first, then the summary.

    Notes may be left out; warnings that the course accepts are shown when asked for.
    """
    shown = report.shown(notes=notes, accepted=accepted)
    lines = [finding_line(finding, report.sources, lang) for finding in shown]
    return "\n".join([*lines, f"{report.path}: {summary(report.findings, lang)}"])
