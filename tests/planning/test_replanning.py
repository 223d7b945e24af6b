"""Replanning against trying everything: the fewest changes, then the smallest moves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.errors import NoTimetableError
from toolkit.model.changes import changes_between
from toolkit.model.succession import identified
from toolkit.model.timetable import Timetable
from toolkit.model.variation import Variation
from toolkit.planning import plan, taken_by
from toolkit.planning.replanning import NothingLostError, PinnedLostError, replan
from toolkit.resolve.varying import varied

SHORT = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "9:00-11:00")
FIRST = dt.date(2027, 2, 1)
DAY = dt.timedelta(days=1)
TEACHING_DAYS = [FIRST + n * DAY for n in (0, 1, 2, 3, 7, 8, 9, 10)]
TRAINERS = ("R. Bianchi", "L. Verdi")
MOST = 2
"""Changes that trying everything goes up to."""


def size_of(before, after):
    """How much a lesson moves: days, then hours, then room and trainer."""
    days = abs((after.day - before.day).days)
    return 1000 * days + 2 * (after.room != before.room) + (after.trainer != before.trainer)


def everywhere(lesson, since, course):
    """Every other place of a lesson that fills a window, whatever is there."""
    rooms = [None] if lesson.mode.is_distance else [room.name for room in course.venue.rooms]
    for day, trainer, room in product(TEACHING_DAYS, TRAINERS, rooms):
        moved = replace(lesson, day=day, trainer=trainer, room=room)
        if day >= since and moved != lesson:
            yield moved


def with_tests_last(lessons):
    lessons = sorted(lessons, key=lambda each: (each.day, each.times))
    tests = {each.unit: each.assessment_minutes for each in lessons if each.assessment_minutes}
    last = {each.unit: n for n, each in enumerate(lessons)}
    return tuple(
        replace(each, assessment_minutes=tests.get(each.unit, 0) if last[each.unit] == n else 0)
        for n, each in enumerate(lessons)
    )


def in_order(course, lessons):
    """Whether units wait for others; the invented standard has no clause for a rule to claim."""
    return all(
        (first.day, first.end) <= (then.day, then.start)
        for unit in course.units
        for then in lessons
        for first in lessons
        if then.unit == unit.code and first.unit in unit.prerequisites
    )


def least_by_trying(course, timetable, since, errors):
    """The fewest changes and the smallest moves that the rules admit; none within `MOST`."""
    free = [each for each in timetable.lessons if each.day >= since and not each.is_pinned]
    for number in range(1, MOST + 1):
        sizes = []
        for chosen in combinations(free, number):
            stay = [each for each in timetable.lessons if each not in chosen]
            for moved in product(*(everywhere(each, since, course) for each in chosen)):
                lessons = with_tests_last([*stay, *moved])
                if in_order(course, lessons) and not errors(
                    course, replace(timetable, lessons=lessons, exam=None)
                ):
                    sizes.append(sum(map(size_of, chosen, moved)))
        if sizes:
            return number, min(sizes)
    return None


def moved(before, after):
    """The lessons that are elsewhere, at another time or with someone else."""
    changes = changes_between(replace(before, exam=None), replace(after, exam=None))
    return [each for each in changes if each.aspects != ("test",)]


def happenings(first):
    """What may happen from the teaching day at that position on."""
    days = st.integers(first, len(TEACHING_DAYS) - 1).map(lambda n: TEACHING_DAYS[n])
    absent = st.tuples(st.sampled_from(TRAINERS), days, st.integers(0, 2))
    return st.one_of(
        absent.map(lambda each: {"absent": f"{each[0]} {each[1]}..{each[1] + each[2] * DAY}"}),
        days.map(lambda day: {"cancelled": str(day)}),
    )


def neighbours(lesson):
    """Timetables of another course that has trainers, and the room or not, on some days."""
    days, rooms = st.sampled_from(TEACHING_DAYS), st.sampled_from([None, "Aula 1"])
    who = st.sampled_from(TRAINERS)
    other = st.builds(replace, st.just(lesson), day=days, trainer=who, room=rooms)
    return st.lists(other, max_size=3).map(lambda some: Timetable("ALTRO", tuple(some), (), None))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_the_fewest_changes_and_the_smallest_moves(data, course, small_standard, errors, clashes):
    waits = data.draw(st.sampled_from([(), ((1, 2),), ((2, 3),)]))
    shared = data.draw(st.booleans())
    taught = None if shared else {"fantasia/prova": ["URA01", "URA02"]}
    provider = {
        "trainers": [
            {"name": "R. Bianchi", "expert": True, "teaches": taught},
            {"name": "L. Verdi", "expert": True},
        ],
        "rooms": [{"name": "Aula 1", "capacity": 20}],
    }
    asked = course(
        small_standard(2, 4, 4, prerequisites=waits),
        provider=provider,
        week=SHORT,
        end=str(TEACHING_DAYS[-1]),
        planning={"max_block": 2},
    )
    before = identified(plan(asked, seed=data.draw(st.integers(0, 3))))
    position = data.draw(st.integers(0, 2))
    since = TEACHING_DAYS[position]
    now = varied(asked, happened(**data.draw(happenings(position))))
    other = replace(asked, edition=asked.edition.model_copy(update={"code": "ALTRO"}))
    beside = (other, data.draw(neighbours(before.lessons[0])))

    def faults(course, timetable):
        coming = tuple(each for each in timetable.lessons if each.day >= since)
        clashing = clashes([beside, (course, replace(timetable, lessons=coming))])
        return [*errors(course, timetable), *clashing]

    try:
        after = replan(now, before, since=since, taken=taken_by([beside]))
    except NothingLostError:
        assert not faults(now, replace(before, exam=None))
        return
    except NoTimetableError:
        assert least_by_trying(now, before, since, faults) is None
        return

    found = moved(before, after.timetable)
    least = least_by_trying(now, before, since, faults)
    if least is None:
        assert len(found) > MOST
    else:
        assert (len(found), sum(size_of(each.before, each.after) for each in found)) == least
        assert after.is_least


@pytest.fixture
def planned(course, small_standard):
    """A course of three units in a timetable that keeps everything."""
    asked = course(small_standard(8, 8, 6, prerequisites=((1, 2),), internship=12.0))
    return asked, identified(plan(asked, seed=0))


def happened(**what):
    return (Variation.model_validate({"date": "2027-02-01", **what}),)


def test_what_is_past_stays_and_the_same_question_has_the_same_answer(planned, errors):
    asked, before = planned
    since = dt.date(2027, 2, 3)
    now = varied(asked, happened(cancelled="2027-02-03"))

    one, other = (replan(now, before, since=since).timetable for _ in range(2))

    assert one == other
    assert not errors(now, one)
    past = [each for each in before.lessons if each.day < since]
    assert [each for each in one.lessons if each.day < since] == past


def test_a_colleague_on_the_same_slot_is_the_smallest_change(planned):
    asked, before = planned
    lesson = before.lessons[0]
    now = varied(asked, happened(absent=f"{lesson.trainer} {lesson.day}"))

    after = replan(now, before, since=FIRST).timetable
    (change,) = moved(before, after)

    assert change.aspects == ("trainer",)


def test_a_pinned_lesson_does_not_move_and_says_so(planned):
    asked, before = planned
    pinned = replace(before.lessons[0], is_pinned=True)
    fixed = replace(before, lessons=(pinned, *before.lessons[1:]))
    now = varied(asked, happened(cancelled=str(pinned.day)))

    with pytest.raises(PinnedLostError) as caught:
        replan(now, fixed, since=FIRST)

    assert caught.value.exit_code == 5
    assert f"{pinned.unit} {pinned.day:%d/%m/%Y}" in caught.value.say("it")


def test_a_lesson_that_is_cancelled_leaves_its_time(planned, errors):
    asked, before = planned
    lesson = before.lessons[1]

    after = replan(asked, before, since=FIRST, barred=frozenset({(lesson.unit, lesson.id)}))

    now = next(
        each for each in after.timetable.lessons if (each.unit, each.id) == (lesson.unit, lesson.id)
    )
    assert (now.day, now.times) != (lesson.day, lesson.times)
    assert now.times.minutes == lesson.times.minutes
    assert not errors(asked, after.timetable)


def test_a_day_of_internship_goes_to_the_next_free_day(planned, errors):
    asked, before = planned
    lost, last = before.internship[0].day, before.internship[-1].day
    now = varied(asked, happened(cancelled=str(lost)))

    after = replan(now, before, since=FIRST).timetable
    (change,) = moved(before, after)

    assert change.before.day == lost
    assert change.after.day > last
    assert not errors(now, after)


def test_the_exam_moves_only_where_it_must(planned):
    asked, before = planned
    now = varied(asked, happened(cancelled=str(before.exam.day)))
    touched = varied(now, happened(cancelled=str(before.lessons[-1].day)))

    after = replan(touched, before, since=FIRST).timetable

    assert before.exam.is_proposed
    assert after.exam.day > after.last_day
    assert after.exam.day != before.exam.day
