"""Errors to plant in an invented course, one a course, each of a kind that people make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from toolkit.invention.providers import LARGEST_CLASS
from toolkit.model.standard import Standard

Edition = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of error: its *name* in the index, and what it makes of an edition.

    *spoiled* returns nothing where the standard has nothing of the kind to break.
    """

    name: str
    spoiled: Callable[[Edition, Standard], Edition | None]


def _unit_too_short(edition: Edition, standard: Standard) -> Edition:
    unit = standard.units[0]
    return _with_unit(edition, unit.code, hours=unit.min_hours - 0.5)


def _too_much_at_a_distance(edition: Edition, standard: Standard) -> Edition:
    unit = standard.units[-1]
    hours = unit.max_distance_hours + 1
    return _with_unit(edition, unit.code, hours=unit.min_hours + hours, distance_hours=hours)


def _internship_too_short(edition: Edition, standard: Standard) -> Edition | None:
    if standard.internship is None:
        return None
    shorter = {**edition["internship"], "hours": standard.internship.min_hours - 1}
    return {**edition, "internship": shorter}


def _room_too_small(edition: Edition, _standard: Standard) -> Edition:
    return {**edition, "learners": LARGEST_CLASS * 2}


def _unknown_trainer(edition: Edition, standard: Standard) -> Edition:
    return _with_unit(edition, standard.units[0].code, trainers="Nessuno Conosciuto")


def _misspelt_key(edition: Edition, _standard: Standard) -> Edition:
    return {("learnrs" if key == "learners" else key): value for key, value in edition.items()}


def _too_little_time(edition: Edition, _standard: Standard) -> Edition:
    return {**edition, "end": edition["start"]}


def _with_unit(edition: Edition, code: str, **choice: Any) -> Edition:
    units = edition["units"]
    return {**edition, "units": {**units, code: {**units.get(code, {}), **choice}}}


FAULTS = (
    Fault("unit-too-short", _unit_too_short),
    Fault("too-much-at-a-distance", _too_much_at_a_distance),
    Fault("internship-too-short", _internship_too_short),
    Fault("room-too-small", _room_too_small),
    Fault("unknown-trainer", _unknown_trainer),
    Fault("misspelt-key", _misspelt_key),
    Fault("too-little-time", _too_little_time),
)
