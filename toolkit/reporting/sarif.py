"""The findings of courses as a SARIF log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from toolkit.finding import Finding, Rule
from toolkit.loading import Sources
from toolkit.loading.editing import EditRefusedError
from toolkit.loading.extents import Extent, Page, page_of
from toolkit.loading.mendedfiles import mended_files
from toolkit.reporting.sarifform import (
    Fix,
    Place,
    Region,
    Replacement,
    Result,
    RuleCard,
    sarif_log,
)
from toolkit.results import Report
from toolkit.rules.every import RULES_BY_ID
from toolkit.rules.explained import EXPLANATIONS, reason, statement
from toolkit.text import Lang, Text


def as_sarif(reports: Iterable[Report], lang: Lang, *, notes: bool = True) -> str:
    """Return the findings of several courses, sentences in *lang*."""
    results = tuple(result for report in reports for result in _results(report, notes=notes))
    named = {result.rule for result in results}
    return sarif_log(results, (_card(RULES_BY_ID[rule]) for rule in sorted(named)), lang)


def _results(report: Report, *, notes: bool) -> Iterator[Result]:
    pages = {mount.file.name: page_of(mount.file.content) for mount in report.sources.mounts}
    for finding in report.shown(notes=notes):
        yield Result(
            rule=finding.rule,
            severity=finding.severity,
            message=finding.message,
            place=_place(finding, report.sources, pages),
            fix=_fix(finding, report.sources, pages),
            waived=finding.accepted.reason if finding.accepted else None,
        )


def _card(rule: Rule[Any]) -> RuleCard:
    said, why, mend = statement(rule), reason(rule), EXPLANATIONS[rule.id].mend
    reasons = (f" {why.it}", f" {why.en}") if why else ("", "")
    at_length = Text(f"{said.it}{reasons[0]} {mend.it}", f"{said.en}{reasons[1]} {mend.en}")
    return RuleCard(rule.id, said, at_length, rule.severity)


def _place(finding: Finding, sources: Sources, pages: Mapping[str, Page]) -> Place:
    mount = sources.mount_of(finding.at)
    name = mount.file.name
    extent = pages[name].extent_of(finding.at[len(mount.at) :])
    return Place(name, _region(extent))


def _region(extent: Extent) -> Region:
    return Region(extent.line, extent.column, extent.end_line, extent.end_column)


def _fix(finding: Finding, sources: Sources, pages: Mapping[str, Page]) -> Fix | None:
    if finding.mend is None:
        return None
    try:
        files = mended_files(sources, finding.mend.edits)
    except EditRefusedError:
        return None
    return Fix(finding.mend.text, tuple(_replacement(*each, pages) for each in files.items()))


def _replacement(name: str, content: bytes, pages: Mapping[str, Page]) -> Replacement:
    """Return the one region in which the file before and after differ."""
    page, after = pages[name], content.decode("utf-8-sig")
    before = page.text
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    extent = page.extent(start, len(before) - end)
    return Replacement(name, _region(extent), after[start : len(after) - end])


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
