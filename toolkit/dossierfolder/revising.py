"""What people made of the documents in a dossier's folder."""

from __future__ import annotations

from pathlib import Path

from toolkit.dossierfolder.originals import original_of
from toolkit.errors import UnreadableError
from toolkit.loading.problems import MissingFileError, UnreadableFileError
from toolkit.revision.changes import changes
from toolkit.revision.comments import new_comments
from toolkit.revision.places import Change
from toolkit.revision.stories import read_document
from toolkit.text import Text


class NotGeneratedError(UnreadableError):
    """Nothing is known of how a document was generated."""

    message = Text(
        it="percorso non sa come fu generato questo documento: si confrontano i documenti Word "
        "che stanno nella cartella del loro fascicolo, con il nome che hanno avuto.",
        en="percorso does not know how this document was generated: what can be compared are Word "
        "documents in the folder of their dossier, under the name they were given.",
    )


def changes_of(path: Path) -> tuple[Change, ...]:
    """Return what somebody changed in the document at *path* since it was generated.

    Raises `MissingFileError`, `UnreadableFileError`, `NotGeneratedError` or
    `UnreadableDocumentError`.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFileError(str(path)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableFileError(str(path), reason=reason) from error
    original = original_of(path)
    if original is None:
        raise NotGeneratedError(str(path))
    if content == original:
        return ()
    before, after = (read_document(each, str(path)) for each in (original, content))
    return (*changes(before, after), *new_comments(before, after))
