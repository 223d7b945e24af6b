"""A plain CP-SAT model of a whole portfolio: an interval for each lesson, all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from planningpieces import STEPS_A_DAY, Piece, days_of, pairs_in_order, schedules_of, starts_of

from toolkit.planning.demand import Demand
from toolkit.planning.schedule import Schedule


def solved_by_cpsat(
    demands: Sequence[Demand], pieces: Sequence[Piece], *, seconds: float
) -> tuple[str, list[Schedule]]:
    """Return what CP-SAT says of all lessons, with schedules if it has any.

    It minimises the days to the end of each edition, the heaviest of the goals.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    starts, rooms = [], []
    busy: dict[object, list[Any]] = defaultdict(list)
    ends = [model.new_int_var(0, days_of(each)[-1].number, "") for each in demands]
    for piece in pieces:
        demand = demands[piece.edition]
        domain = cp_model.Domain.from_values(list(starts_of(demand, piece)))
        start = model.new_int_var_from_domain(domain, "")
        lesson = model.new_fixed_size_interval_var(start, piece.steps, "")
        busy["edition", piece.edition].append(lesson)
        busy["trainer", piece.trainer].append(lesson)
        model.add(start <= STEPS_A_DAY * ends[piece.edition] + STEPS_A_DAY - 1)
        chosen = {room: model.new_bool_var("") for room in demand.parts[piece.part].rooms}
        for room, choice in chosen.items():
            there = model.new_optional_fixed_size_interval_var(start, piece.steps, choice, "")
            busy["room", room].append(there)
        if chosen:
            model.add_exactly_one(chosen.values())
        starts.append(start)
        rooms.append(chosen)
    for lessons in busy.values():
        model.add_no_overlap(lessons)
    for one, other in pairs_in_order(demands, pieces):
        model.add(starts[one] + pieces[one].steps <= starts[other])
    model.minimize(sum(ends))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.parameters.max_memory_in_mb = 3000
    status = solver.solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return f"no timetable in {seconds:g} s ({solver.status_name(status)})", []
    places = [
        (solver.value(start), next((room for room, c in some.items() if solver.value(c)), None))
        for start, some in zip(starts, rooms, strict=True)
    ]
    return solver.status_name(status), schedules_of(demands, pieces, places)
