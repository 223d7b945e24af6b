"""The folder of a dossier on disk: written whole, never over somebody's work.

``manifest.json`` records the SHA-256 of every input and output. A file that is neither
what the manifest says nor what is about to be written was edited by somebody, and is
left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit import __version__
from toolkit.errors import InTheWayError
from toolkit.model.dossier import Dossier, digest
from toolkit.text import Text
from toolkit.writing import keep_copy, write_atomically

MANIFEST = "manifest.json"
FORMAT = 1


class EditedByHandError(InTheWayError):
    """Documents were edited since they were made."""

    message = Text(
        it="modificati a mano dopo l'ultima generazione: {files}. Mettili al sicuro con un altro "
        "nome, o usa --overwrite (di ciascuno resta una copia).",
        en="edited by hand since they were made: {files}. Keep them under another name, "
        "or use --overwrite (a copy of each is kept).",
    )


@dataclass(frozen=True, slots=True)
class Input:
    """A file a dossier was made from, and what it was for."""

    role: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Written:
    """Where a dossier was written, and the copies kept of edited files."""

    folder: Path
    files: tuple[Path, ...]
    backups: tuple[Path, ...]


def write_dossier(
    dossier: Dossier,
    out: Path,
    facts: Mapping[str, object],
    inputs: tuple[Input, ...],
    *,
    today: date,
    overwrite: bool,
) -> Written:
    """Write *dossier* under *out*, each file whole, the manifest last.

    Raises `EditedByHandError` before anything is written, unless *overwrite*, which
    keeps a copy of each edited file under a dated name.
    """
    folder = out / dossier.folder
    edited = _edited(folder, dossier)
    if edited and not overwrite:
        names = ", ".join(path.name for path in edited)
        raise EditedByHandError(str(folder), files=names)
    backups = tuple(_keep(path, today) for path in edited)
    for document in dossier.documents:
        write_atomically(folder / document.name, document.content)
    manifest = _manifest(dossier, facts, inputs)
    write_atomically(folder / MANIFEST, manifest)
    files = tuple(folder / document.name for document in dossier.documents)
    return Written(folder, (*files, folder / MANIFEST), backups)


def _edited(folder: Path, dossier: Dossier) -> tuple[Path, ...]:
    known = _recorded(folder)
    found = []
    for document in dossier.documents:
        path = folder / document.name
        if path.is_file():
            current = digest(path.read_bytes())
            if current not in {document.sha256, known.get(document.name)}:
                found.append(path)
    return tuple(found)


def _recorded(folder: Path) -> dict[str, str]:
    """Return the digests of the last manifest; none where there is none to be read."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        return {each["file"]: each["sha256"] for each in manifest["outputs"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _keep(path: Path, today: date) -> Path:
    def dated(number: int) -> str:
        again = f" {number}" if number > 1 else ""
        return f"{path.stem} (copia {today.isoformat()}{again}){path.suffix}"

    return keep_copy(path, dated)


def _manifest(dossier: Dossier, facts: Mapping[str, object], inputs: tuple[Input, ...]) -> bytes:
    content = {
        "format": FORMAT,
        "percorso": __version__,
        **facts,
        "inputs": [
            {"role": each.role, "file": each.file, "sha256": each.sha256} for each in inputs
        ],
        "outputs": [
            {"file": document.name, "sha256": document.sha256, "bytes": len(document.content)}
            for document in dossier.documents
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
