"""The templates that a person means: a known document, a folder, or a file of Word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import UnreadableError
from toolkit.nearest import did_you_mean
from toolkit.resources import Resources
from toolkit.templates import DocumentTemplate, document_template, document_templates
from toolkit.text import Text


class NoSuchTemplateError(UnreadableError):
    """What was named is neither a document there is, nor a folder or file with a template."""

    message = Text(
        it="non è un documento che percorso conosce, né una cartella con document.yaml, né un file "
        ".docx{hint}",
        en="this is neither a document that percorso knows, nor a folder with document.yaml, nor a "
        ".docx file{hint}",
    )


_DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A template to work on; *document* is missing where a lone file was named."""

    name: str
    path: Path
    label: str
    """What is said of where it is: the path as given, or the folder of a known document."""
    per: str
    document: DocumentTemplate | None

    @property
    def occasion(self) -> str:
        """When its document is made: with the dossier, or when the timetable varies."""
        return self.document.spec.occasion if self.document else _DOSSIER

    @property
    def is_of_dossier(self) -> bool:
        """Whether a course alone is enough to make its document."""
        return self.occasion == _DOSSIER

    @property
    def files(self) -> tuple[Path, ...]:
        """What its maker saves: the template, and what describes its document."""
        spec = (self.path.with_name("document.yaml"),) if self.document else ()
        return (*spec, self.path)


def chosen(
    references: Sequence[str], resources: Resources, *, per: str = "course"
) -> tuple[Chosen, ...]:
    """Return the templates that *references* name; every known document where there are none.

    *per* says what a lone file is used once for, since no ``document.yaml`` does.
    """
    known = document_templates(resources)
    if not references:
        return tuple(_of_document(each) for each in known)
    return tuple(_one(reference, known, per) for reference in references)


def _one(reference: str, known: Sequence[DocumentTemplate], per: str) -> Chosen:
    path = Path(reference)
    if path.is_dir():
        path /= "document.yaml"
    if path.name == "document.yaml" and path.is_file():
        return _of_document(document_template(path), str(path.with_name("template.docx")))
    if path.suffix.lower() in (".docx", ".docm", ".dotx", ".doc") and path.is_file():
        beside = path.with_name("document.yaml")
        if path.name == "template.docx" and beside.is_file():
            return _of_document(document_template(beside), reference)
        return Chosen(path.stem, path, reference, per, None)
    for each in known:
        if each.name == reference:
            return _of_document(each)
    hint = did_you_mean(reference, [each.name for each in known])
    raise NoSuchTemplateError(reference, hint=hint)


def _of_document(document: DocumentTemplate, label: str = "") -> Chosen:
    known = f"templates/{document.name}/{document.path.name}"
    return Chosen(document.name, document.path, label or known, document.spec.per, document)
