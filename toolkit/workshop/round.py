"""One round of a template under hand: checked, and previewed where it can be."""

from __future__ import annotations

from pathlib import Path

from toolkit.dossier import Subject
from toolkit.text import Lang
from toolkit.workshop import listing
from toolkit.workshop.checking import check_template
from toolkit.workshop.choosing import Chosen
from toolkit.workshop.previewing import preview
from toolkit.workshop.withcourse import check_with


def go_round(
    chosen: Chosen, subject: Subject, out: Path, *, lang: Lang, most: int
) -> tuple[tuple[str, ...], int]:
    """Return the lines to print and the exit code; the preview is left out where it must fail."""
    report = check_template(chosen.path, name=chosen.name, label=chosen.label, per=chosen.per)
    report = check_with(report, subject, chosen.per)
    lines = [listing.as_text(report, lang)]
    if not report.exit_code:
        lines += [str(file) for file in preview(chosen, subject, out, most=most)]
    return tuple(lines), report.exit_code
