"""What a template makes of a course, to look at: the document, its PDF and its pages."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from toolkit.dossier import Subject
from toolkit.errors import PercorsoError
from toolkit.filenames import numbered_names
from toolkit.rendering import compile_template
from toolkit.resources import Resources
from toolkit.text import Text
from toolkit.workshop.choosing import Chosen
from toolkit.workshop.withcourse import made_for
from toolkit.writing import write_atomically

SAMPLE = "completo"
"""The sample that previews are made with: it gives every value."""

_SECONDS = 120
_DOTS_PER_INCH = "80"


class NotOfADossierError(PercorsoError):
    """A preview was asked of a document that a course alone does not make."""

    exit_code = 2
    message = Text(
        it="è il documento di una variazione del calendario: un corso da solo non dice che cosa "
        "varia, quindi l'anteprima non si può fare; template check lo controlla lo stesso.",
        en="this is the document of a variation of the timetable: a course alone does not say what "
        "varies, so it has no preview; template check checks it all the same.",
    )


def sample_course(resources: Resources) -> Path:
    """Return the course of the sample."""
    return resources.folders("samples")[-1] / SAMPLE / "course.yaml"


def preview(chosen: Chosen, subject: Subject, out: Path, *, most: int) -> tuple[Path, ...]:
    """Write what a template makes of a course into *out*; return the files, in order.

    Raises `NotOfADossierError` for a document that wants more than a course. Of a document made once per unit, trainer or learner the first *most* are made. PDFs want
    LibreOffice, pages as PNG want ``pdftoppm`` too; where they are not installed, the Word
    files are all.
    """
    if not chosen.is_of_dossier:
        raise NotOfADossierError(chosen.label)
    documents = _documents(chosen, subject, most)
    written = [_written(out / name, content) for name, content in documents.items()]
    for name, content in _pdfs(documents, subject).items():
        path = _written((out / name).with_suffix(".pdf"), content)
        written += [path, *_pages(path)]
    return tuple(written)


def _documents(chosen: Chosen, subject: Subject, most: int) -> dict[str, bytes]:
    compiled = compile_template(chosen.path, name=chosen.label)
    made = made_for(subject, chosen.per)[:most]
    file = chosen.document.spec.file if chosen.document else f"{chosen.name}-anteprima.docx"
    media = {} if subject.logo is None else {"logo": subject.logo}
    names = numbered_names(file, [each.label for each in made])
    return {
        name: compiled.render(each.names, media=media, draft=subject.is_draft, stamp=subject.stamp)
        for name, each in zip(names, made, strict=True)
    }


def _pdfs(documents: dict[str, bytes], subject: Subject) -> dict[str, bytes]:
    from toolkit.rendering.pdf import find_libreoffice, to_pdf

    return to_pdf(documents, stamp=subject.stamp) if find_libreoffice() else {}


def _pages(pdf: Path) -> Iterator[Path]:
    """Write the pages of a PDF as pictures beside it, those of an earlier preview gone."""
    program = shutil.which("pdftoppm")
    if program is None:
        return
    with tempfile.TemporaryDirectory(prefix="percorso-") as folder:
        command = [program, "-r", _DOTS_PER_INCH, "-png", str(pdf), str(Path(folder) / "p")]
        subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)  # noqa: S603 — our own files
        for old in pdf.parent.glob(f"{pdf.stem}-p*.png"):
            old.unlink(missing_ok=True)
        for number, page in enumerate(sorted(Path(folder).iterdir()), 1):
            yield _written(pdf.with_name(f"{pdf.stem}-p{number:02d}.png"), page.read_bytes())


def _written(path: Path, content: bytes) -> Path:
    write_atomically(path, content)
    return path
