"""How good and how fast a portfolio is planned, beside a plain CP-SAT model and FET.

Invented editions share 24 trainers and 8 rooms over a year (``planninginstances``). The distance
is from a cost that no timetables go below, each course counted as if it were alone.

First the whole: every goal and constraint, which only Percorso can be asked. It has so many
seconds of the clock and, unless it is *alone*, a helper on a second core. Then what all can
express (``planningpieces``): hard constraints only, lessons of two hours, one trainer a unit. There
Percorso makes its first answer; CP-SAT looks for early ends in one model of everything; FET,
where Debian's package is installed, looks for any timetable at all; each timetable is weighed
by the same goals. Last, single courses with much and with little time to spare. There seconds
are of the CPU; memory is the most that the process of each solver has held.

    python benchmarks/planning.py --editions 10 --seconds 60
    python benchmarks/planning.py --editions 50 --seconds 60 --peer-seconds 60
    python benchmarks/planning.py --editions 50 --seconds 60 --no-peer
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from statistics import mean, median
from typing import Protocol

from planningcpsat import solved_by_cpsat
from planningfet import fet_is_there, solved_by_fet
from planninginstances import portfolio
from planningpieces import Piece, distance, pieces_of, with_one_trainer

from toolkit.errors import NoTimetableError
from toolkit.finding import run
from toolkit.model.course import Course
from toolkit.model.neighbours import Neighbours
from toolkit.model.scheduled import ScheduledCourse
from toolkit.planning import Progress, demand_of, plan_together, plan_well
from toolkit.planning.demand import Demand
from toolkit.planning.portfolio import laid_out
from toolkit.planning.schedule import Schedule
from toolkit.rules.sharing import SHARING_RULES


class Solved(Protocol):
    """One of the peers: what it says, and the schedules that it found."""

    def __call__(
        self, demands: Sequence[Demand], pieces: Sequence[Piece], *, seconds: float
    ) -> tuple[str, list[Schedule]]: ...


class Clock:
    """Lets an improvement go on until so much time has passed, telling how far it has come."""

    def __init__(self, seconds: float) -> None:
        self.began = time.monotonic()
        self.seconds = seconds
        self.told = 0.0

    def __call__(self, progress: Progress) -> bool:
        passed = time.monotonic() - self.began
        if passed >= self.told:
            print(
                f"{passed:7.1f} s {progress.rounds:7d} rounds {progress.distance:8.2%} above the bound"
            )
            self.told = passed + self.seconds / 6 if self.told else self.seconds / 12
        return passed < self.seconds


def ours(editions: int, seed: int, seconds: float, *, with_helper: bool) -> None:
    courses = portfolio(editions, seed)
    laid = plan_together(courses, seed=0, going=Clock(seconds), with_helper=with_helper)
    own, helper = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    pairs = [ScheduledCourse(*each) for each in zip(courses, laid.timetables, strict=True)]
    clashes = [
        found
        for n, each in enumerate(pairs)
        for found in run(SHARING_RULES, Neighbours(each, tuple(pairs[:n])), {})
    ]
    progress = laid.progress
    print(f"{seconds:7.1f} s {progress.rounds:7d} rounds {progress.distance:8.2%} above the bound")
    print(
        f"clashes found by the rules: {len(clashes)}; memory {own:.0f} MB, helper {helper:.0f} MB"
    )


def beside_peers(editions: int, seed: int, seconds: float) -> None:
    """Put what all can express to each solver, each in a process of its own."""
    solvers = {"Percorso": by_percorso, "CP-SAT, one model": by_cpsat}
    if fet_is_there():
        solvers["FET"] = by_fet
    else:
        print("FET is not installed: apt-get install fet")
    first = 0.0
    for name, solver in solvers.items():
        said, passed, memory = in_its_own_process(solver, editions, seed, seconds)
        first = first or passed
        print(f"{name:18} {said}; {passed:.1f} s, {passed / first:.0f}x; {memory:.0f} MB")


def in_its_own_process(
    solver: Callable[[int, int, float], str], *asked: float
) -> tuple[str, float, float]:
    """Return what *solver* says, with the seconds of CPU and the megabytes that it took."""
    ours, theirs = Pipe(duplex=False)
    process = get_context("spawn").Process(target=_tell, args=(theirs, solver, asked))
    process.start()
    theirs.close()
    try:
        told: tuple[str, float, float] = ours.recv()
    except EOFError:
        told = ("ended without an answer: out of memory?", 0.0, 0.0)
    process.join()
    return told


def _tell(answers: Connection, solver: Callable[..., str], asked: Sequence[float]) -> None:
    began = time.process_time()
    said = solver(*asked)
    own, child = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    passed = time.process_time() - began + child.ru_utime + child.ru_stime
    answers.send((said, passed, max(own.ru_maxrss, child.ru_maxrss) / 1024))


def by_percorso(editions: int, seed: int, seconds: float) -> str:  # noqa: ARG001 — asked as all are
    try:
        laid = laid_out(expressible(editions, seed), seed=0, going=lambda progress: False)  # noqa: ARG005
    except NoTimetableError as error:
        return error.say("en")
    return f"all of it, {laid.progress.distance:.1%} above the bound"


def by_cpsat(editions: int, seed: int, seconds: float) -> str:
    return _with_distance(solved_by_cpsat, editions, seed, seconds)


def by_fet(editions: int, seed: int, seconds: float) -> str:
    return _with_distance(solved_by_fet, editions, seed, seconds)


def _with_distance(solved: Solved, editions: int, seed: int, seconds: float) -> str:
    demands = expressible(editions, seed)
    said, schedules = solved(demands, pieces_of(demands), seconds=seconds)
    return f"{said}, {distance(schedules):.1%} above the bound" if schedules else said


def expressible(editions: int, seed: int) -> list[Demand]:
    return with_one_trainer([demand_of(course) for course in portfolio(editions, seed)])


def singles(seed: int) -> None:
    """Plan courses one by one: ordinary ones, and the same with hardly more days than they need."""
    for spare in (None, 0.3, 0.15):
        times, distances, refused = [], [], 0
        for course in portfolio(10, seed):
            asked = course if spare is None else tightened(course, spare)
            began = time.process_time()
            try:
                distances.append(plan_well(asked, seed=0).progress.distance)
                times.append(time.process_time() - began)
            except NoTimetableError:
                refused += 1
        name = "no last day" if spare is None else f"{spare:.0%} spare"
        middle = (
            f"{median(times):.3f} s in the middle, {max(times):.3f} at most" if times else "none"
        )
        print(f"{name:12} {len(times)} planned, {refused} refused: {middle}", end="")
        print(f"; {mean(distances):.1%} above the bound" if distances else "")


def tightened(course: Course, spare: float) -> Course:
    """Return *course* ending when its windows have held its hours and so much more."""
    demand = demand_of(course)
    needed = (demand.minutes + demand.internship_minutes) * (1 + spare)
    for day in demand.days:
        needed -= min(day.open_minutes, demand.limits.per_day)
        if needed <= 0:
            end = date.fromordinal(day.number)
            return replace(course, edition=course.edition.model_copy(update={"end": end}))
    return course


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--editions", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--peer-seconds", type=float, default=60.0)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--no-peer", action="store_true")
    asked = parser.parse_args()
    print(f"{asked.editions} editions, seed {asked.seed}")
    ours(asked.editions, asked.seed, asked.seconds, with_helper=not asked.alone)
    if not asked.no_peer:
        beside_peers(asked.editions, asked.seed, asked.peer_seconds)
    singles(asked.seed)


if __name__ == "__main__":
    main()
