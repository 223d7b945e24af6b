"""What a dossier was made from and how: for the manifest, and to tell later what changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from toolkit.engine import fingerprint
from toolkit.inputs import Input
from toolkit.loading import Loaded
from toolkit.model.course import Course
from toolkit.model.edition import CourseEdition
from toolkit.model.standard import Standard

OWN_ROLES = frozenset({"course", "provider", "timetable", "logo"})
"""The files that belong to a course; all others are shared by the courses of a standard."""


@dataclass(frozen=True, slots=True)
class Making:
    """How a dossier is made, besides from what."""

    today: date
    draft: bool = False
    pdf: bool = False


def course_inputs(loaded: Loaded[CourseEdition]) -> Iterator[Input]:
    """Yield the files of a course: its own and its provider's."""
    roles = ("course", "provider")
    for role, path, mount in zip(roles, loaded.files, loaded.sources.mounts, strict=False):
        yield Input(role, path, mount.file.sha256)


def standard_inputs(standard: Loaded[Standard]) -> Iterator[Input]:
    """Yield the files of a standard: its own and the published text."""
    path, published = standard.files
    yield Input("standard", path, standard.sources.mounts[0].file.sha256)
    # That the text beside it has this digest was checked when the standard was read.
    yield Input("published-text", published, standard.record.source.sha256)


def facts_of(course: Course, making: Making) -> dict[str, object]:
    """Return what the manifest says the dossier is of, and the day its documents bear."""
    return {
        "course": course.edition.code,
        "standard": course.standard.reference,
        "document_version": course.edition.document.version,
        "document_date": (course.edition.document.date or making.today).isoformat(),
        "draft": making.draft,
    }


def origin_of(
    path: Path, out: Path, course: Course, inputs: Iterable[Input], making: Making
) -> dict[str, Any]:
    """Return what must be unchanged for the dossier of the course at *path* to be up to date.

    Own files are named from the course's folder, so that it can be moved.
    """
    read = tuple(inputs)
    return {
        "engine": fingerprint(),
        "path": relative(path, out),
        "asked": [course.edition.standard, course.edition.start.isoformat()],
        "own": [[each.role, relative(each.path, path.parent), each.sha256] for each in _own(read)],
        "shared": shared_digest(each for each in read if each.role not in OWN_ROLES),
        "draft": making.draft,
        "pdf": making.pdf,
        "date": None if course.edition.document.date else making.today.isoformat(),
    }


def _own(inputs: Iterable[Input]) -> Iterator[Input]:
    return (each for each in inputs if each.role in OWN_ROLES)


def shared_digest(inputs: Iterable[Input]) -> dict[str, str]:
    """Return one digest for the standard and one for all templates."""
    found: dict[str, Any] = {}
    for each in inputs:
        kind = "templates" if each.role == "template" else "standard"
        name = f"{each.role}\0{each.path.parent.name}/{each.path.name}\0{each.sha256}\0"
        found.setdefault(kind, sha256()).update(name.encode())
    return {kind: total.hexdigest() for kind, total in found.items()}


def relative(path: Path, folder: Path) -> str:
    """Return *path* as seen from *folder*; as it is where no way leads from one to the other."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        # On another drive of Windows.
        return path.resolve().as_posix()
