"""Lessons of given lengths placed exactly: fewest changes, proved against trying everything."""

from __future__ import annotations

import dataclasses
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.planning.asking import demand_of
from toolkit.planning.composing import timetable_of
from toolkit.planning.draft import Placed
from toolkit.planning.exact import Block, Request, Verdict, Weights, draft_of, place_exactly
from toolkit.planning.exact.openings import openings
from toolkit.planning.foresight import Foresight
from toolkit.planning.search import best_draft

TWO_TRAINERS = [
    {"name": "R. Bianchi", "expert": True},
    {"name": "L. Verdi", "teaches": {"fantasia/prova": ["URA01"]}},
]


def absent(demand, trainer, days):
    """Return *demand* with that trainer away on *days* too."""
    away = dataclasses.replace(
        demand.trainers[trainer], away=demand.trainers[trainer].away | frozenset(days)
    )
    trainers = (*demand.trainers[:trainer], away, *demand.trainers[trainer + 1 :])
    return dataclasses.replace(demand, trainers=trainers)


def asked(draft, demand, *, since=0, **more):
    """Return a request for the lessons of *draft*, those before *since* fixed."""
    blocks = tuple(
        Block(
            each.part,
            each.minutes,
            demand.limits.lasting(each.minutes),
            each,
            is_fixed=each.number < since,
        )
        for each in draft.lessons
    )
    return Request(demand, blocks, tuple(draft.internship), since, **more)


def changed(request, answer):
    return [
        (block.before, lesson)
        for block, lesson in zip(request.blocks, answer.lessons, strict=True)
        if lesson != block.before
    ]


@pytest.fixture
def planned(course, small_standard):
    """Return a course of three units, one a laboratory, in a draft that keeps everything."""
    standard = small_standard(8, 8, 6, prerequisites=((1, 2),), laboratory=(3,), internship=12.0)
    demand = demand_of(
        course(standard, end="2027-03-26", provider={"trainers": TWO_TRAINERS}, learners=12)
    )
    return best_draft(Foresight(demand), seed=0)


def test_nothing_changes_where_nothing_must(planned):
    request = asked(planned, planned.demand)

    answer = place_exactly(request)

    assert answer.verdict is Verdict.BEST
    assert answer.lessons == tuple(planned.lessons)
    assert answer.internship == tuple(planned.internship)
    assert answer.cost == answer.bound == 0


def test_only_the_lessons_of_an_absence_change(course, small_standard, errors):
    standard = small_standard(8, 8, 6, laboratory=(3,))
    demand = demand_of(course(standard, end="2027-03-26", provider={"trainers": TWO_TRAINERS}))
    planned = best_draft(Foresight(demand), seed=0)
    first = planned.lessons[0]
    demand = absent(planned.demand, first.trainer, [first.number])
    request = asked(planned, demand)

    answer = place_exactly(request)

    moved = changed(request, answer)
    assert [before for before, _ in moved] == [
        each
        for each in planned.lessons
        if each.trainer == first.trainer and each.number == first.number
    ]
    timetable = timetable_of(draft_of(demand, answer.lessons, answer.internship).schedule)
    assert errors(demand.course, timetable) == []


def test_what_is_fixed_stays_even_where_it_no_longer_may(planned):
    first = planned.lessons[0]
    demand = absent(planned.demand, first.trainer, [first.number])
    request = asked(planned, demand, since=first.number + 1)

    answer = place_exactly(request)

    assert changed(request, answer) == []


def test_that_no_place_exists_is_proved(planned):
    days = [day.number for day in planned.demand.days]
    request = asked(planned, absent(planned.demand, 0, days))

    answer = place_exactly(request)

    assert answer.verdict is Verdict.IMPOSSIBLE
    assert answer.lessons == ()


def test_too_little_effort_is_said_as_such(planned):
    request = asked(planned, planned.demand, effort=0.0)

    assert place_exactly(request).verdict in {Verdict.UNDECIDED, Verdict.FOUND}


def test_the_internship_moves_only_if_it_may(planned):
    start = planned.internship[0][0]
    # Who teaches what it practises is away until the day on which it began.
    demand = absent(planned.demand, 0, range(planned.demand.days[0].number, start + 1))

    stays = place_exactly(asked(planned, demand))
    moves = place_exactly(asked(planned, demand, internship_may_move=True))

    assert stays.verdict is Verdict.IMPOSSIBLE
    assert moves.verdict is Verdict.BEST
    assert moves.internship[0][0] > max(each.number for each in moves.lessons)
    assert sum(minutes for _, minutes in moves.internship) == 12 * 60


def test_a_course_is_polished_by_goals_alone(planned):
    blocks = tuple(
        dataclasses.replace(each, before=None) for each in asked(planned, planned.demand).blocks
    )
    weights = Weights(end=10, teaching_day=1, another_trainer=5)
    request = Request(planned.demand, blocks, internship_may_move=True, weights=weights, effort=5.0)

    answer = place_exactly(request)

    last = max(each.number for each in answer.lessons)
    assert answer.verdict.has_solution
    assert last <= max(each.number for each in planned.lessons)


@st.composite
def small_plans(draw):
    """Two or three short lessons on four mornings, and what has happened to them."""
    hours = draw(st.lists(st.sampled_from([1, 2]), min_size=2, max_size=3))
    trainers = [
        {"name": "A", "expert": True, "max_hours": draw(st.sampled_from([3, 6]))},
        {"name": "B", "teaches": {"fantasia/prova": draw(st.sampled_from([["URA01"], ["URA02"]]))}},
    ]
    edition = {
        "end": "2027-02-04",
        "week": dict.fromkeys(["monday", "tuesday", "thursday"], "9:00-11:00"),
        "provider": {"trainers": trainers, "rooms": [{"name": "1"}, {"name": "2"}]},
        "planning": {"max_hours_per_day": 2, "max_hours_per_week": 6},
    }
    return hours, draw(st.sampled_from([(), ((1, 2),)])), edition


@given(small_plans(), st.integers(0, 1), st.sets(st.integers(0, 3), min_size=1, max_size=2))
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_no_other_timetable_changes_less(course, small_standard, plan, who, when):
    hours, prerequisites, edition = plan
    demand = demand_of(course(small_standard(*hours, prerequisites=prerequisites), **edition))
    draft = best_draft(Foresight(demand), seed=0)
    if not draft.is_complete:
        return
    demand = absent(demand, who, [demand.days[each].number for each in when])
    request = asked(draft, demand)

    answer = place_exactly(request)

    everything = tuple(fewest_changes(request))
    assert answer.verdict is (Verdict.BEST if everything else Verdict.IMPOSSIBLE)
    if everything:
        assert len(changed(request, answer)) == min(everything)


def fewest_changes(request):
    """Yield the number of changes of every way to place the lessons that keeps the constraints."""
    places = [
        [
            Placed(each.number, each.start, block.minutes, block.part, trainer, room)
            for each in openings(request.demand, block.part, block.lasting, since=0)
            for trainer in each.trainers
            for room in each.rooms[:1]
        ]
        for block in request.blocks
    ]
    for lessons in product(*places):
        if keeps_everything(request.demand, lessons):
            yield sum(
                (each.number, each.start, each.trainer)
                != (block.before.number, block.before.start, block.before.trainer)
                for each, block in zip(lessons, request.blocks, strict=True)
            )


def keeps_everything(demand, lessons):
    spans = sorted(
        ((each.number, each.start, each.start + each.minutes, each) for each in lessons),
        key=lambda span: span[:2],
    )
    for one, other in pairwise(spans):
        if one[0] == other[0] and other[1] < one[2]:
            return False
    for number, trainer in enumerate(demand.trainers):
        given_minutes = sum(each.minutes for each in lessons if each.trainer == number)
        if trainer.max_minutes is not None and given_minutes > trainer.max_minutes:
            return False
    days = {each.number for each in lessons}
    if any(sum(e.minutes for e in lessons if e.number == day) > 120 for day in days):
        return False
    for number, unit in enumerate(demand.units):
        own = [span for span in spans if demand.parts[span[3].part].unit == number]
        if own[-1][3].minutes < unit.test:
            return False
        for other in unit.before:
            before = [span for span in spans if demand.parts[span[3].part].unit == other]
            if before[-1][:3] > own[0][:3]:
                return False
    return True
