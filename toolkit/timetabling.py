"""From a checked course to its ``timetable.yaml``: planned, written, the old one kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import PercorsoError
from toolkit.loading.timetable import load_timetable
from toolkit.model.course import Course
from toolkit.model.timetable import Timetable
from toolkit.results import Report
from toolkit.writing import keep_copy, write_atomically

if TYPE_CHECKING:
    from toolkit.planning import Going, Laid


def timetable_path(course_path: Path) -> Path:
    """Return where the timetable of a course stands: beside it, under its name if it has one."""
    if course_path.stem == "course":
        return course_path.with_name("timetable.yaml")
    return course_path.with_name(f"{course_path.stem}.timetable.yaml")


def readable_timetable(path: Path) -> Timetable | None:
    """Return the timetable that is to be replaced; none if there is none that can be read."""
    try:
        return load_timetable(path)[0]
    except PercorsoError:
        # It is replaced because it is no good: it need not be read, and a copy is kept.
        return None


def laid_out(report: Report, *, seed: int | None = None, going: Going | None = None) -> Laid:
    """Return the timetable of a course, improved as long as *going* says.

    Raises a `NoTimetableError` with the places of what is short.
    """
    # Imported by who plans alone: checking must start at once.
    from toolkit.planning import (
        ImpossibleError,
        ShortagesError,
        UnplacedError,
        a_few_rounds,
        explained,
        plan_well,
    )

    course = report.course
    try:
        return plan_well(course, seed=seed_of(course, seed), going=going or a_few_rounds)
    except (ImpossibleError, ShortagesError, UnplacedError) as error:
        raise explained(course, error).placed(report.sources.where) from None


def seed_of(course: Course, seed: int | None) -> int:
    """Return the seed asked for, or else that of the course."""
    return course.edition.planning.seed if seed is None else seed


def write_timetable(target: Path, course: Course, timetable: Timetable) -> None:
    """Write *timetable* under its final name, whole or not at all."""
    from toolkit.exports.timetableyaml import as_yaml

    write_atomically(target, as_yaml(timetable, course=course).encode())


def replace_timetable(target: Path, course: Course, timetable: Timetable) -> Path | None:
    """Write *timetable*; return the name of the copy kept of one that was there."""
    kept = None
    if target.exists():
        kept = keep_copy(target, lambda number: f"{target.stem}.{number}.yaml.bak")
    write_timetable(target, course, timetable)
    return kept
