"""The documents of a dossier: one folder each, with a Word template and what it makes."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from toolkit.loading import load_record
from toolkit.model.record import Record, ValueRefusedError
from toolkit.model.words import Line
from toolkit.rendering import CompiledTemplate, compile_template
from toolkit.resources import Resources


def _docx_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}\.docx", value):
        raise ValueRefusedError(
            it=f"«{value}» non va bene: usa minuscole, cifre e -, e termina con .docx.",
            en=f"“{value}” will not do: use lower case, digits and -, and end with .docx.",
        )
    return value


class DocumentSpec(Record):
    """``document.yaml``: what the template beside it makes."""

    title: Line
    """Il titolo del documento."""
    file: Annotated[str, AfterValidator(_docx_name)]
    """Il nome del file prodotto."""
    per: Literal["course"] = "course"
    """Quante volte: course, una per corso."""


@dataclass(frozen=True, slots=True)
class DocumentTemplate:
    """A document of the dossier and where its template is."""

    name: str
    spec: DocumentSpec
    path: Path

    @property
    def files(self) -> tuple[Path, ...]:
        return (self.path.parent / "document.yaml", self.path)


def document_templates(resources: Resources) -> tuple[DocumentTemplate, ...]:
    """Return the documents in order of name; a user's own folder replaces one of ours."""
    found: dict[str, DocumentTemplate] = {}
    for folder in resources.folders("templates"):
        for path in sorted(folder.glob("*/document.yaml")):
            name = path.parent.name
            if name not in found:
                spec = load_record(DocumentSpec, path).record
                found[name] = DocumentTemplate(name, spec, path.parent / "template.docx")
    return tuple(found[name] for name in sorted(found))


def compiled(template: DocumentTemplate) -> CompiledTemplate:
    """Return the template compiled; an unchanged file is compiled once a process."""
    stat = template.path.stat()
    return _compiled(template.path, template.name, stat.st_mtime_ns, stat.st_size)


@functools.lru_cache(maxsize=64)
def _compiled(path: Path, name: str, _modified: int, _size: int) -> CompiledTemplate:
    return compile_template(path, name=name)
