"""How good and how fast a portfolio is planned, beside CP-SAT models of the same editions.

Invented editions share 24 trainers and 8 rooms over a year (``planninginstances``). The distance
is from a cost that no timetables go below, each course counted as if it were alone. The peer
has an easier task: any timetable of each edition alone, with nothing shared and no goals.
Seconds are of the CPU; memory is the most that this process has held.

    python benchmarks/planning.py --editions 10 --seconds 60
    python benchmarks/planning.py --editions 50 --seconds 60 --no-peer
"""

from __future__ import annotations

import argparse
import resource
import time

from planninginstances import portfolio

from toolkit.finding import run
from toolkit.model.neighbours import Neighbours
from toolkit.model.scheduled import ScheduledCourse
from toolkit.planning import Progress, demand_of, plan_together
from toolkit.planning.exact import decide
from toolkit.rules.sharing import SHARING_RULES


class Clock:
    """Lets an improvement go on for so much CPU time, telling how far it has come."""

    def __init__(self, seconds: float) -> None:
        self.began = time.process_time()
        self.seconds = seconds
        self.told = 0.0

    def __call__(self, progress: Progress) -> bool:
        passed = time.process_time() - self.began
        if passed >= self.told:
            print(
                f"{passed:7.1f} s {progress.rounds:7d} rounds {progress.distance:8.2%} above the bound"
            )
            self.told = passed + self.seconds / 6 if self.told else self.seconds / 12
        return passed < self.seconds


def ours(editions: int, seed: int, seconds: float) -> None:
    courses = portfolio(editions, seed)
    laid = plan_together(courses, seed=0, going=Clock(seconds))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = [ScheduledCourse(*each) for each in zip(courses, laid.timetables, strict=True)]
    clashes = [
        found
        for n, each in enumerate(pairs)
        for found in run(SHARING_RULES, Neighbours(each, tuple(pairs[:n])), {})
    ]
    print(f"clashes found by the rules: {len(clashes)}; memory {memory:.0f} MB")


def peer(editions: int, seed: int, seconds: float) -> None:
    """Let the exact model look for any timetable of each edition alone, in the same time."""
    courses = portfolio(editions, seed)
    found, began = 0, time.process_time()
    for course in courses:
        answer = decide(demand_of(course), effort=seconds / editions)
        found += answer.verdict.has_solution
    passed = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"CP-SAT, each edition alone: {found} of {editions} in {passed:.1f} s; memory {memory:.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--editions", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--no-peer", action="store_true")
    asked = parser.parse_args()
    print(f"{asked.editions} editions, seed {asked.seed}")
    ours(asked.editions, asked.seed, asked.seconds)
    if not asked.no_peer:
        peer(asked.editions, asked.seed, asked.seconds)


if __name__ == "__main__":
    main()
