"""What a batch is asked to do, and what became of each course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from toolkit.dossierfolder.placing import Edited
from toolkit.resources import Resources
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Order:
    """How dossiers are to be made, the same for all courses of a run.

    *asked_day* is the day somebody named; without one the documents bear *today*, and the
    passing of days makes no dossier stale.
    """

    out: Path
    resources: Resources
    today: date
    asked_day: date | None = None
    draft: bool = False
    pdf: bool = False
    edited: Edited = Edited.BESIDE
    everything: bool = False

    @property
    def day(self) -> date:
        """The day that documents bear, unless their course names another."""
        return self.asked_day or self.today


class Kind(Enum):
    """What became of a course."""

    BUILT = "built"
    CURRENT = "up-to-date"
    WOULD_BUILD = "would-build"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one course, small enough to keep of each of a million.

    *why* are the reasons for which it was, or was not, made. *told* is what a person must
    read of it: errors, warnings, why it failed.
    """

    path: Path
    code: str
    kind: Kind
    exit_code: int = 0
    why: tuple[Text, ...] = ()
    told: tuple[Text, ...] = ()
    files: tuple[Path, ...] = ()
    planned: Path | None = None
    backups: tuple[Path, ...] = ()
    beside: tuple[tuple[Path, Path], ...] = ()
    edited: tuple[str, ...] = ()
