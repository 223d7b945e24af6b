"""One round of a template under hand: checked, and previewed where it can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit import pipeline
from toolkit.resources import Resources
from toolkit.text import Lang
from toolkit.workshop import listing
from toolkit.workshop.choosing import chosen
from toolkit.workshop.previewing import preview
from toolkit.workshop.reports import reports_on


@dataclass(frozen=True, slots=True)
class Round:
    """What is done at each save: the template, the course it is tried with, where to write."""

    template: str
    per: str
    course: Path
    out: Path
    most: int
    today: date

    def go(self, resources: Resources, lang: Lang) -> tuple[str, int]:
        """Return what to print and the exit code; no preview is made where it must fail."""
        picked = chosen((self.template,), resources, per=self.per)
        (report,) = reports_on(picked, self.course, resources, self.today)
        lines = [listing.as_text(report, lang)]
        if not report.exit_code:
            subject = pipeline.read_subject(self.course, resources, self.today)
            lines += [str(file) for file in preview(picked[0], subject, self.out, most=self.most)]
        return "\n".join(lines), report.exit_code
