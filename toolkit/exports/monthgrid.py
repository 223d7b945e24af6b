"""The timetable for a terminal, a month at a time: weeks in rows, Monday to Sunday in columns."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from toolkit.exports.agenda import grand_total, totals
from toolkit.exports.columns import clipped
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Mode
from toolkit.text import Lang, Text, written
from toolkit.wording import MONTHS, WEEKDAYS

_WIDE = 12
"""Characters of a day with something in it: seven of them keep to 100 columns."""

_NARROW = 5
"""Of a weekday on which nothing takes place all month."""

_SHORT_MODES: Mapping[Mode, Text] = {
    Mode.CLASSROOM: Text(it="aula", en="room"),
    Mode.LABORATORY: Text(it="lab.", en="lab."),
    Mode.SYNCHRONOUS: Text(it="FAD", en="live"),
    Mode.ASYNCHRONOUS: Text(it="FAD", en="online"),
}
_INTERNSHIP = Text(it="tirocinio", en="internship")
_EXAM = Text(it="esame", en="exam")
_OFF = Text(it="(chiuso)", en="(closed)")


def month_grids(scheduled: ScheduledCourse, lang: Lang) -> str:
    """Return a grid for each month that has lessons, internship or the exam."""
    entries = _entries(scheduled, lang)
    course = scheduled.course
    parts = [f"{course.edition.code}: {course.title}"]
    for year, month in sorted({(day.year, day.month) for day in entries}):
        lessons = [
            each
            for each in scheduled.lessons
            if (each.lesson.day.year, each.lesson.day.month) == (year, month)
        ]
        days = [
            each
            for each in scheduled.timetable.internship
            if (each.day.year, each.day.month) == (year, month)
        ]
        total = totals(lessons, days, lang) or _EXAM.say(lang)
        title = f"{MONTHS[month - 1].say(lang).capitalize()} {year} ({total})"
        parts += ["", title, *_grid(year, month, _with_days_off(scheduled, entries, lang), lang)]
    return "\n".join([*parts, "", grand_total(scheduled, lang)])


def _entries(scheduled: ScheduledCourse, lang: Lang) -> dict[date, list[str]]:
    entries: dict[date, list[str]] = defaultdict(list)
    for each in scheduled.lessons:
        mode = _SHORT_MODES[each.lesson.mode].say(lang)
        entries[each.lesson.day] += [str(each.lesson.times), f" {each.lesson.unit} {mode}"]
    for day in scheduled.timetable.internship:
        entries[day.day] += [_INTERNSHIP.say(lang), f" {written(day.hours, lang)} h"]
    if exam := scheduled.timetable.exam:
        entries[exam.day].append(_EXAM.say(lang))
    return entries


def _with_days_off(
    scheduled: ScheduledCourse, entries: Mapping[date, list[str]], lang: Lang
) -> dict[date, list[str]]:
    off = {each.day: [_OFF.say(lang)] for each in scheduled.course.days_off}
    return {**off, **entries}


def _grid(year: int, month: int, entries: Mapping[date, list[str]], lang: Lang) -> Iterator[str]:
    weeks = Calendar().monthdatescalendar(year, month)
    inside = [[day for day in week if day.month == month] for week in weeks]
    busy = {day.weekday() for week in inside for day in week if day in entries}
    widths = [_WIDE if weekday in busy else _NARROW for weekday in range(7)]
    rule = "+" + "+".join("-" * width for width in widths) + "+"
    yield rule
    yield _line([weekday.say(lang)[:3] for weekday in WEEKDAYS], widths)
    yield rule
    for week in weeks:
        cells = [
            [str(day.day), *entries.get(day, ())] if day.month == month else [] for day in week
        ]
        for n in range(max(map(len, cells))):
            yield _line([cell[n] if n < len(cell) else "" for cell in cells], widths)
        yield rule


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    cells = (f"{clipped(text, width):<{width}}" for text, width in zip(texts, widths, strict=True))
    return f"|{'|'.join(cells)}|"
