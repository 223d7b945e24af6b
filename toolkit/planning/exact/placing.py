"""Placing lessons of given lengths so that they cost the least: the exact answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.planning.exact import keeping
from toolkit.planning.exact.blocks import Answer, Request
from toolkit.planning.exact.costs import cost_of
from toolkit.planning.exact.internshipdays import InternshipDays, internship_days
from toolkit.planning.exact.lessonchoices import LessonChoices, choices_of
from toolkit.planning.exact.solving import Verdict, new_model, solve

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Model


def place_exactly(request: Request) -> Answer:
    """Return the cheapest places for the lessons of *request*, or that there are none.

    The same request always has the same answer. Where the limit on effort comes first, the
    verdict says so: the best places found so far, or that nothing is known.
    """
    model = new_model()
    lessons = choices_of(model, request)
    internship = _internship(model, request)
    _constrain(model, request, lessons, internship)
    model.minimize(cost_of(model, request, lessons, internship))
    _hint(model, request, lessons, internship)
    solved = solve(model, effort=request.effort)
    if not solved.verdict.has_solution:
        return Answer(solved.verdict)
    return Answer(
        solved.verdict,
        tuple(each.found(solved) for each in lessons),
        internship.found(solved),
        solved.cost,
        solved.cost if solved.verdict is Verdict.BEST else solved.bound,
    )


def _internship(model: Model, request: Request) -> InternshipDays:
    settled = {
        day: minutes
        for day, minutes in request.internship
        if day < request.since or not request.internship_may_move
    }
    return internship_days(model, request.demand, settled=settled, since=request.since)


def _constrain(
    model: Model, request: Request, lessons: list[LessonChoices], internship: InternshipDays
) -> None:
    demand = request.demand
    keeping.learners_have_one_lesson_at_a_time(model, lessons)
    keeping.units_wait_for_those_before(model, demand, lessons)
    keeping.units_end_with_their_test(model, demand, lessons)
    keeping.trainers_keep_to_their_hours(model, demand, lessons)
    keeping.days_keep_to_their_hours(model, demand, lessons, internship)
    keeping.weeks_keep_to_their_hours(model, demand, lessons, internship)
    keeping.the_internship_follows_what_it_practises(model, demand, lessons, internship)


def _hint(
    model: Model, request: Request, lessons: list[LessonChoices], internship: InternshipDays
) -> None:
    """Let the search begin from the places that are known, else from the earlier timetable."""
    known = request.begin_from
    places = known.lessons if known else [each.block.before for each in lessons]
    for each, place in zip(lessons, places, strict=True):
        if place is None or each.block.is_fixed:
            continue
        for opening, choice in zip(each.openings, each.at, strict=True):
            is_there = (opening.number, opening.start) == (place.number, place.start)
            model.add_hint(choice, is_there)
        for trainer, choice in each.trainers.items():
            model.add_hint(choice, trainer == place.trainer)
        for room, choice in each.rooms.items():
            model.add_hint(choice, room == place.room)
    if known:
        for day, choice in internship.chosen.items():
            model.add_hint(choice, day in known.internship)
