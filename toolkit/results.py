"""What the pipeline returns for one course, and what keeps it from going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import InTheWayError, PercorsoError, UnreadableError
from toolkit.finding import Finding, Severity
from toolkit.inputs import Input
from toolkit.loading import Sources
from toolkit.model.course import Course
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Timetable
from toolkit.text import Text

if TYPE_CHECKING:
    from toolkit.planning import Progress
    from toolkit.revision.merging import Merged


class TimetableExistsError(InTheWayError):
    """Planning again would move a timetable that may already have been sent."""

    message = Text(
        it="il calendario esiste già, e uno già inviato non deve cambiare; "
        "--replace lo rifà e conserva il vecchio.",
        en="the timetable exists, and one already sent must not move; "
        "--replace plans it again and keeps the old one.",
    )


class NoTimetableFileError(UnreadableError):
    """The course has no timetable yet."""

    message = Text(
        it="il corso non ha ancora un calendario; «percorso plan {course}» lo fa.",
        en="the course has no timetable yet; “percorso plan {course}” makes one.",
    )


@dataclass(frozen=True, slots=True)
class Report:
    """What checking one course found, with its timetable if there is one on disk."""

    path: Path
    course: Course
    sources: Sources
    inputs: tuple[Input, ...]
    """Each file read: course, provider, standard, published text …"""
    scheduled: ScheduledCourse | None
    """The course with its timetable, as the rules saw them."""
    findings: tuple[Finding, ...]
    today: date | None = None
    """The day by which waivers are judged; without one none is out of date."""

    @property
    def timetable(self) -> Timetable | None:
        return self.scheduled.timetable if self.scheduled else None

    @property
    def errors(self) -> int:
        return sum(finding.is_error for finding in self.findings)

    @property
    def exit_code(self) -> int:
        return 1 if self.errors else 0

    def shown(self, *, notes: bool, accepted: bool = True) -> tuple[Finding, ...]:
        """Return the findings to show, gravest first.

        Notes may be left out, and so may warnings that the course accepts.
        """
        return tuple(
            finding
            for finding in self.findings
            if (notes or finding.severity is not Severity.NOTE)
            and (accepted or not finding.accepted)
        )


class RefusedError(PercorsoError):
    """The course has errors, so no timetable is made of it."""

    exit_code = 1
    message = Text(
        it="errori da correggere: {errors}. Non si scrive nulla.",
        en="errors to mend: {errors}. Nothing is written.",
    )

    def __init__(self, report: Report) -> None:
        super().__init__(str(report.path), errors=report.errors)
        self.report = report


class NoDossierError(RefusedError):
    """The course has errors, so no dossier is made of it, unless as a draft."""

    message = Text(
        it="errori da correggere: {errors}. Non si produce nulla; build --draft fa una bozza.",
        en="errors to mend: {errors}. Nothing is made; build --draft makes a draft.",
    )


class SharedCodeError(UnreadableError):
    """Two courses of one run have the same code, so the same folder."""

    message = Text(
        it="il codice «{code}» è anche di {other}: i due fascicoli avrebbero la stessa cartella; "
        "cambiane uno.",
        en="the code “{code}” is also that of {other}: both dossiers would have the same folder; "
        "change one.",
    )


@dataclass(frozen=True, slots=True)
class Planned:
    """A timetable made for a course, where it was written and what became of an old one."""

    report: Report
    path: Path
    kept: Path | None
    progress: Progress | None = None
    """How far it is from the best there could be, where that was counted."""


@dataclass(frozen=True, slots=True)
class Built:
    """A dossier on disk; *planned* is the timetable made on the way, if one was."""

    report: Report
    folder: Path
    files: tuple[Path, ...]
    planned: Path | None
    backups: tuple[Path, ...]
    beside: tuple[tuple[Path, Path], ...]
    """Each document that somebody edited, with the new version beside it."""
    merged: tuple[tuple[Path, Merged], ...] = ()
    """Each document that somebody's edits were carried over to."""
