"""Whether any timetable of a course exists: the exact answer, with one where there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from toolkit.planning.demand import Demand, Placed
from toolkit.planning.exact import sharing as keeping
from toolkit.planning.exact.blocks import Answer
from toolkit.planning.exact.cells import cells_of
from toolkit.planning.exact.cutting import lessons_of
from toolkit.planning.exact.internshipdays import internship_days
from toolkit.planning.exact.sharing import Sharing, sharing_of
from toolkit.planning.exact.solving import Solved, Verdict, new_model, solve, total
from toolkit.planning.exact.testing import Closing, units_end_with_their_test
from toolkit.planning.internship import fixed_days

if TYPE_CHECKING:
    from toolkit.planning.exact.internshipdays import InternshipDays
    from toolkit.planning.exact.solving import Choice, Model


SHARE_OF_EFFORT = 0.2
"""How much of the effort goes into fewer and longer lessons, once there are any."""

MOST_CUTS = 8
"""How many solutions are tried where breaks leave no room for the lessons of one."""


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
    for _ in range(MOST_CUTS):
        lessons, ends = _cut(sharing, solved, closings)
        if lessons is not None:
            return Answer(Verdict.FOUND, lessons, _new_days(demand, internship.found(solved)))
        # The breaks of long tests were counted too generously for one of the windows.
        model.add(total(ends) < len(ends))
        solved = solve(model, effort=effort * SHARE_OF_EFFORT)
        if not solved.verdict.has_solution:
            break
    return Answer(Verdict.UNDECIDED)


def _cut(
    sharing: Sharing, solved: Solved, closings: Mapping[Closing, Choice]
) -> tuple[tuple[Placed, ...] | None, list[Choice]]:
    """Return the lessons of a solution, if it can be cut into any, and how its units end."""
    shares = {
        (n, part, trainer): solved.value(choice)
        for (n, part), some in sharing.quarters.items()
        for trainer, choice in some.items()
    }
    ends = {closing: choice for closing, choice in closings.items() if solved.value(choice)}
    return lessons_of(sharing.demand, sharing.cells, shares, ends), list(ends.values())


def _new_days(demand: Demand, days: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    stand = {each.day.toordinal() for each in demand.fixed.internship}
    return tuple(each for each in days if each[0] not in stand)


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
