"""A valid timetable with one thing wrong: each lesson, day and date in its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from mutants import Subject

from toolkit.finding import Severity, run
from toolkit.model.moments import TimeRange
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import ExamDay, Lesson, Mode, Timetable
from toolkit.rules.timetable import TIMETABLE_RULES

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mutant:
    """A timetable with one thing wrong, and the rule that must say so."""

    name: str
    rule: str
    timetable: Timetable

    def said_of(self, subject: Subject) -> frozenset[str]:
        """The rules that speak of the timetable."""
        scheduled = ScheduledCourse(subject.course, self.timetable)
        found = run(TIMETABLE_RULES, scheduled, subject.standard.clauses)
        return frozenset(each.rule for each in found if each.severity is not Severity.NOTE)


def mutants(subject: Subject) -> Iterator[Mutant]:
    """Yield the timetable of *subject* with each of its parts wrong in each way there is."""
    yield from _of_lessons(subject)
    yield from _of_units(subject)
    yield from _of_the_whole(subject)


def _with_lesson(timetable: Timetable, n: int, lesson: Lesson | None) -> Timetable:
    middle = () if lesson is None else (lesson,)
    lessons = (*timetable.lessons[:n], *middle, *timetable.lessons[n + 1 :])
    return replace(timetable, lessons=lessons)


def _of_lessons(subject: Subject) -> Iterator[Mutant]:
    start = subject.course.edition.start
    holiday = next(off.day for off in subject.course.days_off if off.source == "holiday")
    for n, lesson in enumerate(subject.timetable.lessons):
        ways: dict[str, tuple[str, Lesson]] = {
            "before the course": ("T202", replace(lesson, day=start - A_DAY)),
            "on a holiday": ("T201", replace(lesson, day=holiday)),
            "on a day without windows": ("T204", replace(lesson, day=_sunday_after(lesson.day))),
            "outside the windows": ("T204", replace(lesson, times=TimeRange(time(5), time(6)))),
            "of a unit unknown": ("T002", replace(lesson, unit="URA99")),
            "by a trainer unknown": ("T003", replace(lesson, trainer="Nessuno")),
            "a quarter shorter": ("T104", replace(lesson, times=_shorter(lesson.times))),
            "with a break as long as itself": (
                "T111",
                replace(lesson, break_minutes=lesson.times.minutes),
            ),
            "about another unit": ("T502", replace(lesson, covers=("URA98-C01",))),
            "in another mode": ("T105", replace(lesson, mode=_other(lesson.mode))),
        }
        if lesson.assessment_minutes:
            longer = lesson.assessment_minutes + 1
            ways["without its test"] = ("T411", replace(lesson, assessment_minutes=0))
            ways["with a longer test"] = ("T412", replace(lesson, assessment_minutes=longer))
            endless = replace(lesson, assessment_minutes=lesson.times.minutes + 1)
            ways["with a test longer than itself"] = ("T414", endless)
        if not lesson.assessment_minutes:
            ways["with a test too soon"] = ("T413", replace(lesson, assessment_minutes=15))
            ways["about nothing"] = ("T503", replace(lesson, covers=(), topic=None))
        if lesson.mode.is_distance:
            ways["at a distance, in a room"] = ("T322", replace(lesson, room="Aula"))
        else:
            ways["in a room unknown"] = ("T004", replace(lesson, room="Nessuna"))
            ways["in presence, without a room"] = ("T321", replace(lesson, room=None))
        if lesson.mode is Mode.LABORATORY:
            ways["of laboratory, in a classroom"] = ("T328", replace(lesson, room="Aula"))
        for way, (rule, changed) in ways.items():
            told = f"{lesson.day} {lesson.times} {lesson.unit}: {way}"
            yield Mutant(told, rule, _with_lesson(subject.timetable, n, changed))
        left_out = _with_lesson(subject.timetable, n, None)
        alone = sum(each.unit == lesson.unit for each in subject.timetable.lessons) == 1
        yield Mutant(f"lesson {n}: left out", "T106" if alone else "T104", left_out)
        twice = replace(subject.timetable, lessons=(*subject.timetable.lessons, lesson))
        for rule in ("T207", "T306", *(("T327",) if lesson.room else ())):
            yield Mutant(f"lesson {n}: twice, as {rule} says", rule, twice)


def _sunday_after(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _shorter(times: TimeRange) -> TimeRange:
    minutes = times.end.hour * 60 + times.end.minute - 15
    return TimeRange(times.start, time(*divmod(minutes, 60)))


def _other(mode: Mode) -> Mode:
    return Mode.SYNCHRONOUS if mode is not Mode.SYNCHRONOUS else Mode.CLASSROOM


def _of_units(subject: Subject) -> Iterator[Mutant]:
    lessons = subject.timetable.lessons
    for unit in subject.course.all_units:
        without = tuple(each for each in lessons if each.unit != unit.code)
        yield Mutant(f"{unit.code}: left out", "T106", replace(subject.timetable, lessons=without))
        for item in unit.items:
            silent = tuple(
                replace(each, covers=tuple(code for code in each.covers if code != item.code))
                for each in lessons
            )
            yield Mutant(
                f"{item.code}: in no lesson", "T501", replace(subject.timetable, lessons=silent)
            )
        if unit.is_laboratory and unit.plan.laboratory_hours:
            outside = tuple(
                replace(each, mode=Mode.CLASSROOM, room="Aula") if each.unit == unit.code else each
                for each in lessons
            )
            elsewhere = replace(subject.timetable, lessons=outside)
            yield Mutant(f"{unit.code}: outside the laboratory", "T330", elsewhere)
        for first in unit.prerequisites:
            yield Mutant(
                f"{unit.code}: before {first}",
                "T401",
                replace(subject.timetable, lessons=_exchanged(lessons, first, unit.code)),
            )


def _exchanged(lessons: tuple[Lesson, ...], first: str, then: str) -> tuple[Lesson, ...]:
    """Return *lessons* with the last of a unit and the first of another in each other's place."""
    one = max(n for n, each in enumerate(lessons) if each.unit == first)
    other = min(n for n, each in enumerate(lessons) if each.unit == then)
    moved = {
        one: replace(lessons[one], day=lessons[other].day, times=lessons[other].times),
        other: replace(lessons[other], day=lessons[one].day, times=lessons[one].times),
    }
    return tuple(moved.get(n, each) for n, each in enumerate(lessons))


def _of_the_whole(subject: Subject) -> Iterator[Mutant]:
    timetable = subject.timetable
    last, exam = timetable.last_day, timetable.exam
    assert exam
    changes: list[tuple[str, str, Callable[[], Timetable]]] = [
        ("of another course", "T001", lambda: replace(timetable, course="ALTRO")),
        ("an exam on the last day", "T431", lambda: replace(timetable, exam=ExamDay(last, True))),
        ("no exam", "T434", lambda: replace(timetable, exam=None)),
        (
            "lessons in another order",
            "T208",
            lambda: replace(timetable, lessons=timetable.lessons[::-1]),
        ),
        (
            "an exam when few hours are over",
            "T432",
            lambda: replace(timetable, exam=ExamDay(timetable.first_day + 2 * A_DAY, True)),
        ),
    ]
    for name, rule, change in changes:
        yield Mutant(name, rule, change())
    for n, day in enumerate(timetable.internship):
        days = (*timetable.internship[:n], *timetable.internship[n + 1 :])
        early = replace(day, day=timetable.lessons[0].day)
        yield Mutant(f"{day.day}: no internship", "T421", replace(timetable, internship=days))
        yield Mutant(
            f"{day.day}: internship twice",
            "T428",
            replace(timetable, internship=(*timetable.internship, day)),
        )
        yield Mutant(
            f"{day.day}: internship before what it practises",
            "T426",
            replace(timetable, internship=(*days, early)),
        )
        longer = replace(day, hours=day.hours + 8)
        yield Mutant(
            f"{day.day}: too long a day",
            "T425",
            replace(timetable, internship=(*days, longer)),
        )
