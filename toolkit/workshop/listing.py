"""Findings about templates, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from toolkit import __version__
from toolkit.finding import Finding, Rule, Severity
from toolkit.reporting import summary
from toolkit.reporting.sarifform import LogicalPlace, Place, Result, RuleCard, sarif_log
from toolkit.text import Lang, Text
from toolkit.wording import SEVERITIES
from toolkit.workshop.checking import FILE_RULES, TemplateReport
from toolkit.workshop.explained import explanation, statement
from toolkit.workshop.rules import TEMPLATE_RULES
from toolkit.workshop.withcourse import TRIAL_RULES

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


def as_sarif(reports: Iterable[TemplateReport], lang: Lang, *, notes: bool = True) -> str:
    """Return the findings as a SARIF log; a place is a logical one, since Word has no lines."""
    results = tuple(
        Result(each.rule, each.severity, each.message, _place(each, report, lang))
        for report in reports
        for each in report.findings
        if notes or each.severity is not Severity.NOTE
    )
    named = sorted({result.rule for result in results})
    return sarif_log(results, (_card(ALL_RULES[rule]) for rule in named), lang)


def _place(finding: Finding, report: TemplateReport, lang: Lang) -> Place:
    words = report.words_of(finding.at).say(lang)
    if not words:
        return Place(report.label)
    near = report.near(finding.at) or words
    return Place(report.label, logical=(LogicalPlace(near, "element", words),))


def _card(rule: Rule[Any]) -> RuleCard:
    return RuleCard(rule.id, statement(rule), explanation(rule), rule.severity)


_ALL: tuple[Rule[Any], ...] = (*FILE_RULES, *TEMPLATE_RULES, *TRIAL_RULES)
ALL_RULES = {rule.id: rule for rule in _ALL}
