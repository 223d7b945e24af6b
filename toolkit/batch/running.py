"""A whole run: which courses there are, which are stale, what becomes of each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from toolkit.batch import reasons
from toolkit.batch.cluster import on_cluster
from toolkit.batch.locking import only_run
from toolkit.batch.making import failed
from toolkit.batch.order import Kind, Order, Outcome
from toolkit.batch.staleness import Standing, Surroundings, standing
from toolkit.batch.workers import Task, one_after_the_other, side_by_side
from toolkit.errors import PercorsoError
from toolkit.loading import load_course
from toolkit.results import SharedCodeError
from toolkit.temporary import sweep

_FEW = 4
"""How many dossiers a process must have to make before starting it pays."""


def run(
    paths: Sequence[Path],
    order: Order,
    *,
    jobs: int | None = None,
    scheduler: str | None = None,
    dry: bool = False,
) -> Iterator[Outcome]:
    """Yield what becomes of each course: those up to date at once, others as they are made.

    *jobs* is the number of processes, those of the machine if not given; *scheduler* the
    address of a cluster to work on instead. A *dry* run only says what would be made. Raises `BusyError` where another run works in the same folder.
    """
    if dry:
        yield from (_foreseen(each) for each in _sorted_out(paths, order))
        return
    with only_run(order.out):
        sweep(order.out)
        tasks = []
        for each in _sorted_out(paths, order):
            if isinstance(each, Outcome):
                yield each
            else:
                tasks.append(each)
        yield from on_cluster(tasks, order, scheduler) if scheduler else _made(tasks, order, jobs)
        _settle()


def _made(tasks: Sequence[Task], order: Order, jobs: int | None) -> Iterator[Outcome]:
    processes = min(jobs or os.cpu_count() or 1, len(tasks) if jobs else len(tasks) // _FEW)
    if processes > 1:
        return side_by_side(tasks, order, processes)
    return one_after_the_other(tasks, order)


def _settle() -> None:
    """Let the system put on the disk what was written: once a run, not once a file."""
    if hasattr(os, "sync"):
        os.sync()


def _foreseen(each: Task | Outcome) -> Outcome:
    if isinstance(each, Outcome):
        return each
    return Outcome(each.path, each.code, Kind.WOULD_BUILD, why=each.why)


def _sorted_out(paths: Sequence[Path], order: Order) -> Iterator[Task | Outcome]:
    """Yield the outcome of courses that need no work, and a task for the others."""
    found = standings(paths, order)
    shared = _shared_codes(found)
    for each in found:
        if other := shared.get(each.path):
            yield failed(each.path, each.code or "", _shared(each.path, each.code, other))
        elif each.stale:
            yield Task(each.path, each.code or "", each.stale)
        else:
            why = (reasons.UP_TO_DATE,)
            yield Outcome(each.path, each.code or "", Kind.CURRENT, why=why, edited=each.edited)


def standings(paths: Iterable[Path], order: Order) -> list[Standing]:
    """Return how the dossier of each course stands, its code read where it must be."""
    around = Surroundings(order)
    return [_with_code(standing(path, around)) for path in paths]


def _with_code(each: Standing) -> Standing:
    if each.code is not None:
        return each
    try:
        code = load_course(each.path).record.code
    except PercorsoError:
        # Told when it is made.
        return each
    return Standing(each.path, code, each.stale, each.edited)


def _shared_codes(found: Iterable[Standing]) -> dict[Path, Path]:
    """Return the courses whose code another has too, each with that other."""
    first: dict[str, Path] = {}
    shared: dict[Path, Path] = {}
    for each in found:
        if each.code is None:
            continue
        # Windows and macOS do not tell ASC from asc.
        other = first.setdefault(each.code.lower(), each.path)
        if other is not each.path:
            shared[each.path] = other
            shared.setdefault(other, each.path)
    return shared


def _shared(path: Path, code: str | None, other: Path) -> PercorsoError:
    try:
        where = load_course(path).sources.where(("code",))
    except PercorsoError as error:
        return error
    return SharedCodeError(where, code=code, other=other)


def worst(outcomes: Iterable[Outcome]) -> int:
    """Return the exit code of a run: the highest of its courses'."""
    return max((each.exit_code for each in outcomes), default=0)
