"""Each goal scored on a timetable written by hand: where it is missed, by how much, in words."""

from __future__ import annotations

from datetime import date, time

import pytest

from toolkit.model.moments import TimeRange
from toolkit.model.timetable import Lesson, Mode, Timetable
from toolkit.planning import GOALS, plan, scores_of

EVERYTHING_EVEN = {day: ["9:00-13:00", "14:00-18:00"] for day in ("monday", "tuesday", "wednesday")}


def lesson(day, times, unit="URA01", mode="classroom", trainer="R. Bianchi", room="Aula 1", **more):
    start, end = (time.fromisoformat(each) for each in times.split("-"))
    room = None if mode in {"synchronous", "asynchronous"} else room
    when = TimeRange(start, end)
    return Lesson(date(2027, 2, day), when, 0, unit, Mode(mode), room, trainer, **more)


@pytest.fixture
def missed(course, small_standard):
    """Return the sentences of one goal for lessons on days of February 2027, and their sum."""

    def score(key, lessons, *hours, laboratory=(), **edition):
        asked = course(
            small_standard(*hours, laboratory=laboratory), week=EVERYTHING_EVEN, **edition
        )
        timetable = Timetable(asked.edition.code, tuple(lessons), (), None)
        found = {each.goal.key: each for each in scores_of(asked, timetable)}[key]
        return [each.it for each in found.reasons], found.amount

    return score


def test_ends_early(missed):
    assert missed("early_end", [lesson(3, "09:00-13:00")], 4) == (
        ["l'ultima attività è il 03/02/2027, 2 giorni dopo l'inizio."],
        2,
    )


def test_takes_few_days(missed):
    twice = [lesson(1, "09:00-11:00"), lesson(2, "09:00-11:00")]

    assert missed("few_days", twice, 4) == (["giorni di lezione: 2."], 2)


def test_weeks_are_even(missed):
    lessons = [
        lesson(1, "09:00-13:00"),
        lesson(1, "14:00-18:00"),
        lesson(8, "09:00-11:00"),
        lesson(15, "09:00-11:00"),
    ]

    assert missed("even_weeks", lessons, 12) == (
        [
            "settimana del 01/02/2027: 8 h, in proporzione sarebbero 5.",
            "settimana dell'08/02/2027: 2 h, in proporzione sarebbero 5.",
        ],
        6,
    )


def test_blocks_are_whole(missed):
    lessons = [lesson(1, "09:00-10:00"), lesson(2, "09:00-11:00")]

    assert missed("whole_blocks", lessons, 3) == (["URA01, 01/02/2027: lezione di 1 h."], 1)


def test_hours_are_whole(missed):
    lessons = [lesson(1, "09:00-11:45"), lesson(2, "09:00-11:30"), lesson(3, "09:00-11:00")]

    assert missed("whole_hours", lessons, 7.25) == (
        ["URA01, 01/02/2027: lezione di 2,75 h.", "URA01, 02/02/2027: lezione di 2,5 h."],
        1.5,
    )


def test_days_are_varied(missed):
    lessons = [lesson(1, "09:00-13:00"), lesson(1, "14:00-15:00")]

    assert missed("varied_days", lessons, 5) == (["URA01 occupa 5 h il 01/02/2027."], 1)


def test_few_trainers_take_turns(missed):
    lessons = [
        lesson(1, "09:00-11:00"),
        lesson(1, "11:00-13:00", trainer="L. Verdi"),
        lesson(1, "14:00-16:00", trainer="M. Neri"),
    ]

    assert missed("few_trainers_a_day", lessons, 6) == (
        ["01/02/2027: formatori che si alternano: 3."],
        1,
    )
    assert missed("few_trainers_a_day", lessons[:2], 4) == ([], 0)


def test_a_unit_has_one_trainer(missed):
    lessons = [lesson(1, "09:00-11:00"), lesson(2, "09:00-11:00", trainer="L. Verdi")]

    assert missed("one_trainer_a_unit", lessons, 4) == (
        ["URA01: più formatori (R. Bianchi, L. Verdi)."],
        1,
    )


def test_laboratory_units_are_in_the_laboratory(missed):
    lessons = [
        lesson(1, "09:00-11:00"),
        lesson(2, "09:00-11:00", mode="laboratory", room="Laboratorio"),
    ]
    half = {"URA01": {"laboratory_hours": 2}}

    assert missed("in_the_laboratory", lessons, 4, laboratory=(1,), units=half) == (
        ["URA01, 01/02/2027: 2 h fuori dal laboratorio."],
        2,
    )
    assert missed("in_the_laboratory", lessons, 4, units=half) == ([], 0)


def test_theory_comes_first(missed):
    lessons = [
        lesson(1, "09:00-11:00", mode="laboratory", room="Laboratorio"),
        lesson(2, "09:00-11:00"),
    ]
    half = {"URA01": {"laboratory_hours": 2}}

    assert missed("theory_first", lessons, 4, units=half) == (
        ["URA01: 2 h di teoria dopo il primo laboratorio."],
        2,
    )


def test_distance_is_on_the_days_chosen(missed):
    lessons = [
        lesson(1, "09:00-11:00", mode="synchronous"),
        lesson(2, "09:00-11:00", mode="synchronous"),
    ]
    all_distance = {"URA01": {"distance_hours": 4}}
    tuesdays = {"distance_days": ["tuesday"]}

    assert missed("distance_evenings", lessons, 4, units=all_distance, planning=tuesdays) == (
        ["lunedì 01/02/2027: 2 h di FAD, in un giorno non scelto."],
        2,
    )
    assert missed("distance_evenings", lessons, 4, units=all_distance) == ([], 0)


def test_something_is_taught_before_the_test(missed):
    lessons = [lesson(1, "09:00-11:00"), lesson(2, "09:00-10:00", assessment_minutes=60)]

    assert missed("taught_before_test", lessons, 3) == (
        ["URA01: la lezione del 02/02/2027 è di sola prova."],
        1,
    )


def test_lessons_that_are_all_test_are_rare_where_lengths_allow(course, real_standard):
    asked = course(real_standard)

    misses = 0.0
    for seed in range(3):
        found = {each.goal.key: each.amount for each in scores_of(asked, plan(asked, seed=seed))}
        misses += found["taught_before_test"]

    # Thirteen units each.
    assert misses <= 1


def test_a_unit_is_soon_finished(missed):
    lessons = [lesson(1, "09:00-11:00"), lesson(9, "09:00-11:00")]

    assert missed("unit_soon_finished", lessons, 4) == (
        ["URA01: 8 giorni fra la prima e l'ultima lezione."],
        8,
    )


def test_a_goal_of_weight_0_is_left_out(course, small_standard):
    asked = course(small_standard(4), planning={"goals": {"few_days": 0}})

    scores = scores_of(asked, Timetable("PROVA-1", (lesson(1, "09:00-13:00"),), (), None))

    assert {each.goal.key for each in scores} == {each.key for each in GOALS} - {"few_days"}


def test_every_goal_has_a_weight_and_every_weight_a_goal(course, small_standard):
    goals = course(small_standard(4)).edition.planning.goals

    assert [each.key for each in GOALS] == list(type(goals).model_fields)
