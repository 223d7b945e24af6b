"""Lessons keep what they are known by while timetables change; no id is given twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.model.moments import TimeRange
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import Lesson, Mode, Timetable

MONDAY = dt.date(2027, 1, 11)


def lesson(day: int, unit: str = "URA01", times: str = "9:00-11:00", id_: str | None = None):
    when = MONDAY + dt.timedelta(days=day)
    return Lesson(
        when, TimeRange.read(times), 0, unit, Mode.CLASSROOM, "Aula 1", "Rosa Esempio", id=id_
    )


def of(*lessons: Lesson) -> Timetable:
    return Timetable("X", lessons, (), None)


def ids(timetable: Timetable) -> list[tuple[int, str | None]]:
    return [((each.day - MONDAY).days, each.id) for each in timetable.lessons]


def test_a_file_without_ids_counts_lessons_within_their_unit_in_order_of_time() -> None:
    mixed = of(lesson(3), lesson(1, "URA02"), lesson(0))

    assert ids(identified(mixed)) == [(3, "2"), (1, "1"), (0, "1")]


def test_a_lesson_added_by_hand_is_known_by_its_day_and_time() -> None:
    edited = of(lesson(0, id_="1"), lesson(2))

    assert ids(identified(edited)) == [(0, "1"), (2, "20270113-0900")]


def test_a_line_copied_with_its_id_is_another_lesson() -> None:
    copied = of(lesson(0, id_="1"), lesson(4, id_="1"))

    assert ids(identified(copied)) == [(0, "1"), (4, "20270115-0900")]


def test_the_id_of_a_cancelled_lesson_is_not_given_again() -> None:
    reused = replace(of(lesson(0, id_="1")), cancelled=(lesson(5, id_="1"),))

    assert ids(identified(reused)) == [(0, "20270111-0900")]


def test_a_lesson_that_stays_where_it_was_stays_itself() -> None:
    before = identified(of(lesson(0), lesson(1), lesson(2)))
    after = succeeding(before, of(lesson(1), lesson(2), lesson(9)))

    assert ids(after) == [(1, "2"), (2, "3"), (9, "1")]
    assert (after.revision, after.cancelled) == (1, ())


def test_what_is_left_over_is_cancelled_and_what_is_new_is_numbered_on() -> None:
    before = identified(of(lesson(0), lesson(1), lesson(2, "URA02")))
    after = succeeding(before, of(lesson(1), lesson(3, "URA03"), lesson(4, "URA02")))
    later = succeeding(after, of(lesson(1), lesson(8), lesson(4, "URA02")))

    assert ids(after) == [(1, "2"), (3, "1"), (4, "1")]
    assert [(each.unit, each.id) for each in after.cancelled] == [("URA01", "1")]
    assert ids(later) == [(1, "2"), (8, "3"), (4, "1")]
    assert later.revision == 2


days = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(["URA01", "URA02"])), unique=True, max_size=8
)


@settings(max_examples=60, deadline=None)
@given(st.lists(days, min_size=2, max_size=5))
def test_over_any_changes_ids_are_of_one_lesson_and_none_is_lost(plans) -> None:
    timetables = [of(*(lesson(*each) for each in sorted(plan))) for plan in plans]
    latest = identified(timetables[0])
    for timetable in timetables[1:]:
        before, latest = latest, succeeding(latest, timetable)
        now = [(each.unit, each.id) for each in (*latest.lessons, *latest.cancelled)]

        assert len(set(now)) == len(now)
        assert {(each.unit, each.id) for each in (*before.lessons, *before.cancelled)} <= set(now)
        assert [replace(each, id=None) for each in latest.lessons] == list(timetable.lessons)
