"""The timetable for a terminal: one line a lesson, grouped by week, trainer, room or unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.exports.columns import clipped, laid_out
from toolkit.model.moments import monday_of
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.model.timetable import InternshipDay
from toolkit.text import Lang, Text, written
from toolkit.wording import MODES, WEEKDAYS

_INTERNSHIP = Text(it="tirocinio", en="internship")
_EXAM = Text(it="esame finale", en="final exam")
_PROPOSED = Text(it="data proposta", en="proposed date")
_TEST = Text(it="verifica", en="test")
_WEEK = Text(it="Settimana {number}, {period}", en="Week {number}, {period}")
_NO_ROOM = Text(it="senza aula", en="no room")
_IN_ALL = Text(it="In tutto: {total}", en="In all: {total}")
_OF_INTERNSHIP = Text(it="{hours} h di tirocinio", en="{hours} h of internship")
_LESSONS = (
    Text(it="{hours} h in 1 lezione", en="{hours} h in 1 lesson"),
    Text(it="{hours} h in {number} lezioni", en="{hours} h in {number} lessons"),
)

_WIDEST = 24
"""Characters of the name of a room or of a trainer; longer ones are cut."""


@dataclass(frozen=True, slots=True)
class Row:
    """One dated activity: its day, and what the columns after the date show of it."""

    day: date
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The activities under one heading, with their total."""

    title: str
    total: str
    rows: tuple[Row, ...]


Grouping = Callable[[ScheduledCourse, Lang], Iterator[Group]]


def agenda(scheduled: ScheduledCourse, by: str, lang: Lang) -> str:
    """Return the timetable as text, grouped *by* ``week``, ``trainer``, ``room`` or ``unit``."""
    groups = tuple(GROUPINGS[by](scheduled, lang))
    cells = [(_day(row.day, lang), *row.cells) for group in groups for row in group.rows]
    lines = iter(laid_out(cells))
    parts = [_title(scheduled)]
    for group in groups:
        parts += ["", f"{group.title} ({group.total})"]
        parts += [f"  {next(lines)}" for _ in group.rows]
    return "\n".join([*parts, "", grand_total(scheduled, lang)])


def _title(scheduled: ScheduledCourse) -> str:
    course = scheduled.course
    return f"{course.edition.code}: {course.title}"


def grand_total(scheduled: ScheduledCourse, lang: Lang) -> str:
    """Return the hours of all lessons and of the internship, as a sentence."""
    return _IN_ALL.say(lang, total=totals(scheduled.lessons, scheduled.timetable.internship, lang))


def totals(lessons: Sequence[ListedLesson], internship: Sequence[InternshipDay], lang: Lang) -> str:
    """Return the hours of lessons and of internship, whichever there are; else empty."""
    parts = [total_of(lessons, lang)] if lessons else []
    if internship:
        hours = sum(each.hours for each in internship)
        parts.append(_OF_INTERNSHIP.say(lang, hours=hours))
    return ", ".join(parts)


def total_of(lessons: Sequence[ListedLesson], lang: Lang) -> str:
    """Return the hours and number of *lessons*: ``24 h in 8 lezioni``."""
    hours = sum(each.minutes for each in lessons) / 60
    return _LESSONS[len(lessons) != 1].say(lang, hours=hours, number=len(lessons))


def place_of(each: ListedLesson, lang: Lang) -> str:
    """Return the room of a lesson, or how it is given at a distance."""
    if each.lesson.mode.is_distance:
        return MODES[each.lesson.mode].say(lang)
    return each.lesson.room or _NO_ROOM.say(lang)


def _day(day: date, lang: Lang) -> str:
    return f"{WEEKDAYS[day.weekday()].say(lang)[:3]} {written(day, lang)}"


def _cells(each: ListedLesson, lang: Lang) -> dict[str, str]:
    lesson = each.lesson
    return {
        "times": f"{lesson.times!s:>11}",
        "hours": f"{written(each.minutes / 60, lang)} h",
        "unit": lesson.unit,
        "place": clipped(place_of(each, lang), _WIDEST),
        "trainer": clipped(lesson.trainer, _WIDEST),
        "test": _TEST.say(lang) if lesson.assessment_minutes else "",
    }


def _lesson_rows(
    lessons: Sequence[ListedLesson], lang: Lang, *, without: str = ""
) -> tuple[Row, ...]:
    return tuple(
        Row(
            each.lesson.day,
            tuple(cell for name, cell in _cells(each, lang).items() if name != without),
        )
        for each in lessons
    )


def _by_week(scheduled: ScheduledCourse, lang: Lang) -> Iterator[Group]:
    internship = scheduled.timetable.internship
    exam = scheduled.timetable.exam
    days = [each.lesson.day for each in scheduled.lessons] + [each.day for each in internship]
    mondays = sorted({monday_of(day) for day in days} | ({monday_of(exam.day)} if exam else set()))
    for monday in mondays:
        lessons = [each for each in scheduled.lessons if monday_of(each.lesson.day) == monday]
        rows = [*_lesson_rows(lessons, lang), *_other_rows(scheduled, monday, lang)]
        rows.sort(key=lambda row: row.day)
        number = (monday - mondays[0]).days // 7 + 1
        first, last = written(rows[0].day, lang), written(rows[-1].day, lang)
        period = first if first == last else f"{first} - {last}"
        week = [each for each in internship if monday_of(each.day) == monday]
        total = totals(lessons, week, lang) or _EXAM.say(lang)
        yield Group(_WEEK.say(lang, number=number, period=period), total, tuple(rows))


def _other_rows(scheduled: ScheduledCourse, monday: date, lang: Lang) -> Iterator[Row]:
    for each in sorted(scheduled.timetable.internship, key=lambda one: one.day):
        if monday_of(each.day) == monday:
            cells = ("", f"{written(each.hours, lang)} h", "", _INTERNSHIP.say(lang))
            yield Row(each.day, cells)
    exam = scheduled.timetable.exam
    if exam and monday_of(exam.day) == monday:
        note = _PROPOSED.say(lang) if exam.is_proposed else ""
        yield Row(exam.day, ("", "", "", _EXAM.say(lang), note))


def _grouped(
    scheduled: ScheduledCourse,
    lang: Lang,
    name: Callable[[ListedLesson], str],
    titles: Mapping[str, str],
    without: str,
) -> Iterator[Group]:
    """Yield a group for each name that the lessons have, first those of *titles*, in order."""
    found: dict[str, list[ListedLesson]] = {title: [] for title in titles}
    for each in scheduled.lessons:
        found.setdefault(name(each), []).append(each)
    for key, lessons in found.items():
        if lessons:
            rows = _lesson_rows(lessons, lang, without=without)
            yield Group(titles.get(key, key), total_of(lessons, lang), rows)


def _by_trainer(scheduled: ScheduledCourse, lang: Lang) -> Iterator[Group]:
    titles = {name: name for name in scheduled.trainers}
    yield from _grouped(scheduled, lang, lambda each: each.lesson.trainer, titles, "trainer")


def _by_room(scheduled: ScheduledCourse, lang: Lang) -> Iterator[Group]:
    titles = {name: name for name in scheduled.rooms}
    yield from _grouped(scheduled, lang, lambda each: place_of(each, lang), titles, "place")


def _by_unit(scheduled: ScheduledCourse, lang: Lang) -> Iterator[Group]:
    titles = {code: f"{code} {unit.title}" for code, unit in scheduled.units.items()}
    for group in _grouped(scheduled, lang, lambda each: each.lesson.unit, titles, "unit"):
        yield Group(" ".join(group.title.split()), group.total, group.rows)


GROUPINGS: Mapping[str, Grouping] = {
    "week": _by_week,
    "trainer": _by_trainer,
    "room": _by_room,
    "unit": _by_unit,
}
"""The ways to group the lessons, by the word that asks for them."""
