"""``report.json`` and ``report.csv``: what became of each course of a run, for later."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from toolkit import __version__
from toolkit.batch.order import Kind, Outcome
from toolkit.jsontext import json_text
from toolkit.text import Text
from toolkit.writing import write_atomically

FORMAT = 1
REPORT_JSON, REPORT_CSV = "report.json", "report.csv"


def write_report(outcomes: Sequence[Outcome], out: Path) -> None:
    """Write both files to *out*, the courses in order of path."""
    in_order = sorted(outcomes, key=lambda each: each.path)
    write_atomically(out / REPORT_JSON, as_json(in_order).encode())
    # Excel takes a file for UTF-8 only by its first bytes.
    write_atomically(out / REPORT_CSV, _as_csv(in_order).encode("utf-8-sig"))


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Return the report as JSON, a course a line; ``docs/batch.md`` describes the form."""
    counts = Counter(each.kind for each in outcomes)
    content = {
        "format": FORMAT,
        "percorso": __version__,
        "counts": {kind.value: counts[kind] for kind in Kind if counts[kind]},
        "courses": [_as_dict(each) for each in outcomes],
    }
    return json_text(content)


def _as_dict(each: Outcome) -> dict[str, object]:
    return {
        "file": each.path.as_posix(),
        "course": each.code,
        "state": each.kind.value,
        "exit_code": each.exit_code,
        "why": [_both(text) for text in each.why],
        "told": [_both(text) for text in each.told if each.exit_code],
        "edited": list(each.edited),
    }


def _both(text: Text) -> dict[str, str]:
    return {"it": text.it, "en": text.en}


def _as_csv(outcomes: Sequence[Outcome]) -> str:
    text = io.StringIO()
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(("file", "course", "state", "exit_code", "why", "told", "edited"))
    for each in outcomes:
        told = "\n".join(text.it for text in each.told if each.exit_code)
        why = "; ".join(text.it for text in each.why)
        edited = "; ".join(each.edited)
        table.writerow((each.path, each.code, each.kind.value, each.exit_code, why, told, edited))
    return text.getvalue()
