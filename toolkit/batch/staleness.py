"""Whether a dossier is what would be made now: decided by content, thousands a second.

The small files of a course are read again each time and shared ones once a run, so no
change is missed whatever its date. The documents themselves are known again by size, time
and number, and read only where these differ.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from toolkit.batch import reasons
from toolkit.batch.coursefiles import code_in
from toolkit.batch.order import Order
from toolkit.catalogue import standard_for
from toolkit.contents import content_of
from toolkit.dossierfolder import MANIFEST
from toolkit.dossierfolder.names import HIDDEN, ORIGINALS, PROVENANCE
from toolkit.dossierfolder.placing import Edited, has_new_version
from toolkit.dossierfolder.provenance import (
    Output,
    Provenance,
    changed_outputs,
    provenance_of,
)
from toolkit.engine import fingerprint
from toolkit.errors import PercorsoError
from toolkit.model.dossier import digest
from toolkit.origin import shared_digest, standard_inputs
from toolkit.pipeline import timetable_path
from toolkit.templates import template_inputs
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Standing:
    """How the dossier of one course stands: why it is stale, and what somebody edited."""

    path: Path
    code: str | None
    stale: tuple[Text, ...]
    edited: tuple[str, ...] = ()


class Surroundings:
    """What the courses of a run have in common, read once: standards, templates, providers."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.engine = fingerprint()
        self._digests: dict[tuple[int, int], str | None] = {}
        self._standards: dict[tuple[str, str], str | None] = {}

    @cached_property
    def templates(self) -> str:
        """The digest of all templates."""
        return shared_digest(template_inputs(self.order.resources))["templates"]

    def standard(self, asked: str, start: str) -> str | None:
        """Return the digest of the standard a course gets now; None if it would get none."""
        key = (asked, start)
        if key not in self._standards:
            try:
                found = standard_for(asked, date.fromisoformat(start), self.order.resources)
            except PercorsoError:
                self._standards[key] = None
            else:
                self._standards[key] = shared_digest(standard_inputs(found))["standard"]
        return self._standards[key]

    def digest(self, path: str, role: str) -> str | None:
        """Return the digest of an own file; a provider or logo is read once a run."""
        if role not in {"provider", "logo"}:
            return _digest(path)
        try:
            # Each course names it by another path.
            found = os.stat(path)  # noqa: PTH116
        except OSError:
            return None
        key = (found.st_dev, found.st_ino)
        if key not in self._digests:
            self._digests[key] = _digest(path)
        return self._digests[key]


def _digest(path: str) -> str | None:
    content = content_of(path)
    return None if content is None else digest(content)


def standing(path: Path, around: Surroundings) -> Standing:
    """Return how the dossier of the course at *path* stands."""
    content = content_of(str(path))
    code = code_in(content) if content else None
    if content is None or code is None:
        return Standing(path, code, (reasons.NEVER,))
    folder = os.path.join(around.order.out, code)  # noqa: PTH118 — thousands a second
    known = provenance_of(folder)
    if known is None or not _is_finished(folder):
        told = reasons.CUT_OFF if os.path.isdir(os.path.join(folder, HIDDEN)) else reasons.NEVER  # noqa: PTH112, PTH118
        return Standing(path, code, (told,))
    stale = list(_input_reasons(path, digest(content), known.facts, around))
    edited: list[str] = []
    for output, is_missing in changed_outputs(folder, known.outputs):
        if is_missing:
            stale.append(reasons.MISSING.filled(file=output.file))
        else:
            edited.append(output.file)
            stale += _edited_reasons(folder, output, around.order.edited)
    if around.order.everything:
        stale.append(reasons.ASKED)
    return Standing(path, code, tuple(stale), tuple(edited))


def _edited_reasons(folder: str, output: Output, edited: Edited) -> Iterator[Text]:
    """Yield why a document that somebody edited is to be made again, if it is."""
    if edited is Edited.OVERWRITE:
        yield reasons.OVERWRITE.filled(file=output.file)
    elif edited is Edited.MERGE and has_new_version(Path(folder), output.file):
        yield reasons.MERGE.filled(file=output.file)


def _is_finished(folder: str) -> bool:
    """Whether the last run came to its end: the manifest is there, and nothing on its way."""
    try:
        hidden = set(os.listdir(f"{folder}{os.sep}{HIDDEN}"))  # noqa: PTH208
    except OSError:
        return False
    return hidden == _FINISHED and os.path.exists(f"{folder}{os.sep}{MANIFEST}")  # noqa: PTH110


_FINISHED = {ORIGINALS, PROVENANCE}


def _input_reasons(path: Path, course: str, facts: Any, around: Surroundings) -> Iterator[Text]:
    """Yield what has changed among the files and options a dossier was made from."""
    try:
        yield from _own_reasons(path, course, facts["own"], around)
        yield from _shared_reasons(facts, around)
        yield from _option_reasons(facts, around.order)
    except (KeyError, TypeError, ValueError):
        # Written by a version that recorded other things.
        yield reasons.ENGINE


def _own_reasons(
    path: Path, course: str, own: list[tuple[str, str, str]], around: Surroundings
) -> Iterator[Text]:
    folder = os.path.dirname(path)  # noqa: PTH120
    roles = set()
    for role, name, sha256 in own:
        roles.add(role)
        there = os.path.join(folder, name)  # noqa: PTH118
        now = course if role == "course" else around.digest(there, role)
        if now != sha256:
            yield reasons.CHANGED[role]
    if "timetable" not in roles and os.path.lexists(timetable_path(path)):
        yield reasons.NEW_TIMETABLE


def _shared_reasons(facts: Any, around: Surroundings) -> Iterator[Text]:
    if facts["engine"] != around.engine:
        yield reasons.ENGINE
    now = around.standard(*facts["asked"])
    if now is None:
        yield reasons.NO_STANDARD
    elif now != facts["shared"]["standard"]:
        yield reasons.STANDARD
    if around.templates != facts["shared"]["templates"]:
        yield reasons.TEMPLATES


def _option_reasons(facts: Any, order: Order) -> Iterator[Text]:
    if facts["draft"] != order.draft:
        yield reasons.NO_DRAFT if order.draft else reasons.DRAFT
    if order.pdf and not facts["pdf"]:
        yield reasons.PDF
    # Without a day that somebody named, documents keep the day they were made.
    if order.asked_day and facts["date"] not in {None, order.asked_day.isoformat()}:
        yield reasons.DAY.filled(day=date.fromisoformat(facts["date"]))


def orphans(out: Path, codes: set[str]) -> Iterator[Path]:
    """Yield the dossiers in *out* whose course is not among *codes*, in small letters."""
    if not out.is_dir():
        return
    for folder in sorted(out.iterdir()):
        if folder.name.lower() not in codes and _belongs_to_us(folder):
            yield folder


def _belongs_to_us(folder: Path) -> bool:
    known: Provenance | None = provenance_of(folder)
    return known is not None
