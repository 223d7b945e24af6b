"""Writing invented courses to a folder, with an index of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolkit import pipeline
from toolkit.errors import InTheWayError
from toolkit.invention.collection import InventedCourse
from toolkit.invention.yamltext import as_yaml
from toolkit.resources import Resources
from toolkit.text import Text
from toolkit.writing import write_atomically

INDEX = "index.csv"
_PROVIDER_HEADING = "Un soggetto attuatore inventato, di percorso sample."
_COURSE_HEADING = "Un corso inventato, di percorso sample: persone, enti e date non esistono."


class NotEmptyError(InTheWayError):
    """The folder for invented courses holds something else."""

    message = Text(
        it="la cartella non è vuota; i corsi inventati vogliono una cartella nuova.",
        en="the folder is not empty; invented courses want a new folder.",
    )


def write_courses(
    courses: Iterable[InventedCourse],
    folder: Path,
    resources: Resources,
    *,
    timetables: bool = False,
) -> Sequence[InventedCourse]:
    """Write each course and its provider under *folder*, then the index; plan if asked.

    Raises `NotEmptyError` before anything is written where *folder* holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmptyError(str(folder))
    written: list[InventedCourse] = []
    for course in courses:
        _write_provider(course, folder)
        path = folder / _path(course)
        write_atomically(path, as_yaml(course.edition, heading=_COURSE_HEADING).encode())
        if timetables and not course.fault:
            pipeline.plan(path, resources)
        written.append(course)
    write_atomically(folder / INDEX, _index(written).encode())
    return written


def _path(course: InventedCourse) -> str:
    return f"{course.folder}/{course.code}/course.yaml"


def _write_provider(course: InventedCourse, folder: Path) -> None:
    path = folder / course.folder / "provider.yaml"
    if not path.exists():
        write_atomically(path, as_yaml(course.provider, heading=_PROVIDER_HEADING).encode())


def _index(courses: Sequence[InventedCourse]) -> str:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("file", "code", "standard", "provider", "learners", "start", "fault"))
    for course in courses:
        edition = course.edition
        learners = edition.get("learners", "")
        provider = course.provider["name"]
        table.writerow(
            (
                *(_path(course), course.code, course.standard, provider, learners),
                *(edition["start"], course.fault),
            )
        )
    return text.getvalue()
