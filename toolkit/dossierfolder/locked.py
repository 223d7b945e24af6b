"""Documents that somebody has open: Word and LibreOffice say so with a file beside them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from toolkit.dossierfolder.names import owner_files
from toolkit.errors import InTheWayError
from toolkit.text import Text


class OpenDocumentError(InTheWayError):
    """A document is open in Word or LibreOffice."""

    message = Text(
        it="il documento è aperto in Word o in LibreOffice{who}: chiudilo e ripeti; "
        "se non è aperto, elimina {lock}.",
        en="the document is open in Word or LibreOffice{who}: close it and try again; "
        "if it is not open, delete {lock}.",
    )


_BY = Text(it=" da {name}", en=" by {name}")


def refuse_open(folder: Path, names: Iterable[str]) -> None:
    """Raise `OpenDocumentError` if one of the documents *names* in *folder* is open."""
    try:
        there = {path.name for path in folder.iterdir()}
    except OSError:
        return
    for name in names:
        if name not in there:
            continue
        for lock in owner_files(name):
            if lock in there:
                raise OpenDocumentError(
                    str(folder / name), who=_owner(folder / lock), lock=folder / lock
                )


def _owner(lock: Path) -> Text | str:
    """Return who has the document open, as far as the file says."""
    try:
        content = lock.read_bytes()
    except OSError:
        return ""
    if lock.name.startswith("~$"):
        # One byte with the length, then the name.
        name = content[1 : 1 + content[0]].decode("cp1252", "replace") if content else ""
    else:
        # The full name, which may be empty, then that of the account.
        name = content.decode("utf-8", "replace").strip(",").partition(",")[0]
    plain = " ".join("".join(each for each in name if each.isprintable()).split())
    return _BY.filled(name=plain) if plain else ""
