"""Findings as JSON of a form that ``docs/findings-json.md`` describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date

from toolkit import __version__
from toolkit.finding import Finding
from toolkit.loading import Sources
from toolkit.mending import Content, Edit, Insert, Mend, Remove, Rename, SetValue
from toolkit.results import Report

FORMAT = 1


def as_json(reports: Iterable[Report], *, notes: bool = True) -> str:
    """Return the findings of several courses; ``docs/findings-json.md`` describes the form."""
    content = {
        "format": FORMAT,
        "percorso": __version__,
        "courses": [
            {
                "file": str(report.path),
                "course": report.course.edition.code,
                "standard": report.course.standard.reference,
                "findings": [_as_dict(each, report.sources) for each in report.shown(notes=notes)],
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
        "accepted": finding.accepted
        and {
            "reason": finding.accepted.reason,
            "until": finding.accepted.until.isoformat(),
        },
        "mend": finding.mend and _mend(finding.mend),
    }


def _mend(mend: Mend) -> dict[str, object]:
    return {
        "it": mend.text.it,
        "en": mend.text.en,
        "edits": [_edit(each) for each in mend.edits],
    }


def _edit(edit: Edit) -> dict[str, object]:
    path = list(edit.at)
    match edit:
        case SetValue():
            return {"edit": "set", "path": path, "value": _value(edit.value)}
        case Insert():
            return {"edit": "insert", "path": path, "value": _value(edit.value)}
        case Remove():
            return {"edit": "remove", "path": path}
        case Rename():
            return {"edit": "rename", "path": path, "key": edit.key}


def _value(content: Content) -> object:
    """Return what an edit writes, days as texts."""
    if isinstance(content, Mapping):
        return {key: _value(each) for key, each in content.items()}
    if isinstance(content, tuple):
        return [_value(each) for each in content]
    return content.isoformat() if isinstance(content, date) else content
