"""The file of a timetable on disk: replaced with a copy kept, remarks and all."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import PercorsoError
from toolkit.exports.timetableyaml import as_yaml, header_of
from toolkit.loading.remarks import NO_REMARKS, Remarks, remarks_of
from toolkit.loading.timetable import load_timetable
from toolkit.model.course import Course
from toolkit.model.succession import identified
from toolkit.model.timetable import Timetable
from toolkit.writing import keep_copy, write_atomically


def readable_timetable(path: Path) -> Timetable | None:
    """Return the timetable that is to be replaced; none if there is none that can be read."""
    try:
        return load_timetable(path)[0]
    except PercorsoError:
        # It is replaced because it is no good: it need not be read, and a copy is kept.
        return None


def write_timetable(
    target: Path, course: Course, timetable: Timetable, remarks: Remarks = NO_REMARKS
) -> None:
    """Write the file of *timetable*, whole or not at all."""
    write_atomically(target, as_yaml(timetable, course=course, remarks=remarks).encode())


def replace_timetable(target: Path, course: Course, timetable: Timetable) -> Path | None:
    """Write *timetable* with what people remarked on the one there was, of which a copy is kept.

    Return the name of the copy, if there was one.
    """
    if not target.exists():
        write_timetable(target, course, timetable)
        return None
    remarks = _remarks(target, course)
    kept = keep_copy(target, lambda number: f"{target.stem}.{number}.yaml.bak")
    write_timetable(target, course, timetable, remarks)
    return kept


def _remarks(target: Path, course: Course) -> Remarks:
    """Return what people wrote in comments of the file; nothing for one that cannot be read."""
    try:
        before, file = load_timetable(target)
    except PercorsoError:
        return NO_REMARKS
    text = target.read_text(encoding="utf-8-sig")
    return remarks_of(text, file, identified(before), header_of(course))
