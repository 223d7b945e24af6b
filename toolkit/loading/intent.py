"""What a file says after an edit: the plain values, whatever their layout."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.loading.yamlfile import Value
from toolkit.mending import Content, Edit, Insert, Remove, Rename, SetValue, plain
from toolkit.place import At


class CannotChangeError(Exception):
    """There is nothing at the path of an edit that it could change."""


def intended(data: Value, edit: Edit) -> Value:
    """Return *data* as it is meant to be read after *edit*; *data* itself stays as it is."""
    return _within(data, edit.at, edit)


def _within(data: Value, at: At, edit: Edit) -> Value:
    if not at:
        if isinstance(edit, SetValue):
            return as_value(edit.value)
        raise CannotChangeError
    if data is None and isinstance(edit, SetValue | Insert):
        data = [] if isinstance(edit, Insert) and len(at) == 1 else {}
    if len(at) == 1 and not isinstance(edit, SetValue):
        return _last_step(data, at[0], edit)
    if isinstance(data, list):
        position = position_in(data, at[0])
        return [*data[:position], _within(data[position], at[1:], edit), *data[position + 1 :]]
    if isinstance(data, dict) and (at[0] in data or isinstance(edit, SetValue | Insert)):
        return {**data, at[0]: _within(data.get(at[0]), at[1:], edit)}
    raise CannotChangeError


def _last_step(data: Value, step: str, edit: Insert | Remove | Rename) -> Value:
    if isinstance(data, list) and isinstance(edit, Insert):
        position = position_in(data, step, one_more=True)
        return [*data[:position], as_value(edit.value), *data[position:]]
    if isinstance(data, list) and isinstance(edit, Remove):
        position = position_in(data, step)
        return [*data[:position], *data[position + 1 :]]
    if isinstance(data, dict) and step in data and isinstance(edit, Remove):
        return {key: value for key, value in data.items() if key != step}
    if isinstance(data, dict) and step in data and isinstance(edit, Rename):
        if edit.key in data and edit.key != step:
            raise CannotChangeError
        return {edit.key if key == step else key: value for key, value in data.items()}
    raise CannotChangeError


def position_in(items: list[Value], step: str, *, one_more: bool = False) -> int:
    """Return the position that *step* names in *items*, or past the last with *one_more*."""
    if step.isdigit() and int(step) < len(items) + one_more:
        return int(step)
    raise CannotChangeError


def as_value(content: Content) -> Value:
    """Return *content* as a file that says it is read."""
    if isinstance(content, Mapping):
        return {key: as_value(each) for key, each in content.items()}
    if isinstance(content, tuple):
        return [as_value(each) for each in content]
    return plain(content)
