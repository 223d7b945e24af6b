"""What a newer version makes of courses as JSON; `docs/standard-json.md` describes the form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from toolkit.adoption.trial import Trial
from toolkit.finding import Finding
from toolkit.model.standard import Standard
from toolkit.text import Text

FORMAT = 1


def as_json(trials: Iterable[Trial], newer: Standard) -> str:
    """Return what becomes of each course under *newer*."""
    content = {
        "format": FORMAT,
        "standard": newer.reference,
        "courses": [_course(each) for each in trials],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _course(trial: Trial) -> dict[str, Any]:
    hours = trial.hours
    return {
        "file": str(trial.report.path),
        "course": trial.report.course.edition.code,
        "standard": trial.report.course.standard.reference,
        "verdict": trial.verdict.value,
        "hours": hours and {"before": hours[0], "after": hours[1]},
        "broken": [_finding(each) for each in trial.broken],
        "mended": [_finding(each) for each in trial.mended],
        "obstacles": [
            {"place": where or None, "reason": _both(reason)} for where, reason in trial.obstacles
        ],
        "timetable": trial.lessons.value,
        "files": list(trial.contents),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "message": _both(finding.message),
        "mend": finding.mend and _both(finding.mend.text),
    }


def _both(text: Text) -> dict[str, str]:
    return {"it": text.it, "en": text.en}
