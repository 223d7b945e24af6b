"""The standards there are, and the version of one that is in force on a day."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.errors import PercorsoError, UnreadableError
from toolkit.loading import Loaded, load_record, raise_problems
from toolkit.model.standard import Standard
from toolkit.nearest import did_you_mean
from toolkit.resources import Resources
from toolkit.rules.books import unbalanced
from toolkit.standards.checking import check_standard
from toolkit.standards.comparing import Comparison, compare
from toolkit.standards.jsonform import as_json
from toolkit.standards.publishing import as_text
from toolkit.text import Text


class UnknownStandardError(UnreadableError):
    """No file of the catalogue has that id or version."""

    message = Text(
        it="il catalogo non ha lo standard «{reference}»{hint}",
        en="the catalogue has no standard “{reference}”{hint}",
    )


class NotInForceError(UnreadableError):
    """No version of the standard is in force on the day the course starts."""

    message = Text(
        it="nessuna versione di «{reference}» è in vigore il {day}; "
        "indica la versione, per esempio {reference}@{version}.",
        en="no version of “{reference}” is in force on {day}; "
        "name the version, for example {reference}@{version}.",
    )


class MisplacedStandardError(UnreadableError):
    """A catalogue file does not say what its path says."""

    message = Text(
        it="il file dichiara {declared}, ma la sua posizione dice {expected}.",
        en="the file says {declared}, but its path says {expected}.",
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of one standard, found but not read."""

    id: str
    version: str
    path: Path

    @property
    def reference(self) -> str:
        return f"{self.id}@{self.version}"


def entries(resources: Resources) -> tuple[Entry, ...]:
    """Return every version of every standard, by id and date; a user's own file wins."""
    found: dict[tuple[str, str], Entry] = {}
    for folder in resources.folders("catalog"):
        for path in sorted(folder.glob("*/*/*.yaml")):
            standard_id = f"{path.parts[-3]}/{path.parts[-2]}"
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", path.stem):
                found.setdefault((standard_id, path.stem), Entry(standard_id, path.stem, path))
    return tuple(found[key] for key in sorted(found))


def standard_for(reference: str, day: date, resources: Resources) -> Loaded[Standard]:
    """Return the version that *reference* pins, or the newest in force on *day*.

    Raises `UnknownStandardError` or `NotInForceError`, whose place the caller knows.
    """
    known = entries(resources)
    standard_id, _, version = reference.partition("@")
    versions = [entry for entry in known if entry.id == standard_id]
    if version:
        versions = [entry for entry in versions if entry.version == version]
    if not versions:
        names = [entry.reference if version else entry.id for entry in known]
        hint = did_you_mean(reference, dict.fromkeys(names))
        raise UnknownStandardError(reference=reference, hint=hint)
    if version:
        return load_standard(versions[0].path)
    loaded = [load_standard(entry.path) for entry in versions]
    in_force = [each for each in loaded if each.record.is_in_force(day)]
    if not in_force:
        newest = loaded[-1].record.version.isoformat()
        raise NotInForceError(reference=reference, day=day, version=newest)
    return max(in_force, key=lambda each: each.record.version)


def superseding(standard: Standard, day: date, resources: Resources) -> str | None:
    """Return the newest version in force on *day* that came after *standard*, if there is one."""
    for entry in reversed(entries(resources)):
        if entry.id != standard.id or entry.version <= standard.version.isoformat():
            continue
        try:
            newer = load_standard(entry.path).record
        except PercorsoError:
            # A course that pins its version must not fail for a file that it does not use.
            continue
        if newer.is_in_force(day):
            return newer.reference
    return None


def load_standard(path: Path) -> Loaded[Standard]:
    """Read and check one file of the catalogue.

    Unchanged files are read once a process; a change of either, the file or the published
    text beside it, is seen.
    """
    text = path.parent / _read(path, _state(path)).record.source.file
    return _checked(path, text, _state(path), _state(text))


_State = tuple[int, ...] | None
"""What tells a file from another and from itself before a change; none if it is missing."""


def _state(path: Path) -> _State:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@functools.lru_cache(maxsize=256)
def _read(path: Path, _file: _State) -> Loaded[Standard]:
    return load_record(Standard, path)


@functools.lru_cache(maxsize=256)
def _checked(path: Path, text: Path, file: _State, _text: _State) -> Loaded[Standard]:
    loaded = _read(path, file)
    standard = loaded.record
    expected = f"{path.parts[-3]}/{path.parts[-2]}@{path.stem}"
    if standard.reference != expected:
        raise MisplacedStandardError(
            loaded.sources.where(("id",)), declared=standard.reference, expected=expected
        )
    published = text.read_bytes() if text.is_file() else None
    raise_problems((*check_standard(standard, published), *unbalanced(standard)), loaded.sources)
    return Loaded(standard, loaded.sources, (path, text))


def newest_of_each(resources: Resources) -> tuple[Standard, ...]:
    """Return the newest version of every standard, by id."""
    paths = {entry.id: entry.path for entry in entries(resources)}
    return tuple(load_standard(path).record for path in paths.values())


def newest(reference: str, resources: Resources) -> Loaded[Standard]:
    """Return the version that *reference* pins, or the newest there is."""
    if "@" in reference:
        return standard_for(reference, date.max, resources)
    versions = [entry for entry in entries(resources) if entry.id == reference]
    pinned = versions[-1].reference if versions else reference
    return standard_for(pinned, date.max, resources)


def shown(reference: str, form: str, resources: Resources) -> str:
    """Return a standard as text laid out as published, as its YAML file or as JSON."""
    loaded = newest(reference, resources)
    if form == "yaml":
        return loaded.files[0].read_text(encoding="utf-8")
    if form == "json":
        return json.dumps(as_json(loaded.record), ensure_ascii=False, indent=2) + "\n"
    return as_text(loaded.record).rstrip("\n") + "\n"


def compared(before: str, after: str, resources: Resources) -> Comparison:
    """Return what changes from one version to another, each named as ``ID@VERSION``.

    *after* may be the version alone (``@2028-01-15``), and either the path of a catalogue file
    that is not in the catalogue yet.
    """
    if after.startswith("@"):
        after = before.partition("@")[0] + after
    old, new = (_version(each, resources) for each in (before, after))
    return compare(old, new)


def _version(reference: str, resources: Resources) -> Standard:
    path = Path(reference)
    if path.suffix == ".yaml" and path.is_file():
        return load_standard(path.resolve()).record
    return newest(reference, resources).record
