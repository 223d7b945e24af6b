"""The documents of a dossier: one folder each, with a Word template and what it makes."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator

from toolkit.inputs import Input
from toolkit.loading import load_record
from toolkit.model.dossier import digest
from toolkit.model.record import Record, ValueRefusedError
from toolkit.model.words import Line
from toolkit.resources import Resources

if TYPE_CHECKING:
    from toolkit.rendering import CompiledTemplate


def _docx_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}\.docx", value):
        raise ValueRefusedError(
            it=f"«{value}» non va bene: usa minuscole, cifre e -, e termina con .docx.",
            en=f"“{value}” will not do: use lower case, digits and -, and end with .docx.",
        )
    return value


Occasion = Literal["dossier", "variation"]
"""When a document is made."""


class DocumentSpec(Record):
    """``document.yaml``: what the template beside it makes."""

    title: Line
    """Il titolo del documento."""
    file: Annotated[str, AfterValidator(_docx_name)]
    """Il nome del file prodotto."""
    per: Literal["course", "unit", "trainer", "learner"] = "course"
    """Quante volte: una per corso (course), unità (unit), formatore (trainer), allievo (learner)."""
    occasion: Occasion = "dossier"
    """Quando: dossier, con il fascicolo; variation, quando il calendario cambia."""


@dataclass(frozen=True, slots=True)
class DocumentTemplate:
    """A document of the dossier and where its template is."""

    name: str
    spec: DocumentSpec
    path: Path
    spec_input: Input


@dataclass(frozen=True, slots=True)
class ReadyTemplate:
    """A document whose template is compiled, with the files it was compiled from."""

    spec: DocumentSpec
    compiled: CompiledTemplate
    inputs: tuple[Input, Input]


def document_templates(resources: Resources) -> tuple[DocumentTemplate, ...]:
    """Return the documents in order of name; a user's own folder replaces one of ours."""
    found: dict[str, DocumentTemplate] = {}
    for folder in resources.folders("templates"):
        for path in sorted(folder.glob("*/document.yaml")):
            if path.parent.name not in found:
                found[path.parent.name] = document_template(path)
    return tuple(found[name] for name in sorted(found))


def template_inputs(resources: Resources) -> Iterator[Input]:
    """Yield every file of every template of a dossier, as compiling it now would use them."""
    for each in _documents_of("dossier", resources):
        content = each.path.read_bytes() if each.path.is_file() else b""
        yield each.spec_input
        yield Input("template", each.path, digest(content))


def document_template(path: Path) -> DocumentTemplate:
    """Return the document that the ``document.yaml`` at *path* describes.

    An unchanged file is read once a process.
    """
    return _document(path, _state(path))


@functools.lru_cache(maxsize=64)
def _document(path: Path, _file: tuple[int, ...]) -> DocumentTemplate:
    loaded = load_record(DocumentSpec, path)
    read = Input("template", path, loaded.sources.mounts[0].file.sha256)
    template = path.parent / "template.docx"
    return DocumentTemplate(path.resolve().parent.name, loaded.record, template, read)


def ready_templates(
    resources: Resources, occasion: Occasion = "dossier"
) -> tuple[ReadyTemplate, ...]:
    """Return the documents of that *occasion* in order of name, their templates compiled."""
    return tuple(
        ReadyTemplate(each.spec, *_used(each)) for each in _documents_of(occasion, resources)
    )


def _documents_of(occasion: Occasion, resources: Resources) -> Iterator[DocumentTemplate]:
    return (each for each in document_templates(resources) if each.spec.occasion == occasion)


def _used(template: DocumentTemplate) -> tuple[CompiledTemplate, tuple[Input, Input]]:
    ready, sha256 = _compiled(template.path, template.name, _state(template.path))
    return ready, (template.spec_input, Input("template", template.path, sha256))


def compiled(template: DocumentTemplate) -> CompiledTemplate:
    """Return the template compiled; an unchanged file is compiled once a process."""
    return _used(template)[0]


def _state(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        # Who compiles it tells why.
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


@functools.lru_cache(maxsize=64)
def _compiled(path: Path, name: str, _file: tuple[int, ...]) -> tuple[CompiledTemplate, str]:
    """Return the template compiled and the digest of what was compiled."""
    # What knows Word is imported by who compiles alone: telling what is stale must be fast.
    from toolkit.rendering import compile_template
    from toolkit.rendering.package import read_bytes

    # Read here, once: a file that is being edited may be another when it is read again.
    content = read_bytes(path, name)
    return compile_template(content, name=name), digest(content)
