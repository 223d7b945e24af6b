"""Reading a ``timetable.yaml``, planned or edited by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit.loading.lessons import plain_lessons
from toolkit.loading.records import read_record
from toolkit.loading.sources import sources_of
from toolkit.loading.yamlfile import Reader, YamlFile, read_yaml
from toolkit.model.timetable import Timetable
from toolkit.model.timetablefile import TimetableFile


def load_timetable(path: Path, read: Reader = read_yaml) -> tuple[Timetable, YamlFile]:
    """Read the file at *path*; the lessons keep the order in which they are written.

    Mount the file under ``("timetable",)`` of the course's sources to place findings.
    Raises every problem of the file together, with exit code 3.
    """
    file = read(path)
    return _timetable(file), file


def _timetable(file: YamlFile) -> Timetable:
    data, sources = file.data, sources_of(file)
    if isinstance(data, dict) and (lessons := plain_lessons(data.get("lessons"))) is not None:
        others = read_record(TimetableFile, {**data, "lessons": []}, sources)
        return replace(others.timetable, lessons=lessons)
    return read_record(TimetableFile, data, sources).timetable
