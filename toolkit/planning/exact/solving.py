"""The door to OR-Tools: a model in, a verdict out, and values only where there are any.

One worker, a fixed seed and a limit on the work done, not on the time it takes: the same
question always has the same answer. The library is imported when something is asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    Model = cp_model.CpModel
    Choice = cp_model.IntVar
    """A variable that is 0 or 1."""
    Amount = cp_model.LinearExpr


class Verdict(Enum):
    """What is known once the solver has stopped."""

    BEST = "best"
    """There is a solution, and none is better."""
    FOUND = "found"
    """There is a solution; a better one may exist."""
    IMPOSSIBLE = "impossible"
    """It is proved that there is none."""
    UNDECIDED = "undecided"
    """The limit came first: whether there is one is not known."""

    @property
    def has_solution(self) -> bool:
        return self in {Verdict.BEST, Verdict.FOUND}


@dataclass(frozen=True)
class Solved:
    """The verdict on a model, and the values of a solution where there is one."""

    verdict: Verdict
    cost: int
    bound: int
    """No solution costs less; both are 0 for a model without costs."""
    _values: Sequence[int]

    def value(self, variable: Choice) -> int:
        """Return the value of *variable*; there must be a solution."""
        assert self.verdict.has_solution
        return self._values[variable.index]

    def chosen(self, choices: Iterable[Choice]) -> int:
        """Return the position of the one of *choices* that is 1."""
        return next(n for n, each in enumerate(choices) if self.value(each))

    def suggest_to(self, model: Model) -> None:
        """Let the next search in *model* begin from this solution."""
        for index, value in enumerate(self._values):
            model.add_hint(model.get_int_var_from_proto_index(index), value)


def new_model() -> Model:
    """Return an empty model."""
    from ortools.sat.python import cp_model

    return cp_model.CpModel()


def total(amounts: Iterable[Amount | int]) -> Amount:
    """Return the sum of *amounts*."""
    from ortools.sat.python import cp_model

    return cp_model.LinearExpr.sum(list(amounts))


def weighted(choices: Sequence[Choice], weights: Sequence[int]) -> Amount:
    """Return the sum of the *weights* of those *choices* that are 1."""
    from ortools.sat.python import cp_model

    return cp_model.LinearExpr.weighted_sum(choices, weights)


def solve(model: Model, *, effort: float) -> Solved:
    """Return what can be known of *model* with so much *effort*.

    A unit of effort is about a second's work on an ordinary machine.
    """
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = effort
    # Relaxations tell more of these models than probing does, and sooner.
    solver.parameters.linearization_level = 2
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.max_presolve_iterations = 1
    status = solver.solve(model)
    verdict = {
        cp_model.OPTIMAL: Verdict.BEST,
        cp_model.FEASIBLE: Verdict.FOUND,
        cp_model.INFEASIBLE: Verdict.IMPOSSIBLE,
    }.get(status, Verdict.UNDECIDED)
    # Without a solution the library hands back nonsense and does not raise.
    values = tuple(solver.response_proto.solution) if verdict.has_solution else ()
    cost = round(solver.objective_value) if verdict.has_solution else 0
    return Solved(verdict, cost, round(solver.best_objective_bound), values)
