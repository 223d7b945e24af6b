"""Reading a ``timetable.yaml``, planned or edited by hand."""

from __future__ import annotations

from pathlib import Path

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
    return read_record(TimetableFile, file.data, sources_of(file)).timetable, file
