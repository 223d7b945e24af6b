"""The same timetable under a course that is changed by the smallest step that it no longer fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mutants import Subject
from tight import Data, as_edition

from toolkit.finding import run
from toolkit.model.moments import monday_of
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Mode, Timetable
from toolkit.resolve import resolve
from toolkit.rules.timetable import TIMETABLE_RULES

A_DAY = timedelta(days=1)
QUARTER = 0.25
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Circumstance:
    """A course that a timetable no longer fits, and the rule that must say so."""

    name: str
    rule: str
    data: Data

    def said_of(self, subject: Subject) -> frozenset[str]:
        """The rules that speak of the timetable of *subject* under the changed course."""
        edition = as_edition(self.data)
        course = resolve(subject.standard, edition.provider, edition)
        scheduled = ScheduledCourse(course, subject.timetable)
        return frozenset(
            each.rule for each in run(TIMETABLE_RULES, scheduled, subject.standard.clauses)
        )


def circumstances(subject: Subject) -> Iterator[Circumstance]:
    """Yield the course of *subject* with each thing that its timetable relies on taken away."""
    for name, rule, path, value in (
        *_of_trainers(subject),
        *_of_rooms(subject),
        *_of_time(subject.timetable),
        *_of_days(subject),
    ):
        data = deepcopy(subject.data)
        _put(data, path.split("."), value)
        yield Circumstance(name, rule, data)


Change = tuple[str, str, str, Any]
"""What is changed, the rule that must speak, the path in the course and its new value."""


def _put(data: Any, steps: list[str], value: Any) -> None:
    *way, last = steps
    for step in way:
        data = data[int(step)] if isinstance(data, list) else data.setdefault(step, {})
    data[last] = value


def _of_trainers(subject: Subject) -> Iterator[Change]:
    lessons = subject.timetable.lessons
    for n, trainer in enumerate(subject.course.provider.trainers):
        own = [each for each in lessons if each.trainer == trainer.name]
        at = f"provider.trainers.{n}"
        if not own:
            continue
        last, hours = max(each.day for each in own), sum(each.hours for each in own)
        yield f"{trainer.name}: absent on a day", "T303", f"{at}.absences", [f"{last}"]
        yield f"{trainer.name}: a day's contract less", "T304", f"{at}.contract_until", last - A_DAY
        yield f"{trainer.name}: a quarter less", "T305", f"{at}.max_hours", hours - QUARTER
        without = _all_week(but=WEEKDAYS[last.weekday()])
        yield f"{trainer.name}: not on a weekday", "T302", f"{at}.availability", without
        taught = {subject.standard.id: [u.code for u in subject.course.units[:1]]}
        if any(each.unit != subject.course.units[0].code for each in own):
            yield f"{trainer.name}: teaches less", "T301", f"{at}.teaches", taught


def _of_rooms(subject: Subject) -> Iterator[Change]:
    lessons = subject.timetable.lessons
    for n, room in enumerate(subject.course.venue.rooms):
        own = [each for each in lessons if each.room == room.name]
        at = f"provider.rooms.{n}"
        if not own:
            continue
        last = own[-1]
        others = [each.name for each in subject.course.venue.rooms if each is not room]
        without = _all_week(but=WEEKDAYS[last.day.weekday()])
        learners = subject.course.edition.learners
        yield f"{room.name}: closed on a day", "T325", f"{at}.closures", [f"{last.day}"]
        yield f"{room.name}: not on a weekday", "T324", f"{at}.availability", without
        yield f"{room.name}: a place less", "T326", f"{at}.capacity", learners - 1
        unit = next((each for each in own if each.unit in subject.data["units"]), None)
        if unit:
            yield f"{room.name}: not for a unit", "T323", f"units.{unit.unit}.rooms", others


def _all_week(*, but: str) -> dict[str, str]:
    return {day: "0:00-23:45" for day in WEEKDAYS if day != but}


def _of_time(timetable: Timetable) -> Iterator[Change]:
    lessons = timetable.lessons
    longest = max(each.hours for each in lessons)
    days: Counter[Any] = Counter()
    weeks: Counter[Any] = Counter()
    for each in lessons:
        days[each.day] += each.hours
        weeks[monday_of(each.day)] += each.hours
    busiest, fullest = max(days.values()), max(weeks.values())
    yield "a quarter less a lesson", "T112", "planning.max_block", longest - QUARTER
    yield "a quarter less a day", "T113", "planning.max_hours_per_day", busiest - QUARTER
    yield "a quarter less a week", "T114", "planning.max_hours_per_week", fullest - QUARTER
    pause = {"break_minutes": 1, "break_after": longest - QUARTER}
    yield "a break in the longest lesson", "T115", "planning", pause
    windows = [str(each.times) for each in lessons if not each.mode.is_distance]
    distance = {day: ["9:00-13:00 distance", "14:00-18:00 distance"] for day in WEEKDAYS}
    if windows:
        yield "hours for distance learning alone", "T206", "week", distance
    if any(each.mode is Mode.SYNCHRONOUS for each in lessons):
        yield "hours of their own for it", "T205", "week.sunday", "9:00-13:00 distance"


def _of_days(subject: Subject) -> Iterator[Change]:
    timetable = subject.timetable
    last, exam = timetable.last_day, timetable.exam
    assert exam
    yield "a last day too soon", "T203", "end", last - A_DAY
    yield "a first day too late", "T202", "start", timetable.first_day + A_DAY
    yield "a day off", "T201", "closures", [f"{timetable.lessons[-1].day}"]
    yield "an exam on another day", "T433", "exam.date", exam.day + A_DAY
    yield "a day off for the exam", "T435", "closures", [f"{exam.day}"]
    if "access-residence" in subject.standard.clauses:
        yield "a permit a day shorter", "T436", "selection.permits_until", exam.day - A_DAY
    first_lesson = timetable.lessons[0]
    pinned = {
        "date": first_lesson.day - A_DAY,
        "time": str(first_lesson.times),
        "unit": first_lesson.unit,
        "mode": first_lesson.mode,
        "room": first_lesson.room,
        "trainer": first_lesson.trainer,
    }
    yield "a lesson pinned to another day", "T209", "planning.pinned", [pinned]
    if timetable.internship:
        weeks: Counter[Any] = Counter()
        for each in timetable.internship:
            weeks[monday_of(each.day)] += each.hours
        most = max(weeks.values()) - QUARTER
        yield "a shorter week of internship", "T430", "internship.hours_per_week", most
        first = min(each.day for each in timetable.internship)
        others = [day for day in WEEKDAYS[:5] if day != WEEKDAYS[first.weekday()]]
        hours = max(each.hours for each in timetable.internship)
        yield "an internship a day later", "T427", "internship.start", first + A_DAY
        yield "an internship on other days", "T424", "internship.days", others
        yield "shorter days of internship", "T425", "internship.hours_per_day", hours - QUARTER
