"""The lessons of a timetable, value by value: one that many lessons have is judged once."""

from __future__ import annotations

import functools
from typing import Any

from toolkit.loading.yamlfile import Value
from toolkit.model.timetable import Lesson
from toolkit.model.timetablefile import WrittenLesson, lesson_of


class _OddError(ValueError):
    """Only the record can tell what this is, or what is wrong with it."""


def plain_lessons(written: Value) -> tuple[Lesson, ...] | None:
    """Return what the list *written* says; None where anything is not as it must be."""
    if not isinstance(written, list):
        return None
    try:
        return tuple(map(_lesson, written))
    except ValueError:
        return None


def _lesson(written: Value) -> Lesson:
    if not isinstance(written, dict):
        raise _OddError
    values = {key: _judged(key, value) for key, value in written.items()}
    if not values.keys() >= _REQUIRED:
        raise _OddError
    return lesson_of({**_DEFAULTS, **values})


def _judged(key: str, value: Value) -> Any:
    if isinstance(value, str):
        return _read(key, value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return _read(key, tuple(value))
    raise _OddError


# Timetables name the same days, times, codes and people over and over.
_read = functools.lru_cache(maxsize=4096)(WrittenLesson.value_of)

_REQUIRED = {key for key, field in WrittenLesson.model_fields.items() if field.is_required()}
_DEFAULTS = {
    key: field.default
    for key, field in WrittenLesson.model_fields.items()
    if not field.is_required()
}
