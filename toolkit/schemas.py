"""The JSON Schema of each file people write, for completion in editors."""

from __future__ import annotations

import json
from collections.abc import Mapping

from toolkit.model.edition import CourseEdition
from toolkit.model.provider import Provider
from toolkit.model.record import Record
from toolkit.model.standard import Standard
from toolkit.model.timetablefile import TimetableFile

KINDS: Mapping[str, type[Record]] = {
    "course": CourseEdition,
    "provider": Provider,
    "standard": Standard,
    "timetable": TimetableFile,
}

_TITLES = {
    "course": "Corso (course.yaml)",
    "provider": "Soggetto attuatore (provider.yaml)",
    "standard": "Standard di percorso",
    "timetable": "Calendario (timetable.yaml)",
}


def schema_of(kind: str) -> str:
    """Return the JSON Schema of that *kind* of file, descriptions in Italian."""
    schema = KINDS[kind].model_json_schema()
    if kind == "course":
        # The provider may be a file instead: `loading` puts its content in place.
        provider = schema["properties"]["provider"]
        reference = {"$ref": provider.pop("$ref")}
        provider["anyOf"] = [{"type": "string"}, reference]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLES[kind]}
    return json.dumps({**schema, **head}, ensure_ascii=False, indent=2) + "\n"
