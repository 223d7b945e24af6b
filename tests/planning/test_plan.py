"""An ordinary course, planned: complete, well shaped, and the same every time."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from toolkit.planning import plan

FULL_DAYS = {
    day: ["9:00-13:00", "14:00-18:00"]
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
}
EVENINGS = {
    "monday": ["18:00-21:00 distance"],
    "tuesday": ["18:00-21:00"],
    "wednesday": ["18:00-21:00 distance"],
    "thursday": ["18:00-21:00"],
    "saturday": ["9:00-13:00"],
}


@pytest.fixture
def ordinary(course, real_standard):
    return course(real_standard, week=FULL_DAYS, distance={"hours": "maximum"})


def hours_by_mode(timetable, unit):
    hours = Counter()
    for lesson in timetable.lessons:
        if lesson.unit == unit:
            hours[lesson.mode.value] += lesson.hours
    return dict(hours)


def test_an_ordinary_course_keeps_every_rule(ordinary, errors):
    timetable = plan(ordinary, seed=0)

    assert errors(ordinary, timetable) == []


def test_every_unit_has_its_hours_in_each_mode(ordinary):
    timetable = plan(ordinary, seed=0)

    for unit in ordinary.all_units:
        asked = {
            "classroom": unit.plan.classroom_hours,
            "laboratory": unit.plan.laboratory_hours,
            "synchronous": unit.plan.synchronous_hours,
            "asynchronous": unit.plan.asynchronous_hours,
        }
        assert hours_by_mode(timetable, unit.code) == {m: h for m, h in asked.items() if h}


def test_a_course_that_fills_its_windows_ends_as_early_as_can_be(ordinary):
    timetable = plan(ordinary, seed=0)

    # 208 hours in days of 8: 26 days of lessons, then 10 of internship, all working days.
    assert timetable.lessons[-1].day <= date(2027, 3, 9)
    assert sum(each.hours for each in timetable.internship) == 60


def test_same_inputs_and_seed_same_timetable(ordinary):
    assert plan(ordinary, seed=7) == plan(ordinary, seed=7)


def test_another_seed_may_give_another_timetable(ordinary):
    assert len({plan(ordinary, seed=seed).lessons for seed in range(8)}) > 1


def test_a_unit_keeps_its_trainer_where_nothing_stands_against_it(ordinary):
    timetable = plan(ordinary, seed=0)

    trainers = {(lesson.unit, lesson.trainer) for lesson in timetable.lessons}
    assert len(trainers) == len(ordinary.units)


def test_lessons_are_blocks_or_half_a_block_at_least(ordinary):
    timetable = plan(ordinary, seed=0)

    hours = [lesson.hours for lesson in timetable.lessons]
    assert max(hours) == 4
    assert min(hours) >= 1
    assert len([each for each in hours if each >= 2]) > 0.9 * len(hours)


def test_evenings_keep_distance_and_presence_apart(course, real_standard, errors):
    evening = course(real_standard, week=EVENINGS, distance={"hours": "maximum"})

    timetable = plan(evening, seed=0)

    assert errors(evening, timetable) == []
    for lesson in timetable.lessons:
        assert lesson.mode.is_distance == (lesson.day.weekday() in {0, 2})


@pytest.mark.parametrize(("few_days", "weekdays"), [(1, {2}), (0, {0, 1, 2})])
def test_lessons_that_can_wait_come_on_the_days_of_the_others(
    course, small_standard, errors, few_days, weekdays
):
    slow = course(
        small_standard(12, 12),
        week={
            "monday": "9:00-13:00",
            "tuesday": "9:00-13:00",
            "wednesday": ["9:00-13:00", "18:00-20:00 distance"],
        },
        units={"URA01": {"distance_hours": 6}, "URA02": {"distance_hours": 6}},
        planning={"goals": {"few_days": few_days}},
    )

    timetable = plan(slow, seed=0)

    assert errors(slow, timetable) == []
    last = max(each.day for each in timetable.lessons if each.mode.is_distance)
    assert {each.day.weekday() for each in timetable.lessons if each.day <= last} == weekdays


def test_the_test_ends_the_last_lesson_of_each_unit_in_presence(ordinary):
    timetable = plan(ordinary, seed=0)

    last = {lesson.unit: lesson for lesson in timetable.lessons}
    for lesson in timetable.lessons:
        assert lesson.assessment_minutes == (60 if lesson is last[lesson.unit] else 0)
    assert not any(lesson.mode.is_distance for lesson in last.values())


def test_a_unit_at_a_distance_only_ends_with_everybody_there(course, small_standard):
    units = {"URA01": {"distance_hours": 10, "asynchronous_hours": 6}}

    timetable = plan(course(small_standard(10), units=units), seed=0)

    assert timetable.lessons[-1].mode.value == "synchronous"


def test_a_unit_as_long_as_its_test_is_all_test(course, small_standard):
    units = {"URA01": {"assessment": {"hours": 2}}}

    timetable = plan(course(small_standard(2), units=units), seed=0)

    assert [lesson.assessment_minutes for lesson in timetable.lessons] == [120]


def test_a_test_longer_than_the_hours_in_presence_is_held_at_a_distance(course, small_standard):
    units = {"URA01": {"distance_hours": 3}}

    timetable = plan(course(small_standard(3.5), units=units), seed=0)

    assert timetable.lessons[-1].mode.value == "synchronous"
    assert timetable.lessons[-1].assessment_minutes == 60


def test_a_long_lesson_has_its_break_inside(course, small_standard, errors):
    planning = {"break_minutes": 15, "break_after": 2}
    with_breaks = course(small_standard(20), planning=planning)

    timetable = plan(with_breaks, seed=0)

    assert errors(with_breaks, timetable) == []
    for lesson in timetable.lessons:
        assert lesson.break_minutes == (15 if lesson.hours > 2 else 0)
    assert sum(lesson.hours for lesson in timetable.lessons) == 20


def test_quarters_of_an_hour_are_exact(course, small_standard):
    timetable = plan(course(small_standard(7.25, 3.75)), seed=0)

    assert sum(lesson.hours for lesson in timetable.lessons) == 11


def test_a_laboratory_with_enough_pcs_is_used_where_there_is_one(course, small_standard):
    rooms = [
        {"name": "Aula 1"},
        {"name": "Pochi pc", "kind": "laboratory", "pcs": 2},
        {"name": "Tanti pc", "kind": "laboratory", "pcs": 6},
    ]
    laboratory = small_standard(8, laboratory=(1,))

    timetable = plan(course(laboratory, provider={"rooms": rooms}), seed=0)

    assert {lesson.room for lesson in timetable.lessons} == {"Tanti pc"}


def test_a_laboratory_short_of_pcs_is_used_where_there_is_no_better(course, small_standard):
    rooms = [{"name": "Aula 1"}, {"name": "Pochi pc", "kind": "laboratory", "pcs": 2}]
    laboratory = small_standard(8, laboratory=(1,))

    timetable = plan(course(laboratory, provider={"rooms": rooms}), seed=0)

    assert {lesson.room for lesson in timetable.lessons} == {"Pochi pc"}


def test_a_laboratory_serves_as_classroom_where_there_is_none(course, small_standard):
    rooms = [{"name": "Laboratorio", "kind": "laboratory", "pcs": 6}]

    timetable = plan(course(small_standard(8), provider={"rooms": rooms}), seed=0)

    assert {(each.mode.value, each.room) for each in timetable.lessons} == {
        ("classroom", "Laboratorio")
    }


def test_scarce_hours_go_to_the_unit_that_has_no_others(course, small_standard, errors):
    trainers = [
        {"name": "R. Bianchi", "expert": True, "max_hours": 8},
        {"name": "L. Verdi", "teaches": {"fantasia/prova": ["URA01"]}},
    ]
    scarce = course(small_standard(8, 8), provider={"trainers": trainers})

    timetable = plan(scarce, seed=0)

    assert errors(scarce, timetable) == []
    assert {(each.unit, each.trainer) for each in timetable.lessons} == {
        ("URA01", "L. Verdi"),
        ("URA02", "R. Bianchi"),
    }


def test_a_course_without_hours_has_no_lessons(course, small_standard):
    timetable = plan(course(small_standard(0)), seed=0)

    assert timetable.lessons == ()


def test_lessons_stand_in_order_of_time(ordinary):
    timetable = plan(ordinary, seed=0)

    moments = [(lesson.day, lesson.times) for lesson in timetable.lessons]
    assert moments == sorted(moments)
    assert timetable.first_day == ordinary.edition.start
    assert timetable.last_day - timetable.first_day < timedelta(days=60)


def test_windows_that_touch_are_one(course, small_standard, errors):
    asked = course(small_standard(8), week={"monday": ["9:00-11:00", "11:00-13:00"]})

    timetable = plan(asked, seed=0)

    assert errors(asked, timetable) == []
    assert [str(each.times) for each in timetable.lessons] == ["9:00-13:00"] * 2
