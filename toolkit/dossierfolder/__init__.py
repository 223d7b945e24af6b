"""The folder of a dossier on disk: written whole, never over somebody's work.

``manifest.json`` records the SHA-256 of every input and output. A file that is neither
what percorso generated nor what is about to be written was edited by somebody, and is
left alone: the new one is written beside it. See `staging` for what happens when a run is
cut off, and `originals` for what is kept to compare edits with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.dossierfolder.locked import OpenDocumentError, refuse_open
from toolkit.dossierfolder.manifest import manifest
from toolkit.dossierfolder.names import HIDDEN, MANIFEST, ORIGINALS, PROVENANCE, copies
from toolkit.dossierfolder.originals import original_of, packed, read_originals
from toolkit.dossierfolder.placing import Edited, Placed, is_edited, placed
from toolkit.dossierfolder.provenance import (
    NO_LOOK,
    Output,
    Provenance,
    generated_digests,
    outputs_of,
)
from toolkit.dossierfolder.staging import look_at, put_in_place, stage, write
from toolkit.inputs import Input
from toolkit.model.dossier import Dossier
from toolkit.writing import keep_copy

if TYPE_CHECKING:
    from toolkit.revision.merging import Merged

__all__ = [
    "MANIFEST",
    "Edited",
    "OpenDocumentError",
    "Written",
    "original_of",
    "write_dossier",
]


@dataclass(frozen=True, slots=True)
class Written:
    """A dossier on disk: its files, and what became of those that somebody edited.

    *beside* are the edited files that were left, each with its new version; *merged* are
    the files that edits were carried over to.
    """

    folder: Path
    files: tuple[Path, ...]
    backups: tuple[Path, ...]
    beside: tuple[tuple[Path, Path], ...]
    merged: tuple[tuple[Path, Merged], ...] = ()


def write_dossier(
    dossier: Dossier,
    out: Path,
    facts: Mapping[str, object],
    inputs: tuple[Input, ...],
    *,
    today: date,
    edited: Edited = Edited.BESIDE,
    origin: Mapping[str, Any] | None = None,
) -> Written:
    """Write *dossier* under *out*, each file whole, the manifest last.

    A document that somebody edited is treated as *edited* says. *facts* go into the
    manifest; *origin* is kept for who decides later whether to generate again.
    """
    folder = out / dossier.folder
    with stage(folder) as made:
        places = tuple(placed(folder, dossier.documents, edited))
        fresh = tuple(each for each in places if not each.is_kept)
        refuse_open(folder, (each.name for each in fresh if not each.is_there))
        outputs = (*_written(made, folder, fresh), *_kept(folder, places))
        record = Provenance(origin or {}, outputs)
        write(made / HIDDEN / ORIGINALS, packed(_originals(folder, places)))
        write(made / HIDDEN / PROVENANCE, record.as_json())
        write(made / MANIFEST, manifest(facts, inputs, outputs))
        backups = tuple(_keep(folder / each.name, today) for each in fresh if each.needs_copy)
        put_in_place(made, folder, obsolete=_obsolete(folder, places))
    files = tuple(folder / each.name for each in fresh)
    return Written(
        folder,
        (*files, folder / MANIFEST),
        backups,
        tuple(_beside(folder, places)),
        tuple((folder / each.name, each.merged) for each in fresh if each.merged),
    )


def _written(made: Path, folder: Path, fresh: Iterable[Placed]) -> Iterable[Output]:
    for each in fresh:
        if each.is_there:
            look = look_at(folder / each.name)
        else:
            look = write(made / each.name, each.content)
        output = Output(each.name, each.document.name, each.document.sha256, look)
        # With somebody's edits in it, it is not what was generated.
        yield output._replace(look=NO_LOOK, edited=True) if each.merged else output


def _kept(folder: Path, places: Iterable[Placed]) -> Iterable[Output]:
    """Yield the edited documents that stay, with the digest of what was edited."""
    known = outputs_of(folder)
    for each in places:
        if each.is_kept:
            unknown = Output(each.name, each.document.name, "", NO_LOOK)
            yield known.get(each.name, unknown)._replace(look=NO_LOOK, edited=True)


def _originals(folder: Path, places: Iterable[Placed]) -> Mapping[str, bytes]:
    """Return what each Word document on disk was, or will be, before anybody edited it."""
    kept = {each.name for each in places if each.is_kept}
    before = read_originals(folder) if kept else {}
    fresh = {each.name: each.document.content for each in places if not each.is_kept}
    words = {name: content for name, content in fresh.items() if name.endswith(".docx")}
    return {name: before[name] for name in kept if name in before} | words


def _keep(path: Path, today: date) -> Path:
    return keep_copy(path, lambda number: copies(path.name, today, number))


def _obsolete(folder: Path, places: Iterable[Placed]) -> tuple[str, ...]:
    """Return the files that were generated and no longer are, unless somebody edited them."""
    gone = outputs_of(folder).keys() - {each.name for each in places}
    known = generated_digests(folder)
    return tuple(name for name in sorted(gone) if not is_edited(folder / name, known))


def _beside(folder: Path, places: tuple[Placed, ...]) -> Iterable[tuple[Path, Path]]:
    kept = {each.document.name: folder / each.name for each in places if each.is_kept}
    for each in places:
        if not each.is_kept and each.document.name in kept:
            yield kept[each.document.name], folder / each.name
