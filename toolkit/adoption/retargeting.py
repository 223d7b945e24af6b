"""The edits that make a course name the units and items of a newer version by their new codes.

Only codes change here: what a person decided (hours, people, weights) stays. What has no
equivalent in the newer version is an obstacle, since only a person can decide about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.mending import Edit, Rename, SetValue
from toolkit.model.choices import UnitChoice
from toolkit.model.edition import CourseEdition
from toolkit.model.provider import Trainer
from toolkit.model.timetable import Timetable
from toolkit.model.timetablefile import short_code
from toolkit.place import At
from toolkit.standards.comparing import Comparison
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something at *at* that only a person can decide, and why."""

    at: At
    reason: Text


@dataclass(frozen=True, slots=True)
class Retargeting:
    """What changes in the files of a course, and what keeps it from moving by itself."""

    edits: tuple[Edit, ...]
    obstacles: tuple[Obstacle, ...]


_UNIT_GONE = Text(
    it="l'unità {code} non c'è più nella nuova versione: decidi che cosa farne.",
    en="unit {code} is gone in the newer version: decide what to do with it.",
)
_ITEM_GONE = Text(
    it="{code} non c'è più nella nuova versione: togli la voce e, se ha un peso, ridistribuiscilo.",
    en="{code} is gone in the newer version: remove the entry and, if it has a weight, share it out.",
)
_ITEM_ELSEWHERE = Text(
    it="{code} è ora {other}, di un'altra unità: sposta la voce a mano.",
    en="{code} is now {other}, of another unit: move the entry by hand.",
)

_Step = Edit | Obstacle


def retarget(edition: CourseEdition, comparison: Comparison) -> Retargeting:
    """Return what makes *edition* a course under the newer version of *comparison*.

    It names the version: one whose codes were changed must not be taken for one of before.
    """
    pinned = SetValue(("standard",), comparison.after.reference)
    return _apart((pinned, *_codes(edition, comparison)))


def names_codes(edition: CourseEdition, comparison: Comparison) -> bool:
    """Whether *edition* names a unit or an item that the newer version calls otherwise."""
    return any(True for _ in _codes(edition, comparison))


def retarget_timetable(timetable: Timetable, comparison: Comparison) -> Retargeting:
    """Return what makes the lessons of *timetable* name units and items by their new codes.

    The paths are those of a course's sources, where the timetable stands under ``timetable``.
    """
    steps = (
        step
        for n, lesson in enumerate(timetable.lessons)
        if lesson.unit in comparison.unit_codes
        for step in _lesson(
            ("timetable", "lessons", str(n)), lesson.unit, lesson.covers, comparison
        )
    )
    return _apart(steps)


def _apart(steps: Iterable[_Step]) -> Retargeting:
    every = tuple(steps)
    return Retargeting(
        tuple(each for each in every if not isinstance(each, Obstacle)),
        tuple(each for each in every if isinstance(each, Obstacle)),
    )


def _codes(edition: CourseEdition, comparison: Comparison) -> Iterator[_Step]:
    for code, choice in edition.units.items():
        yield from _covered(("units", code), choice, comparison)
    # Inner values first: their paths name the unit by its old code.
    yield from _renamed(("units",), edition.units, comparison.unit_codes)
    if edition.internship:
        for n, code in enumerate(edition.internship.after):
            yield from _unit(("internship", "after", str(n)), code, comparison)
    for n, credit in enumerate(edition.credits):
        if credit.unit:
            yield from _unit(("credits", str(n), "unit"), credit.unit, comparison)
    for n, trainer in enumerate(edition.provider.trainers):
        yield from _taught(("provider", "trainers", str(n)), trainer, comparison)


def _unit(at: At, code: str, comparison: Comparison) -> Iterator[_Step]:
    becomes = comparison.unit_codes.get(code, code)
    if becomes is None:
        yield Obstacle(at, _UNIT_GONE.filled(code=code))
    elif becomes != code:
        yield SetValue(at, becomes)


def _covered(at: At, choice: UnitChoice, comparison: Comparison) -> Iterator[_Step]:
    for n, row in enumerate(choice.assessment.evidence):
        place = (*at, "assessment", "evidence", str(n), "covers")
        yield from _item(place, row.covers, comparison)
    for n, topic in enumerate(choice.topics):
        for m, code in enumerate(topic.covers):
            yield from _item((*at, "topics", str(n), "covers", str(m)), code, comparison)


def _item(at: At, code: str, comparison: Comparison) -> Iterator[_Step]:
    becomes = comparison.item_codes.get(code, code)
    if becomes is None:
        yield Obstacle(at, _ITEM_GONE.filled(code=code))
    elif _unit_of(becomes) != comparison.unit_codes.get(_unit_of(code), _unit_of(code)):
        yield Obstacle(at, _ITEM_ELSEWHERE.filled(code=code, other=becomes))
    elif becomes != code:
        yield SetValue(at, becomes)


def _unit_of(code: str) -> str:
    return code.partition("-")[0]


def _renamed(
    at: At, keys: Mapping[str, object], codes: Mapping[str, str | None]
) -> Iterator[_Step]:
    """Rename each key to its new code, none while another key still has that name."""
    waiting: dict[str, str] = {}
    for key in keys:
        becomes = codes.get(key, key)
        if becomes is None:
            yield Obstacle((*at, key), _UNIT_GONE.filled(code=key))
        elif becomes != key:
            waiting[key] = becomes
    while waiting:
        free = [key for key, becomes in waiting.items() if becomes not in waiting]
        # In a circle every name is taken: one key steps aside under a name that no unit has.
        key = free[0] if free else next(iter(waiting))
        becomes = waiting.pop(key)
        if free:
            yield Rename((*at, key), becomes)
        else:
            yield Rename((*at, key), f"{key}-")
            waiting[f"{key}-"] = becomes


def _taught(at: At, trainer: Trainer, comparison: Comparison) -> Iterator[_Step]:
    """Say for the newer version what the trainer teaches, where its codes are others.

    What is written for the older stays: other courses of the provider may still follow it.
    """
    taught = trainer.taught(comparison.before.reference)
    if taught is None or trainer.teaches is None:
        return
    if comparison.after.reference in trainer.teaches:
        return
    codes = tuple(comparison.unit_codes.get(code, code) for code in taught[1])
    kept = tuple(code for code in codes if code is not None)
    if kept != taught[1] or "@" in taught[0]:
        yield SetValue((*at, "teaches", comparison.after.reference), kept)


def _lesson(at: At, unit: str, covers: tuple[str, ...], comparison: Comparison) -> Iterator[_Step]:
    becomes = comparison.unit_codes[unit]
    if becomes is None:
        yield Obstacle((*at, "unit"), _UNIT_GONE.filled(code=unit))
        return
    steps = tuple(step for code in covers for step in _item((*at, "covers"), code, comparison))
    if obstacles := [each for each in steps if isinstance(each, Obstacle)]:
        yield from obstacles
        return
    now = tuple(short_code(comparison.item_codes.get(code) or code, becomes) for code in covers)
    if now != tuple(short_code(code, unit) for code in covers):
        yield SetValue((*at, "covers"), now)
    if becomes != unit:
        yield SetValue((*at, "unit"), becomes)
