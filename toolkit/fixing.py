"""Making the mends that findings carry: worked out first, written only when somebody says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit import pipeline
from toolkit.errors import PercorsoError
from toolkit.loading.editing import EditRefusedError
from toolkit.loading.mendedfiles import UNCHANGED, Contents, mended_files
from toolkit.loading.yamlfile import reading
from toolkit.mending import Edit, Insert, Mend, Remove
from toolkit.place import At
from toolkit.resources import Resources
from toolkit.results import Report
from toolkit.writing import replace_files

_MAX_PASSES = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """A course before its mends and after them, not written yet."""

    before: Report
    after: Report
    mends: tuple[Mend, ...]
    contents: Contents
    """What each file that changes is to contain, by its path as given."""

    def was(self, name: str) -> bytes:
        """Return what the file of that name contained when it was read."""
        files = (mount.file for mount in self.before.sources.mounts)
        return next(file.content for file in files if file.name == name)


def fix(path: Path, resources: Resources, today: date | None = None) -> Fixed:
    """Work out the mends of a course; what one of them leads to is mended too, if it can be.

    No mend is made twice, so two that undo each other come to rest.
    """
    before = pipeline.check(path, resources, today=today)
    found = Fixed(before, before, (), UNCHANGED)
    for _ in range(_MAX_PASSES):
        further = _further(found, resources)
        if further is None:
            break
        found = further
    return found


def _further(found: Fixed, resources: Resources) -> Fixed | None:
    mends, contents, touched = list(found.mends), found.contents, list[At]()
    for finding in found.after.findings:
        mend = finding.mend
        if mend is None or finding.accepted or mend in found.mends or _meets(mend, touched):
            continue
        try:
            contents = mended_files(found.after.sources, mend.edits, contents)
        except EditRefusedError:
            # It stays among what is left, for a person to do.
            continue
        mends.append(mend)
        touched += map(_reach, mend.edits)
    if len(mends) == len(found.mends):
        return None
    try:
        after = pipeline.check(
            found.before.path, resources, reading(contents), today=found.before.today
        )
    except PercorsoError:
        # A mend that makes the course unreadable is none.
        return None
    return Fixed(found.before, after, tuple(mends), contents)


def _meets(mend: Mend, touched: list[At]) -> bool:
    """Return whether *mend* is about what another of this pass has changed already."""
    return any(
        one[: len(other)] == other or other[: len(one)] == one
        for one in map(_reach, mend.edits)
        for other in touched
    )


def _reach(edit: Edit) -> At:
    # Another item more or less moves those that follow it.
    return edit.at[:-1] if isinstance(edit, Insert | Remove) else edit.at


def write(fixed: Fixed) -> tuple[Path, ...]:
    """Write the files that change, each whole or not at all; return the copies kept of them.

    Raises `ChangedMeanwhileError`, before anything is written, where one of them is no
    longer as it was read.
    """
    return replace_files(fixed.contents, {name: fixed.was(name) for name in fixed.contents})
