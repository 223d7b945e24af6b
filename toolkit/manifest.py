"""What a dossier's manifest records: versions and the digest of everything it came from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from toolkit.dossierfolder import Input
from toolkit.model.course import Course
from toolkit.model.dossier import digest
from toolkit.templates import DocumentTemplate


def facts_of(course: Course, today: date, *, is_draft: bool) -> dict[str, object]:
    """Return what the dossier is of, and the day its documents bear."""
    return {
        "course": course.edition.code,
        "standard": course.standard.reference,
        "document_version": course.edition.document.version,
        "document_date": (course.edition.document.date or today).isoformat(),
        "draft": is_draft,
    }


def inputs_of(
    read: tuple[tuple[str, Path], ...],
    logo: Path | None,
    templates: tuple[DocumentTemplate, ...],
) -> tuple[Input, ...]:
    """Return every input with its digest; files by name alone, since folders move."""
    return tuple(_inputs(read, logo, templates))


def _inputs(
    read: tuple[tuple[str, Path], ...],
    logo: Path | None,
    templates: tuple[DocumentTemplate, ...],
) -> Iterator[Input]:
    for role, path in read:
        yield Input(role, path.name, digest(path.read_bytes()))
    if logo:
        yield Input("logo", logo.name, digest(logo.read_bytes()))
    for template in templates:
        for path in template.files:
            name = f"{template.name}/{path.name}"
            yield Input("template", name, digest(path.read_bytes()))
