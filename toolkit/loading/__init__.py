"""The one door for the YAML that people write: from a path to a checked record."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from toolkit.errors import PercorsoError
from toolkit.loading.problems import BadValueError, MissingFileError, raise_all
from toolkit.loading.records import read_record, read_value
from toolkit.loading.sources import Sources, sources_of
from toolkit.loading.yamlfile import Reader, Value, YamlFile, parse_yaml, read_yaml
from toolkit.model.edition import CourseEdition
from toolkit.model.provider import Provider
from toolkit.model.record import Record
from toolkit.problem import Problem

__all__ = [
    "BadValueError",
    "Loaded",
    "Sources",
    "load_course",
    "load_provider",
    "load_record",
    "raise_problems",
    "read_record",
    "read_value",
    "read_yaml",
]

SomeRecord = TypeVar("SomeRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[SomeRecord]):
    """A record with the files it was read from."""

    record: SomeRecord
    sources: Sources
    files: tuple[Path, ...]


def load_record(kind: type[SomeRecord], path: Path) -> Loaded[SomeRecord]:
    """Read the file at *path* as a record of that *kind*."""
    file = read_yaml(path)
    sources = sources_of(file)
    return Loaded(read_record(kind, file.data, sources), sources, (path,))


def raise_problems(problems: Iterable[Problem], sources: Sources) -> None:
    """Raise *problems* together, each at its place in *sources*; do nothing without any."""
    raise_all(
        [
            BadValueError(sources.where(each.at), it=each.message.it, en=each.message.en)
            for each in problems
        ]
    )


def load_provider(path: Path) -> Loaded[Provider]:
    """Read a ``provider.yaml``."""
    return load_record(Provider, path)


def load_course(path: Path, read: Reader = read_yaml) -> Loaded[CourseEdition]:
    """Read a ``course.yaml`` and the provider's file, where it names one."""
    file = read(path)
    named = _named_provider(file)
    if named is None:
        sources = sources_of(file)
        return Loaded(read_record(CourseEdition, file.data, sources), sources, (path,))
    provider_path = path.parent / named
    provider = _provider_file(provider_path, file, read)
    sources = sources_of(file).with_file(("provider",), provider)
    known = _provider_in(provider.content) or provider.data
    data = {**_mapping(file.data), "provider": known}
    return Loaded(read_record(CourseEdition, data, sources), sources, (path, provider_path))


@functools.lru_cache(maxsize=8)
def _provider_in(content: bytes) -> Provider | None:
    """Return what a provider's file says, judged once for its courses, which come in a row.

    None for a file with problems: they are told together with the course's.
    """
    try:
        file = parse_yaml(content, "provider.yaml")
        return read_record(Provider, file.data, sources_of(file))
    except PercorsoError:
        return None


def _mapping(data: Value) -> dict[str, Value]:
    return data if isinstance(data, dict) else {}


def _named_provider(file: YamlFile) -> str | None:
    named = _mapping(file.data).get("provider")
    # An empty name would be the folder of the course.
    return named if isinstance(named, str) and named else None


def _provider_file(path: Path, course: YamlFile, read: Reader) -> YamlFile:
    try:
        return replace(read(path), name=str(path))
    except MissingFileError:
        told = " ".join(str(path).splitlines())
        raise BadValueError(
            course.where(("provider",)),
            it=f"il file del soggetto attuatore «{told}» non esiste; "
            "il nome si intende a partire dalla cartella del corso.",
            en=f"the provider's file “{told}” does not exist; "
            "its name is taken from the folder of the course.",
        ) from None
