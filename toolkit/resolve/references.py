"""Names and codes in a configuration that refer to nothing, with the nearest known one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from toolkit.model.choices import TaughtUnit
from toolkit.model.edition import CourseEdition
from toolkit.model.provider import Provider
from toolkit.model.standard import Standard
from toolkit.nearest import did_you_mean
from toolkit.place import At
from toolkit.problem import Problem
from toolkit.resolve.calendar import is_province
from toolkit.resolve.units import contents_as_items
from toolkit.text import Text

_UNIT = Text(
    it="lo standard non ha l'unità «{name}»{hint}", en="the standard has no unit “{name}”{hint}"
)
_ITEM = Text(
    it="l'unità non ha la conoscenza o abilità «{name}»{hint}",
    en="the unit has no knowledge or skill “{name}”{hint}",
)
_TRAINER = Text(
    it="il soggetto attuatore non ha il formatore «{name}»{hint}",
    en="the provider has no trainer “{name}”{hint}",
)
_ROOM = Text(
    it="il soggetto attuatore non ha l'aula «{name}»{hint}",
    en="the provider has no room “{name}”{hint}",
)
_PROVINCE = Text(
    it="nessuna provincia ha la sigla «{name}».", en="no province has the code “{name}”."
)
_TWICE = Text(it="«{name}» compare due volte.", en="“{name}” appears twice.")


def unknown_references(
    standard: Standard, provider: Provider, edition: CourseEdition
) -> tuple[Problem, ...]:
    """Return every reference of *edition* and *provider* that names nothing."""
    return (
        *_twice(("provider", "trainers"), [trainer.name for trainer in provider.trainers]),
        *_twice(("provider", "rooms"), [room.name for room in provider.rooms]),
        *_provinces(provider, edition),
        *_units(standard, provider, edition),
        *_equipment(provider),
        *_items(standard, edition),
        *_other_units(standard, edition),
        *_pinned(standard, provider, edition),
    )


def _twice(at: At, names: list[str]) -> Iterator[Problem]:
    for n, name in enumerate(names):
        if name in names[:n]:
            yield Problem((*at, str(n), "name"), _TWICE.filled(name=name))


def _provinces(provider: Provider, edition: CourseEdition) -> Iterator[Problem]:
    places = {("provider", "seat"): provider.seat}
    if edition.venue:
        places["venue", "address"] = edition.venue.address
    for at, address in places.items():
        if not is_province(address.province):
            yield Problem((*at, "province"), _PROVINCE.filled(name=address.province))


def _equipment(provider: Provider) -> Iterator[Problem]:
    rooms = [room.name for room in provider.rooms]
    for n, item in enumerate(provider.equipment):
        if item.room:
            at = ("provider", "equipment", str(n))
            yield from _unknown(at, {"room": item.room}, rooms, _ROOM)


def _units(standard: Standard, provider: Provider, edition: CourseEdition) -> Iterator[Problem]:
    taught_here = frozenset(standard.units_by_code)
    for n, trainer in enumerate(provider.trainers):
        if taught := trainer.taught(standard.reference):
            at = ("provider", "trainers", str(n), "teaches", taught[0])
            yield from _unknown(at, taught[1], taught_here, _UNIT)
    for code, choice in edition.units.items():
        yield from _unknown(("units",), {code: code}, taught_here, _UNIT)
        yield from _people_and_rooms(("units", code), choice, provider)
    for n, unit in enumerate(edition.additional_units):
        yield from _people_and_rooms(("additional_units", str(n)), unit, provider)


def _people_and_rooms(at: At, choice: TaughtUnit, provider: Provider) -> Iterator[Problem]:
    trainers = [trainer.name for trainer in provider.trainers]
    rooms = [room.name for room in provider.rooms]
    yield from _unknown((*at, "trainers"), choice.trainers, trainers, _TRAINER)
    yield from _unknown((*at, "rooms"), choice.rooms, rooms, _ROOM)


def _items(standard: Standard, edition: CourseEdition) -> Iterator[Problem]:
    for code, choice in edition.units.items():
        if unit := standard.units_by_code.get(code):
            items = [item.code for item in unit.items]
            yield from _evidence(("units", code), choice, items)
            for n, topic in enumerate(choice.topics):
                at = ("units", code, "topics", str(n), "covers")
                yield from _unknown(at, topic.covers, items, _ITEM)
    for n, extra in enumerate(edition.additional_units):
        items = [item.code for item in contents_as_items(n + 1, extra)]
        yield from _evidence(("additional_units", str(n)), extra, items)


def _evidence(at: At, choice: TaughtUnit, items: Collection[str]) -> Iterator[Problem]:
    for n, row in enumerate(choice.assessment.evidence):
        place = (*at, "assessment", "evidence", str(n))
        yield from _unknown(place, {"covers": row.covers}, items, _ITEM)


def _other_units(standard: Standard, edition: CourseEdition) -> Iterator[Problem]:
    codes = frozenset(standard.units_by_code)
    if edition.internship:
        yield from _unknown(("internship", "after"), edition.internship.after, codes, _UNIT)
    for n, credit in enumerate(edition.credits):
        if credit.unit:
            yield from _unknown(("credits", str(n)), {"unit": credit.unit}, codes, _UNIT)


def _pinned(standard: Standard, provider: Provider, edition: CourseEdition) -> Iterator[Problem]:
    extra = [f"AGG{number:02d}" for number, _ in enumerate(edition.additional_units, start=1)]
    units = [*standard.units_by_code, *extra]
    trainers = [trainer.name for trainer in provider.trainers]
    rooms = [room.name for room in provider.rooms]
    for n, lesson in enumerate(edition.planning.pinned):
        at = ("planning", "pinned", str(n))
        yield from _unknown(at, {"unit": lesson.unit}, units, _UNIT)
        yield from _unknown(at, {"trainer": lesson.trainer}, trainers, _TRAINER)
        if lesson.room:
            yield from _unknown(at, {"room": lesson.room}, rooms, _ROOM)


def _unknown(
    at: At, names: Iterable[str] | dict[str, str], known: Collection[str], message: Text
) -> Iterator[Problem]:
    steps = names.items() if isinstance(names, dict) else enumerate(names)
    for step, name in steps:
        if name not in known:
            hint = did_you_mean(name, sorted(known))
            yield Problem((*at, str(step)), message.filled(name=name, hint=hint))
