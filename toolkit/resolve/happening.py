"""What somebody says has happened, in few words, as a variation of a course."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.errors import UsageError
from toolkit.model.course import Course
from toolkit.model.moments import DateRange, read_date, read_time
from toolkit.model.record import ValueRefusedError
from toolkit.model.timetable import Lesson, Timetable
from toolkit.model.variation import Unavailability, Variation
from toolkit.nearest import did_you_mean, nearest
from toolkit.text import Text

Name = tuple[str, str | None]


class NotUnderstoodError(UsageError):
    """What is asked for cannot be understood."""

    message = Text(it="{option}: {it}", en="{option}: {en}")


class UnknownNameError(UsageError):
    """Nobody and nothing in the course has that name."""

    message = Text(
        it="{option}: «{name}» non è tra i nomi del corso{hint}",
        en="{option}: “{name}” is not among the names of the course{hint}",
    )


class AmbiguousNameError(UsageError):
    """Several have that name."""

    message = Text(
        it="{option}: «{name}» può essere {names}; scrivi il nome per intero.",
        en="{option}: “{name}” may be {names}; write the whole name.",
    )


class NoSuchLessonError(UsageError):
    """The unit has no lesson then."""

    message = Text(
        it="--cancel: {unit} non ha lezioni il {day}; quel giorno ci sono: {there}.",
        en="--cancel: {unit} has no lessons on {day}; that day there are: {there}.",
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What is said to have happened, as it was written."""

    absent: tuple[str, ...] = ()
    room_closed: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """A variation, and the single lessons that leave their time by unit and id."""

    variation: Variation
    barred: frozenset[Name]


def understood(
    said: Said, course: Course, timetable: Timetable, since: date, today: date
) -> Happening:
    """Return what *said* *today* means for *course*; what is before *since* is left out.

    Names may be given in part where only one fits. Raises a `UsageError` that says which
    words were not understood.
    """
    trainers = [each.name for each in course.provider.trainers]
    rooms = [each.name for each in course.venue.rooms]
    days = [each for each in said.cancelled if not _LESSON.fullmatch(each.strip())]
    single = [each for each in said.cancelled if _LESSON.fullmatch(each.strip())]
    variation = Variation(
        date=today,
        absent=_unavailable(said.absent, trainers, "--absent", since),
        room_closed=_unavailable(said.room_closed, rooms, "--room-closed", since),
        cancelled=_from(since, [_period(each) for each in days]),
    )
    barred = frozenset(
        (lesson.unit, lesson.id) for each in single for lesson in _lessons(each, timetable)
    )
    return Happening(variation, barred)


_LESSON = re.compile(r"([A-Za-z]+\d+)\s+(\d[\d/-]*)(?:\s+(\d{1,2}[:.]\d{2})(?:[-–].*)?)?")


def _unavailable(
    said: Iterable[str], names: Sequence[str], option: str, since: date
) -> tuple[Unavailability, ...]:
    found = []
    for each in said:
        try:
            read = Unavailability.read(each)
        except ValueRefusedError as error:
            raise NotUnderstoodError(option=option, it=error.text.it, en=error.text.en) from None
        name = _named(read.name, names, option)
        found += [Unavailability(name, days) for days in _from(since, [read.days])]
    return tuple(found)


def _from(since: date, periods: Iterable[DateRange]) -> tuple[DateRange, ...]:
    return tuple(
        DateRange(max(each.first, since), each.last) for each in periods if each.last >= since
    )


def _period(said: str) -> DateRange:
    try:
        return DateRange.read(said.strip())
    except ValueRefusedError:
        raise NotUnderstoodError(
            option="--cancel",
            it=f"«{said}» non va bene: scrivi un giorno (2027-03-08), un periodo "
            "(2027-03-08..2027-03-10) o una lezione (URA05 2027-03-08).",
            en=f"“{said}” will not do: write a day (2027-03-08), a period "
            "(2027-03-08..2027-03-10) or a lesson (URA05 2027-03-08).",
        ) from None


def _named(said: str, names: Sequence[str], option: str) -> str:
    """Return the only one of *names* that has every word of *said*, exactly or to begin with."""
    words = said.casefold().split()
    exact = [name for name in names if name.casefold().split() == words]
    whole = [name for name in names if set(words) <= set(name.casefold().split())]
    begun = [
        name
        for name in names
        if all(any(part.startswith(w) for part in name.casefold().split()) for w in words)
    ]
    found = exact or whole or begun
    if len(found) > 1:
        listed = Text(it=" o ".join(found), en=" or ".join(found))
        raise AmbiguousNameError(option=option, name=said, names=listed)
    if not found:
        raise UnknownNameError(option=option, name=said, hint=_hint(said, names))
    return found[0]


def _hint(said: str, names: Sequence[str]) -> Text:
    """Return the name meant perhaps: the nearest, or the first with a word that is near."""
    parts = {part: name for name in reversed(names) for part in name.split()}
    part = nearest(said.lower(), tuple(parts))
    return did_you_mean(parts[part] if part else said, names)


def _lessons(said: str, timetable: Timetable) -> tuple[Lesson, ...]:
    match = _LESSON.fullmatch(said.strip())
    assert match
    unit = match[1].upper()
    try:
        day = read_date(match[2])
        start = read_time(match[3]) if match[3] else None
    except ValueRefusedError as error:
        raise NotUnderstoodError(option="--cancel", it=error.text.it, en=error.text.en) from None
    assert isinstance(day, date)
    there = [each for each in timetable.lessons if each.day == day]
    found = tuple(each for each in there if each.unit == unit and start in {None, each.start})
    if not found:
        listed = ", ".join(f"{each.unit} {each.times}" for each in there)
        nothing = Text(it="nessuna lezione", en="no lessons")
        raise NoSuchLessonError(unit=unit, day=day, there=listed or nothing)
    return found
