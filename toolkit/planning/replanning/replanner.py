"""From a timetable and what happened to it, already part of its course, to the one that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from toolkit.errors import NoTimetableError, PercorsoError
from toolkit.model.course import Course
from toolkit.model.moments import TimeRange
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Timetable
from toolkit.planning.asking import demand_of
from toolkit.planning.demand import Demand
from toolkit.planning.exam import exam_day
from toolkit.planning.replanning.activities import Activity, Spot, activities_of
from toolkit.planning.replanning.exactly import repaired_exactly
from toolkit.planning.replanning.moves import Moves, cost_of
from toolkit.planning.replanning.pushing import pushed_on
from toolkit.planning.replanning.repair import Repair, Search
from toolkit.planning.replanning.together import Ties, Totals
from toolkit.planning.replanning.wholeness import Wholeness
from toolkit.planning.supply import shared
from toolkit.planning.taken import NOTHING_TAKEN, Taken
from toolkit.text import Text, written

_BEYOND_THE_END = timedelta(days=60)

Name = tuple[str, str | None]
"""The unit and id of a lesson."""


class NothingLostError(PercorsoError):
    """Nothing of the timetable is touched by what happened: it is good as it is."""

    exit_code = 0
    message = Text(
        it="nessuna attività dal {since} in poi è toccata: il calendario resta com'è. Se "
        "l'assenza o la chiusura deve valere anche in seguito, scrivila nella configurazione.",
        en="no activity from {since} on is touched: the timetable stays as it is. If the "
        "absence or closure must count later too, write it in the configuration.",
    )


class PinnedLostError(NoTimetableError):
    """A pinned lesson would have to move."""

    message = Text(
        it="queste lezioni sono fissate (pinned) e non si possono spostare: {lessons}. "
        "Togli «pinned» a quelle che possono cambiare.",
        en="these lessons are pinned and cannot move: {lessons}. "
        "Take “pinned” off those that may change.",
    )


class UnrepairedError(NoTimetableError):
    """What is lost finds no other place."""

    message = Text(
        it="non si trova posto per tutte le attività da spostare: {lost}. "
        "Sposta la fine del corso, aggiungi fasce alla settimana o indica altri formatori.",
        en="no place is found for everything that must move: {lost}. "
        "Move the end of the course, add windows to the week or name other trainers.",
    )


@dataclass(frozen=True, slots=True)
class Replanned:
    """The timetable that follows; *is_least* when fewer changes are proved impossible."""

    timetable: Timetable
    is_least: bool


def replan(
    course: Course,
    timetable: Timetable,
    *,
    since: date,
    barred: frozenset[Name] = frozenset(),
    taken: Taken = NOTHING_TAKEN,
) -> Replanned:
    """Return *timetable* with what *course* no longer allows from *since* on in other places.

    The lessons *barred* by unit and id leave the time they have, and those that may move leave
    the trainers and rooms that other courses have *taken*. Lessons keep their length,
    content and id. Raises a `NoTimetableError` that says why where none follows.
    """
    demand = _demand(course, timetable, taken)
    activities = activities_of(course, timetable, since)
    lost = tuple(
        each
        for each in activities
        if each.spot.number >= since.toordinal() and _is_lost(each, demand, course, barred)
    )
    if not lost:
        raise NothingLostError(since=since)
    if stuck := [each for each in lost if not each.may_move]:
        raise PinnedLostError(lessons=told(stuck))
    repair = _least(demand, activities, lost, since, barred)
    if repair is None:
        raise UnrepairedError(lost=told(lost))
    return Replanned(_repaired(course, timetable, activities, repair), repair.is_least)


def _least(
    demand: Demand,
    activities: Sequence[Activity],
    lost: Sequence[Activity],
    since: date,
    barred: frozenset[Name],
) -> Repair | None:
    """Return the repair that is proved the least, else the best that is found."""
    kept_out = frozenset(each.position for each in lost if _name(each) in barred)
    whole = Wholeness(demand, activities)
    moves = Moves(demand, since, kept_out)
    ties, totals = Ties(demand), Totals(demand)
    positions = [each.position for each in lost]
    repairs = [Search(activities, moves, ties, totals, whole.holds).least(positions)]
    if repairs[0] and repairs[0].is_least:
        return repairs[0]
    pushed = pushed_on(activities, positions, moves, ties, totals)
    if not kept_out:
        # The exact model knows no lesson that must leave its time and nothing else.
        repairs.append(repaired_exactly(demand, activities, since, pushed))
    repairs.append(None if pushed is None else Repair(pushed, is_least=False))
    fit = [each for each in repairs if each and whole.holds(each.spots)]
    return min(fit, key=lambda each: _size(activities, each), default=None)


def _size(activities: Sequence[Activity], repair: Repair) -> tuple[int, int]:
    """Return how many changes *repair* makes, and how large they are."""
    spots = repair.spots.items()
    return len(spots), sum(cost_of(activities[n].spot, spot) for n, spot in spots)


def _demand(course: Course, timetable: Timetable, taken: Taken) -> Demand:
    """Return what *course* asks for, its days not much beyond the last activity there is.

    Weeks after the end are empty: what finds no place in so many finds none in more.
    """
    demand = demand_of(course, taken=taken)
    until = timetable.last_day + _BEYOND_THE_END
    return replace(demand, days=tuple(each for each in demand.days if each.day <= until))


def _is_lost(activity: Activity, demand: Demand, course: Course, barred: frozenset[Name]) -> bool:
    number = activity.spot.number
    lost_days = {each.day.toordinal() for each in course.days_off}
    away = {each.name for each in (*demand.trainers, *demand.rooms) if not each.is_there(number)}
    return (
        number in lost_days
        or activity.spot.trainer in away
        or activity.spot.room in away
        or _name(activity) in barred
        or (activity.may_move and _is_elsewhere(activity, demand))
    )


def _is_elsewhere(activity: Activity, demand: Demand) -> bool:
    """Return whether another course has the trainer or the room while *activity* lasts."""
    spot = activity.spot
    lasts = ((spot.start, spot.start + activity.lasting),)
    used = [each for each in demand.trainers if each.name == spot.trainer]
    used += [each for each in demand.rooms if each.name == spot.room]
    return any(shared(lasts, each.taken.get(spot.number, ())) for each in used)


def _name(activity: Activity) -> Name | None:
    lesson = activity.what
    return (lesson.unit, lesson.id) if isinstance(lesson, Lesson) else None


def told(activities: Sequence[Activity]) -> Text:
    """Return what people call *activities*: ``URA05 il 08/03/2027 alle 9:00``."""
    return Text(
        it="; ".join(_told(each, it=True) for each in activities),
        en="; ".join(_told(each, it=False) for each in activities),
    )


def _told(activity: Activity, *, it: bool) -> str:
    what = activity.what
    if isinstance(what, InternshipDay):
        return f"tirocinio {written(what.day, 'it')}" if it else f"internship {what.day}"
    day = written(what.day, "it" if it else "en")
    return f"{what.unit} {day} {what.times}"


def _repaired(
    course: Course, timetable: Timetable, activities: Sequence[Activity], repair: Repair
) -> Timetable:
    lessons: list[Lesson] = []
    internship: list[InternshipDay] = []
    for each in activities:
        spot = repair.spots.get(each.position, each.spot)
        if isinstance(each.what, InternshipDay):
            internship.append(replace(each.what, day=date.fromordinal(spot.number)))
        else:
            lessons.append(_at(each.what, each, spot))
    lessons.sort(key=lambda each: (each.day, each.times))
    after = replace(
        timetable,
        lessons=tuple(_with_tests_last(lessons)),
        internship=tuple(sorted(internship, key=lambda each: each.day)),
    )
    return replace(after, exam=_exam(course, after))


def _with_tests_last(lessons: Sequence[Lesson]) -> Iterator[Lesson]:
    """Yield *lessons*, in order of time, each test moved to the last lesson of its unit."""
    tests = {each.unit: each.assessment_minutes for each in lessons if each.assessment_minutes}
    last = {each.unit: n for n, each in enumerate(lessons)}
    for n, each in enumerate(lessons):
        minutes = tests.get(each.unit, 0) if last[each.unit] == n else 0
        yield replace(each, assessment_minutes=minutes)


def _at(lesson: Lesson, activity: Activity, spot: Spot) -> Lesson:
    end = spot.start + activity.lasting
    return replace(
        lesson,
        day=date.fromordinal(spot.number),
        times=TimeRange(time(*divmod(spot.start, 60)), time(*divmod(end, 60))),
        trainer=spot.trainer,
        room=spot.room or None,
    )


def _exam(course: Course, timetable: Timetable) -> ExamDay | None:
    """Return the exam where it was, unless its day no longer suits and nobody has set it."""
    exam = timetable.exam
    if exam is None or not exam.is_proposed:
        return exam
    earliest = timetable.last_day + timedelta(days=max(course.edition.exam.days_after, 1))
    off = {each.day for each in course.days_off}
    if exam.day >= earliest and exam.day not in off:
        return exam
    return exam_day(course, timetable.last_day)
