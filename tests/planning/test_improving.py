"""Improving for as long as asked, alone or with a helper: what is kept keeps every rule."""

from __future__ import annotations

import multiprocessing

import pytest

from toolkit.planning import plan_together

EVENINGS = {
    "monday": "18:00-22:00",
    "tuesday": "18:00-22:00 distance",
    "wednesday": "18:00-22:00",
    "thursday": "18:00-22:00 distance",
    "saturday": "9:00-13:00",
}


class Going:
    """Goes on for so many rounds, and remembers what each cost."""

    def __init__(self, rounds):
        self.rounds = rounds
        self.costs = []

    def __call__(self, progress):
        self.costs.append(round(progress.cost, 6))
        return progress.rounds < self.rounds


@pytest.fixture
def evenings(course, small_standard):
    """Three editions, each with an internship, prerequisites, distance hours and a pinned lesson."""
    standard = small_standard(
        9, 10, 8, 15, prerequisites=((1, 3),), laboratory=(2, 4), internship=20
    )
    units = {f"URA0{n}": {"distance_hours": n + 2} for n in (1, 2, 3, 4)}
    return [
        course(
            standard,
            code=f"ED-{n}",
            start=f"2027-02-0{n}",
            week=EVENINGS,
            units=units,
            internship={"after": ["URA01", "URA03"]},
            planning={"pinned": [pinned(monday)]},
        )
        for n, monday in enumerate(("2027-02-22", "2027-03-01", "2027-03-08"), start=1)
    ]


def pinned(day):
    return {
        "unit": "URA04",
        "date": day,
        "time": "18:00-20:00",
        "mode": "laboratory",
        "trainer": "M. Neri",
        "room": "Laboratorio",
    }


def test_hundreds_of_rounds_keep_every_rule(evenings, errors, clashes):
    going = Going(400)

    laid = plan_together(evenings, seed=1, going=going)

    assert going.costs == sorted(going.costs, reverse=True)
    assert going.costs[-1] < going.costs[0]
    assert clashes(zip(evenings, laid.timetables, strict=True)) == []
    for each, timetable in zip(evenings, laid.timetables, strict=True):
        assert errors(each, timetable) == []


def test_a_helper_improves_them_too(evenings, errors, clashes):
    going = Going(3000)

    laid = plan_together(evenings, seed=1, going=going, with_helper=True)

    assert going.costs == sorted(going.costs, reverse=True)
    assert len(going.costs) < laid.progress.rounds
    assert clashes(zip(evenings, laid.timetables, strict=True)) == []
    for each, timetable in zip(evenings, laid.timetables, strict=True):
        assert errors(each, timetable) == []
    assert multiprocessing.active_children() == []


def test_a_helper_that_dies_is_done_without(evenings, clashes):
    going = Going(300)

    def killing(progress):
        for child in multiprocessing.active_children():
            child.kill()
        return going(progress)

    laid = plan_together(evenings, seed=1, going=killing, with_helper=True)

    assert laid.progress.rounds == 300
    assert clashes(zip(evenings, laid.timetables, strict=True)) == []
