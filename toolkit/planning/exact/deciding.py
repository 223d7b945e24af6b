"""Whether any timetable of a course exists: the exact answer, with one where there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.planning.demand import Demand
from toolkit.planning.exact import sharing as keeping
from toolkit.planning.exact.blocks import Answer
from toolkit.planning.exact.cells import cells_of
from toolkit.planning.exact.cutting import lessons_of
from toolkit.planning.exact.internshipdays import internship_days
from toolkit.planning.exact.sharing import Sharing, sharing_of
from toolkit.planning.exact.solving import Solved, Verdict, new_model, solve, total
from toolkit.planning.exact.testing import units_end_with_their_test
from toolkit.planning.internship import fixed_days

if TYPE_CHECKING:
    from toolkit.planning.exact.internshipdays import InternshipDays
    from toolkit.planning.exact.solving import Model


SHARE_OF_EFFORT = 0.2
"""How much of the effort goes into fewer and longer lessons, once there are any."""


def decide(demand: Demand, *, effort: float) -> Answer:
    """Return a timetable of the course, or that none exists, or that the effort did not do.

    A timetable exists if the quarters of the windows can be shared out; what is found has
    fairly few lessons, but need not be the best.
    """
    model = new_model()
    sharing = sharing_of(model, demand, cells_of(demand))
    internship = internship_days(model, demand, settled=_settled(demand), since=0)
    _constrain(model, sharing, internship)
    closings = units_end_with_their_test(model, sharing)
    solved = solve(model, effort=effort)
    if not solved.verdict.has_solution:
        return Answer(solved.verdict)
    solved = _with_fewer_lessons(model, sharing, solved, effort * SHARE_OF_EFFORT)
    shares = {
        (n, part, trainer): solved.value(choice)
        for (n, part), some in sharing.quarters.items()
        for trainer, choice in some.items()
    }
    ends = [closing for closing, choice in closings.items() if solved.value(choice)]
    lessons = lessons_of(demand, sharing.cells, shares, ends)
    if lessons is None:
        # The breaks of long tests were counted too generously for one of the windows.
        return Answer(Verdict.UNDECIDED)
    stand = {each.day.toordinal() for each in demand.fixed.internship}
    days = tuple(each for each in internship.found(solved) if each[0] not in stand)
    return Answer(Verdict.FOUND, lessons, days)


def _settled(demand: Demand) -> dict[int, int]:
    stands = {each.day.toordinal(): round(each.hours * 60) for each in demand.fixed.internship}
    return stands | {day.number: minutes for day, minutes in fixed_days(demand)}


def _constrain(model: Model, sharing: Sharing, internship: InternshipDays) -> None:
    keeping.units_are_complete_when_nothing_follows(model, sharing)
    keeping.units_wait_for_those_before(model, sharing)
    keeping.trainers_keep_to_their_hours(model, sharing)
    keeping.days_keep_to_their_hours(model, sharing, internship)
    keeping.weeks_keep_to_their_hours(model, sharing, internship)
    keeping.the_internship_follows_what_it_practises(model, sharing, internship)


def _with_fewer_lessons(model: Model, sharing: Sharing, solved: Solved, effort: float) -> Solved:
    """Return a solution with no more lessons, found by going on from *solved*."""
    used = []
    for choices in sharing.quarters.values():
        for choice in choices.values():
            one = model.new_bool_var("")
            model.add(choice == 0).only_enforce_if(~one)
            used.append(one)
    model.minimize(total(used))
    solved.suggest_to(model)
    better = solve(model, effort=effort)
    return better if better.verdict.has_solution else solved
