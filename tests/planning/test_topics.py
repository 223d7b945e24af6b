"""What each lesson of a unit treats."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.course import Course
from toolkit.planning import plan
from toolkit.planning.topics import Content, contents_of

ITEMS = ("URA01-C01", "URA01-C02", "URA01-A01")


def unit_with(course, small_standard, *topics):
    units = {"URA01": {"topics": list(topics)}} if topics else {}
    asked: Course = course(small_standard(12), units=units)
    return asked.units[0]


def test_items_take_the_lessons_in_their_order(course, small_standard):
    unit = unit_with(course, small_standard)

    assert [each.covers for each in contents_of(unit, [240, 240, 240])] == [
        ("URA01-C01",),
        ("URA01-C02",),
        ("URA01-A01",),
    ]


def test_a_lesson_within_a_long_item_goes_on_with_it(course, small_standard):
    unit = unit_with(course, small_standard)

    found = contents_of(unit, [120] * 6)

    assert [each.covers for each in found] == [
        ("URA01-C01",),
        ("URA01-C01",),
        ("URA01-C02",),
        ("URA01-C02",),
        ("URA01-A01",),
        ("URA01-A01",),
    ]


def test_one_lesson_treats_everything(course, small_standard):
    unit = unit_with(course, small_standard)

    assert contents_of(unit, [240]) == (Content(ITEMS, None),)


def test_topics_give_lessons_their_titles(course, small_standard):
    unit = unit_with(
        course,
        small_standard,
        {"title": "Prima parte", "hours": 4, "covers": ["URA01-C01", "URA01-A01"]},
        {"title": "Seconda parte", "hours": 8, "covers": ["URA01-C02"]},
    )

    assert contents_of(unit, [180, 180, 180, 180]) == (
        Content(("URA01-C01",), "Prima parte"),
        Content(("URA01-A01",), "Prima parte; Seconda parte"),
        Content(("URA01-C02",), "Seconda parte"),
        Content(("URA01-C02",), "Seconda parte"),
    )


def test_items_that_no_topic_names_go_where_a_topic_names_none(course, small_standard):
    unit = unit_with(
        course,
        small_standard,
        {"title": "Prima parte", "hours": 6, "covers": ["URA01-A01"]},
        {"title": "Seconda parte", "hours": 6},
    )

    assert contents_of(unit, [360, 360]) == (
        Content(("URA01-A01",), "Prima parte"),
        Content(("URA01-C01", "URA01-C02"), "Seconda parte"),
    )


def test_the_words_of_an_item_are_not_a_title(course, small_standard):
    timetable = plan(course(small_standard(12)), seed=0)

    assert {lesson.topic for lesson in timetable.lessons} == {None}


def test_nothing_new_is_treated_during_the_test_at_the_end(course, small_standard):
    timetable = plan(course(small_standard(5)), seed=0)

    assert [(lesson.hours, lesson.covers) for lesson in timetable.lessons] == [
        (2, ("URA01-C01",)),
        (2, ("URA01-C02", "URA01-A01")),
        (1, ("URA01-A01",)),
    ]
    assert timetable.lessons[-1].assessment_minutes == 60


@given(st.lists(st.integers(1, 16).map(lambda n: n * 15), min_size=1, max_size=12))
def test_every_item_is_treated_and_no_lesson_is_empty(course, small_standard, minutes):
    unit = unit_with(course, small_standard)

    found = contents_of(unit, minutes)

    assert len(found) == len(minutes)
    assert all(each.covers for each in found)
    treated = [code for each in found for code in each.covers]
    assert set(treated) == set(ITEMS)
    assert treated == sorted(treated, key=ITEMS.index)
